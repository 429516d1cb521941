package interleave.timeline.track.turn;

import interleave.timeline.ProcessTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeScale;

/**
 * Where a process became another program, or was given another parent:
 *
 * <pre>
 *   ├────────◆ exec sort ─────────────◆ parent: init, pid 1 ──────○ exit 0
 * </pre>
 */
public final class ProcessTurns {
  private static final double HALF = 5;
  private static final double GAP = 5;

  /** So much before its end stands how it ended. */
  private static final double END = 8;

  private ProcessTurns() {}

  /** On a bar at {@code y}, within the tracks from {@code left} to {@code right}. */
  public static void draw(
      ProcessTrack process, TimeScale scale, double left, double right, double y, Brush brush) {
    double free = left;
    double end = Math.min(right, scale.x(process.died()) - END);
    for (ProcessTrack.Turn turn : process.turns()) {
      double x = scale.x(turn.time());
      if (x < left || x > right) {
        continue;
      }
      brush.fill(x - 1.5, y - HALF, 3, 2 * HALF, 1, Role.ACCENT);
      String words = turn.show();
      double width = brush.width(Face.SMALL, words);
      double from = x + 2 + GAP;
      if (from + width + GAP > end) {
        from = x - 2 - GAP - width;
      }
      if (from > free) {
        brush.fill(from - 3, y - 8, width + 6, 16, 8, Role.CHIP);
        brush.words(from, y, words, Face.SMALL, Role.TEXT);
        free = from + width + GAP;
      }
    }
  }
}
