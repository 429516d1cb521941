package interleave.timeline.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions of a sum lie: the root above, what it called below it, as wide as the samples
 * in it are many. What was zoomed to has all the width, as those have that led to it.
 */
public final class IcicleBoxes {
  /** What is narrower than that many pixels cannot be seen. */
  private static final double NARROWEST = 0.5;

  private final List<Box> boxes = new ArrayList<>();
  private final int rows;

  /**
   * A function in its place.
   *
   * @param row from 0 on, the root's
   */
  public record Box(CallNode node, int row, double x, double width) {
    boolean has(double at) {
      return at >= x && at < x + width;
    }
  }

  private IcicleBoxes(CallNode zoomed, double width) {
    List<CallNode> above = new ArrayList<>();
    for (CallNode each = zoomed.parent(); each != null; each = each.parent()) {
      above.add(each);
    }
    Collections.reverse(above);
    above.forEach(each -> boxes.add(new Box(each, boxes.size(), 0, width)));
    Deque<Box> open = new ArrayDeque<>();
    open.add(new Box(zoomed, above.size(), 0, width));
    int deepest = 0;
    while (!open.isEmpty()) {
      Box box = open.remove();
      boxes.add(box);
      deepest = Math.max(deepest, box.row());
      below(box, open);
    }
    rows = deepest + 1;
  }

  private static void below(Box box, Deque<Box> open) {
    double x = box.x();
    for (CallNode child : box.node().children()) {
      double width = box.width() * child.samples() / Math.max(1, box.node().samples());
      if (width < NARROWEST) {
        return; // and those after it are no wider
      }
      open.add(new Box(child, box.row() + 1, x, width));
      x += width;
    }
  }

  /** Of what is zoomed to, which may be the root of all, in that width. */
  public static IcicleBoxes of(CallNode zoomed, double width) {
    return new IcicleBoxes(zoomed, width);
  }

  /** Row by row, from the left. */
  public List<Box> all() {
    return boxes;
  }

  public int rows() {
    return rows;
  }

  /** What lies there; null where nothing does. */
  public @Nullable Box at(int row, double x) {
    for (Box box : boxes) {
      if (box.row() == row && box.has(x)) {
        return box;
      }
    }
    return null;
  }

  /** That of a function; null where it is too narrow or elsewhere. */
  public @Nullable Box of(CallNode node) {
    for (Box box : boxes) {
      if (box.node() == node) {
        return box;
      }
    }
    return null;
  }
}
