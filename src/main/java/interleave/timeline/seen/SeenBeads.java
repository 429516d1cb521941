package interleave.timeline.seen;

import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.SeenText;
import interleave.timeline.layout.TimeScale;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which a thread was seen, as beads in the colour of its state on the hairline of
 * its lane, and beside each what it did, where there is room:
 *
 * <pre>
 *   worker-1   ──■ waits for Account 0x1b──■ waits for Account 0x1b──■ Bank.java:31──
 * </pre>
 */
public final class SeenBeads {
  /** Half as wide and as high. */
  public static final double REACH = 7;

  /** Beads that lie nearer together are one. */
  private static final double APART = 4;

  private static final double LEAST_ROOM = 46;

  /** Words left of a bead are no wider. */
  private static final double WIDE = 200;

  private static final LegendEntry LEGEND =
      new LegendEntry(
          14,
          () -> Words.of("timeline/seen").get("legend"),
          (brush, x, y) -> {
            brush.line(x, y, x + LegendEntry.SWATCH, y, Role.MUTED, 1);
            brush.fill(x + LegendEntry.SWATCH / 2 - 4, y - 4, 8, 8, 2, Role.MUTED);
          });

  private final Timeline timeline;
  private final Sightings all;
  private final List<Integer> own;
  private final TimeScale scale;

  public SeenBeads(Timeline timeline, int lane, TimeScale scale) {
    this.timeline = timeline;
    this.scale = scale;
    all = timeline.sightings();
    own = all.ofLane(lane);
  }

  public boolean isEmpty() {
    return own.isEmpty();
  }

  /**
   * Draws them.
   *
   * @param middle the y of the hairline
   * @param chosen what is selected, and what is pointed at
   */
  public void draw(double left, double right, double middle, List<ThingRef> chosen, Brush brush) {
    brush.seen(LEGEND);
    double before = Double.NEGATIVE_INFINITY;
    for (int k = first(scale.time(left) - 1); k < own.size(); k++) {
      Sighting seen = all.get(own.get(k));
      double x = within(scale.x(seen.time()), left, right);
      if (x > right) {
        return;
      }
      boolean lit = chosen.contains(new ThingRef.Sighting(own.get(k)));
      if (x - before >= APART || lit) {
        bead(seen, x, middle, lit, brush);
        double next = k + 1 < own.size() ? scale.x(all.get(own.get(k + 1)).time()) : right;
        boolean free = words(seen, x + REACH + 4, Math.min(next - REACH, right), middle, brush);
        if (!free && x - before > 2 * WIDE) {
          beside(seen, x - REACH - 4, middle, brush);
        }
        before = x;
      }
    }
  }

  private static void bead(Sighting seen, double x, double middle, boolean lit, Brush brush) {
    ThreadState state = SeenText.state(seen.state());
    if (state == ThreadState.NOT_TOLD) {
      brush.fill(x - REACH, middle - REACH, 2 * REACH, 2 * REACH, 3, Role.MUTED);
    } else {
      brush.state(x - REACH, middle - REACH, 2 * REACH, 2 * REACH, state, x);
    }
    if (lit) {
      brush.outline(
          x - REACH - 1.5, middle - REACH - 1.5, 2 * REACH + 3, 2 * REACH + 3, 3, Role.ACCENT, 2);
    }
  }

  /** A bead at the edge of the picture stands within it. */
  public static double within(double x, double left, double right) {
    double half = REACH + 1;
    return x > left - 1 && x < left + half
        ? left + half
        : x < right + 1 && x > right - half ? right - half : x;
  }

  /** Where the words end that belong to the last bead up to that time; nowhere without one. */
  public double end(long time, Brush brush) {
    int k = first(time + 1);
    while (k + 1 < own.size() && all.get(own.get(k + 1)).time() <= time) {
      k++;
    }
    if (k >= own.size()) {
      return Double.NEGATIVE_INFINITY;
    }
    Sighting seen = all.get(own.get(k));
    return scale.x(seen.time()) + 2 * REACH + 4 + brush.width(Face.SMALL, text(seen));
  }

  private String text(Sighting seen) {
    String place = SeenText.place(timeline, seen.site());
    return seen.wants() || place.isEmpty() ? SeenText.brief(seen) : place;
  }

  /** Left of a bead behind which there is no room. */
  private void beside(Sighting seen, double right, double middle, Brush brush) {
    String text = text(seen);
    double wide = Math.min(WIDE, brush.width(Face.SMALL, text) + 4);
    brush.fill(right - wide, middle - 7, wide + 2, 14, 2, Role.BACKGROUND);
    brush.words(right, middle, text, Face.SMALL, Role.MUTED, wide, Mark.Align.RIGHT);
  }

  /** Whether there was room for them. */
  private boolean words(Sighting seen, double left, double right, double middle, Brush brush) {
    double room = right - left;
    if (room < LEAST_ROOM) {
      return false;
    }
    String text = text(seen);
    double wide = Math.min(room, brush.width(Face.SMALL, text) + 4);
    brush.fill(left - 2, middle - 7, wide, 14, 2, Role.BACKGROUND);
    brush.words(left, middle, text, Face.SMALL, Role.MUTED, room, Mark.Align.LEFT);
    return true;
  }

  /** The first of them at that time or later. */
  private int first(long time) {
    int low = 0;
    int high = own.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(own.get(middle)).time() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }

  /** The one that lies at that x; null for none. */
  public @Nullable ThingRef at(double x, double left, double right) {
    int from = first(scale.time(x - REACH));
    for (int k = from; k < own.size(); k++) {
      double bead = within(scale.x(all.get(own.get(k)).time()), left, right);
      if (Math.abs(bead - x) <= REACH) {
        return new ThingRef.Sighting(own.get(k));
      }
      if (bead > x + REACH) {
        return null;
      }
    }
    return null;
  }

  /** The sighting of its lane after or before that one; itself at either end. */
  public static ThingRef next(Timeline timeline, int sighting, int direction) {
    Sightings all = timeline.sightings();
    List<Integer> own = all.ofLane(all.get(sighting).lane());
    int next = own.indexOf(sighting) + direction;
    return new ThingRef.Sighting(next >= 0 && next < own.size() ? own.get(next) : sighting);
  }
}
