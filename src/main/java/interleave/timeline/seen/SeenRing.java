package interleave.timeline.seen;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.TimeScale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ring of waits that was seen at single moments: a frame around each bead of it at each of them,
 * and nothing between, of which nothing is told. Its arrows go from bead to bead, where no words
 * stand.
 */
public final class SeenRing {
  private static final double HALF = SeenBeads.REACH + 2;
  private static final double GAP = 8;

  /** Arrows side by side within a bead are no nearer. */
  private static final double LEAST_STEP = 2.5;

  private final Timeline timeline;
  private final TimeScale scale;
  private final Boxes boxes;
  private final Deadlock ring;
  private final double left;
  private final double right;

  /**
   * Where something is drawn.
   *
   * @param top of it
   */
  public record Box(double top, double height) {
    private double middle() {
      return top + height / 2;
    }
  }

  /** Where things have their beads; null for what is not drawn. */
  public interface Boxes {
    @Nullable Box lane(int lane);

    @Nullable Box lock(int lock);
  }

  /**
   * A ring between two edges.
   *
   * @param left where the picture of what happened begins
   * @param right where it ends
   */
  public SeenRing(
      Timeline timeline, TimeScale scale, Boxes boxes, Deadlock ring, double left, double right) {
    this.timeline = timeline;
    this.scale = scale;
    this.boxes = boxes;
    this.ring = ring;
    this.left = left;
    this.right = right;
  }

  /** Draws it but for its name, and returns where the uppermost of it begins; NaN for nothing. */
  public double draw(Role role, Brush brush) {
    double before = Double.NEGATIVE_INFINITY;
    double top = Double.NaN;
    for (long moment : moments()) {
      double x = x(moment);
      if (x - before >= 2 * HALF) { // beads that lie nearer are one
        top = frames(x, role, brush);
        arrows(x, role, brush);
        before = x;
      }
    }
    return top;
  }

  private List<Long> moments() {
    long from = scale.time(left);
    long to = scale.time(right);
    return ring.seen().stream().filter(each -> each >= from && each <= to).toList();
  }

  private double x(long moment) {
    return SeenBeads.within(scale.x(moment), left, right);
  }

  private double frames(double x, Role role, Brush brush) {
    double top = Double.NaN;
    for (Member member : ring.members()) {
      top = higher(top, frame(boxes.lane(member.lane()), x, role, brush));
      top = higher(top, frame(boxes.lock(member.lock()), x, role, brush));
    }
    return top;
  }

  private static double higher(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
  }

  private static double frame(@Nullable Box box, double x, Role role, Brush brush) {
    if (box == null) {
      return Double.NaN;
    }
    brush.outline(x - HALF, box.top - 1, 2 * HALF, box.height + 2, 2, role, 2);
    return box.top;
  }

  private void arrows(double x, Role role, Brush brush) {
    int size = ring.members().size();
    double step = 2 * SeenBeads.REACH / (size + 1);
    if (size < 2 || step < LEAST_STEP) {
      return;
    }
    for (int i = 0; i < size; i++) {
      Box from = boxes.lane(ring.members().get(i).lane());
      Box to = boxes.lane(ring.holder(i));
      if (from != null && to != null && !from.equals(to)) {
        double at = x - SeenBeads.REACH + step * (i + 1);
        double down = to.top > from.top ? 1 : -1;
        double begin = from.middle() + down * (from.height / 2 + 1);
        double end = to.middle() - down * (to.height / 2 + 1);
        brush.arrow(at, begin, at, end, role, 1.6, Mark.Stroke.SOLID);
      }
    }
  }

  /**
   * Where its name begins: behind the words of a moment and before the next one, or where there is
   * no such room beside the last one.
   *
   * @param width of its name
   */
  public double left(double width, Brush brush) {
    List<Long> moments = moments();
    for (int i = 0; i < moments.size(); i++) {
      double begin = Math.max(x(moments.get(i)) + HALF, words(moments.get(i), brush)) + GAP;
      double next = i + 1 < moments.size() ? x(moments.get(i + 1)) - HALF : right;
      if (begin + width <= next) {
        return begin;
      }
    }
    double last = x(moments.getLast());
    double behind = last + HALF + GAP;
    return behind + width <= right ? behind : last - HALF - GAP - width;
  }

  /** Where the words end that stand beside the beads of that moment. */
  private double words(long moment, Brush brush) {
    double end = Double.NEGATIVE_INFINITY;
    for (Member member : ring.members()) {
      if (boxes.lane(member.lane()) != null) {
        SeenBeads beads = new SeenBeads(timeline, member.lane(), scale);
        end = Math.max(end, beads.end(moment, brush));
      }
    }
    return end;
  }
}
