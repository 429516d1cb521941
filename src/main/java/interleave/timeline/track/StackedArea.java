package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.Bins;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many of something there are of each sort, as areas that lie upon each other:
 *
 * <pre>
 *   most ┌ ─ ─ ─ ─ ─ ─ ─ ─ ─
 *        │   ______ sleeping
 *        │__/      \________
 *        │________   waiting
 *      0 │         \________ running
 * </pre>
 *
 * Each bin of two pixels shows its means, so a picture costs by its width.
 */
final class StackedArea {
  /** A few that run among thousands are seen all the same. */
  private static final double THINNEST = 1.6;

  private final Space space;
  private final double base;
  private final double height;
  private final Brush brush;
  private final List<Layer> layers;
  private final long from;
  private final long size;
  private final double[][] amounts;
  private final double most;

  /**
   * One of the areas.
   *
   * @param amount which of the amounts it shows
   * @param word what it is called within the area
   * @param seen what the legend explains of it
   */
  record Layer(int amount, Role fill, Role on, Supplier<String> word, Consumer<Brush> seen) {}

  /** What there is of each in [from, to). */
  @FunctionalInterface
  interface Amounts {
    double[] of(long from, long to);
  }

  /** Where an area stands. */
  record Box(double base, double height) {
    static Box within(TrackKind.Slot slot) {
      return new Box(slot.bottom() - 5, slot.height() - 12);
    }
  }

  /**
   * @param layers from the bottom up
   * @param most what the whole height stands for; 0 for what there is in sight
   */
  StackedArea(
      View view, Space space, Box box, List<Layer> layers, Amounts of, double most, Brush brush) {
    this.space = space;
    this.base = box.base();
    this.height = box.height();
    this.layers = layers;
    this.brush = brush;
    Timeline timeline = view.timeline();
    Bins bins = Bins.of(2 * space.scale().nsPerPixel());
    size = bins.size();
    from = bins.floor(Math.max(space.from(), timeline.start()));
    long to = Math.min(space.to(), timeline.now());
    int count = to <= from ? 0 : (int) Math.min(100_000, (to - from + size - 1) / size);
    amounts = new double[count][];
    double highest = 0;
    for (int i = 0; i < count; i++) {
      long start = from + i * size;
      amounts[i] = of.of(start, Math.max(start + 1, Math.min(start + size, timeline.now())));
      highest = Math.max(highest, Arrays.stream(amounts[i]).sum());
    }
    this.most = most > 0 ? most : Math.max(1e-9, highest);
  }

  /**
   * A line at the moment that is pointed at or selected.
   *
   * @param time of a thing that is a moment of this row; {@link Timeline#OPEN} for others
   */
  static void moments(
      View view, Space space, TrackKind.Slot slot, ToLongFunction<ThingRef> time, Brush brush) {
    moment(view.hover(), Role.TEXT, space, slot, time, brush);
    moment(view.selection(), Role.ACCENT, space, slot, time, brush);
  }

  private static void moment(
      @Nullable ThingRef thing,
      Role role,
      Space space,
      TrackKind.Slot slot,
      ToLongFunction<ThingRef> time,
      Brush brush) {
    long at = thing == null ? Timeline.OPEN : time.applyAsLong(thing);
    if (at != Timeline.OPEN) {
      brush.line(space.x(at), slot.y() + 3, space.x(at), slot.bottom() - 5, role, 1);
    }
  }

  void draw() {
    double[] floor = new double[amounts.length];
    for (Layer layer : layers) {
      layer(layer, floor);
    }
    line(floor);
    lowest(layers.getFirst());
    words();
  }

  private double x(int bin) {
    return space.x(from + bin * size);
  }

  private double y(double amount) {
    return base - amount / most * height;
  }

  /** One area above {@code floor}, which is raised by it. */
  private void layer(Layer layer, double[] floor) {
    int s = layer.amount();
    for (int i = 0; i < amounts.length; ) {
      if (amounts[i][s] <= 0) {
        i++;
        continue;
      }
      int first = i;
      Points area = new Points();
      for (; i < amounts.length && amounts[i][s] > 0; i++) {
        double y = y(floor[i] + amounts[i][s]);
        area.add(x(i), y).add(x(i + 1), y);
      }
      for (int back = i - 1; back >= first; back--) {
        double y = y(floor[back]);
        area.add(x(back + 1), y).add(x(back), y);
        floor[back] += amounts[back][s];
      }
      layer.seen().accept(brush);
      brush.area(area, layer.fill(), 1);
    }
  }

  private void line(double[] all) {
    Points line = new Points();
    for (int i = 0; i < all.length; i++) {
      line.add(x(i), y(all[i])).add(x(i + 1), y(all[i]));
    }
    brush.path(line, Role.MUTED, 0.8);
  }

  private void lowest(Layer layer) {
    for (int i = 0; i < amounts.length; i++) {
      int first = i;
      while (i < amounts.length && amounts[i][layer.amount()] > 0) {
        i++;
      }
      if (i > first) {
        brush.fill(x(first), base - THINNEST, x(i) - x(first), THINNEST, 0, layer.fill());
      }
    }
  }

  /** In each area that is high enough, where it is highest, what it is. */
  private void words() {
    for (Layer layer : layers) {
      int best = -1;
      for (int i = 0; i < amounts.length; i++) {
        if (best < 0 || amounts[i][layer.amount()] > amounts[best][layer.amount()]) {
          best = i;
        }
      }
      if (best < 0 || amounts[best][layer.amount()] / most * height < 13) {
        continue;
      }
      double below = 0;
      for (Layer lower : layers.subList(0, layers.indexOf(layer))) {
        below += amounts[best][lower.amount()];
      }
      int[] reach = reach(layer.amount(), best);
      word(layer, reach, y(below + amounts[best][layer.amount()] / 2));
    }
  }

  /** The bins around the highest where the area is still nearly as high. */
  private int[] reach(int amount, int best) {
    double enough = amounts[best][amount] * 0.7;
    int first = best;
    int last = best;
    while (first > 0 && amounts[first - 1][amount] >= enough) {
      first--;
    }
    while (last + 1 < amounts.length && amounts[last + 1][amount] >= enough) {
      last++;
    }
    return new int[] {first, last};
  }

  private void word(Layer layer, int[] reach, double y) {
    double left = Math.max(space.left(), x(reach[0]));
    double right = Math.min(space.right(), x(reach[1] + 1));
    String text = layer.word().get();
    double width = brush.width(Face.SMALL, text) + 8;
    if (right - left >= width) {
      double x = left + (right - left - width) / 2;
      brush.words(x + 4, y, text, Face.SMALL, layer.on());
    }
  }
}
