package interleave.timeline.tableau;

import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.tableau.TableauLayout.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a stage say. A word stands beside its line where neither a line nor another
 * word is; where there is no such place it is left out, as lines are also told apart by how they
 * are drawn.
 */
final class TableauWords {
  private static final double HIGH = 13;
  private static final double CLEAR = 3;
  private static final double STEP = 2;

  /** Where along its line a word is tried, from its thread on. */
  private static final double[] PLACES = {0.5, 0.4, 0.3, 0.6, 0.7};

  private final Brush brush;
  private final List<double[]> lines = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Box> written = new ArrayList<>();

  private record Label(double[] route, String text, Face face, Role role) {}

  TableauWords(Brush brush) {
    this.brush = brush;
  }

  /** Nothing is to be written on that line. */
  void keepClear(double x1, double y1, double x2, double y2) {
    lines.add(new double[] {x1, y1, x2, y2});
  }

  /** Nor where that box stands. */
  void keepClear(Box box) {
    written.add(box);
  }

  /** To be written beside a line of corners that begins at a thread. */
  void add(double[] route, String text, Face face, Role role) {
    labels.add(new Label(route, text, face, role));
  }

  /** Writes them, once all lines are known. */
  void write() {
    labels.stream().filter(label -> label.route.length == 4).forEach(this::write);
  }

  private void write(Label label) {
    double width = brush.width(label.face, label.text);
    for (double place : PLACES) {
      for (boolean first : new boolean[] {true, false}) {
        Box box = box(label.route, width, place, first);
        if (box != null && free(box)) {
          written.add(box);
          double y = box.centerY();
          brush.words(
              box.centerX(), y, label.text, label.face, label.role, width, Mark.Align.CENTER);
          return;
        }
      }
    }
  }

  /** Above or below the line; first where lines that begin at the same thread do not spread. */
  private static @Nullable Box box(double[] p, double width, double place, boolean first) {
    double x = p[0] + (p[2] - p[0]) * place;
    boolean inside = x - width / 2 >= Math.min(p[0], p[2]) && x + width / 2 <= Math.max(p[0], p[2]);
    if (!inside) {
      return null;
    }
    double slope = (p[3] - p[1]) / (p[2] - p[0]);
    double away = HIGH / 2 + CLEAR + Math.abs(slope) * width / 2;
    boolean below = p[3] > p[1] + 1 == first;
    double y = p[1] + (p[3] - p[1]) * place + (below ? away : -away);
    return new Box(x - width / 2, y - HIGH / 2, width, HIGH);
  }

  private boolean free(Box box) {
    return written.stream().noneMatch(box::touches)
        && lines.stream().noneMatch(line -> crosses(line, box));
  }

  private static boolean crosses(double[] line, Box box) {
    double length = Math.hypot(line[2] - line[0], line[3] - line[1]);
    int steps = (int) Math.ceil(length / STEP);
    for (int i = 0; i <= steps; i++) {
      double way = steps == 0 ? 0 : (double) i / steps;
      double x = line[0] + (line[2] - line[0]) * way;
      double y = line[1] + (line[3] - line[1]) * way;
      if (x > box.x() && x < box.right() && y > box.y() && y < box.bottom()) {
        return true;
      }
    }
    return false;
  }
}
