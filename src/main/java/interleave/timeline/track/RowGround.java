package interleave.timeline.track;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.Row;

/** What lies behind a row: a band for headers, locks, queues and pools, a rule below lanes. */
public final class RowGround {
  private RowGround() {}

  /** Between two x. */
  public static void draw(Row row, Space space, double x, double right, Brush brush) {
    double w = right - x;
    double y = space.top(row);
    switch (row.source() instanceof TrackKind kind ? kind.ground() : TrackKind.Ground.BAND) {
      case RULE ->
          brush.line(x, row.height() + y - 0.5, x + w, row.height() + y - 0.5, Role.RULE, 1);
      case BAND -> brush.fill(x, y, w, row.height() - 1, 0, Role.BAND);
      case NONE -> {}
    }
  }
}
