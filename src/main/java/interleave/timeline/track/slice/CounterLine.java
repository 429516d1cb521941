package interleave.timeline.track.slice;

import interleave.timeline.CounterTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CounterText;
import interleave.timeline.lod.Bins;
import interleave.words.Words;

/**
 * The value of a counter as steps over its zero; from far away the range of values in each bin, so
 * that nothing that stuck out is missing.
 */
public final class CounterLine {
  private static final double AREA = 0.25;
  private static final double NEAR = 3;

  private static final LegendEntry LEGEND =
      new LegendEntry(
          91,
          () -> Words.of("timeline/slices").get("legend.counter"),
          (brush, x, y) -> {
            brush.fill(x, y - 3, LegendEntry.SWATCH, 9, 0, Role.IO, AREA);
            brush.line(x, y - 3, x + LegendEntry.SWATCH, y - 3, Role.IO, 1.4);
          });

  private final Sight sight;
  private final CounterTrack counter;
  private final double top;
  private final double base;
  private final Brush brush;

  /** Behind it nothing counts any more: the process has ended, or nothing is known yet. */
  private final long end;

  private double low;
  private double high;

  /**
   * @param top where its greatest value in sight is drawn
   * @param base where its least one is
   */
  public CounterLine(Sight sight, CounterTrack counter, double top, double base, Brush brush) {
    this.sight = sight;
    this.counter = counter;
    this.top = top;
    this.base = base;
    this.brush = brush;
    end = CounterText.end(sight.timeline(), counter);
    range();
  }

  /** The values in sight, and zero, from which they are seen to rise. */
  private void range() {
    low = 0;
    high = 0;
    int before = counter.at(sight.from());
    for (double value :
        new double[] {
          counter.min(sight.from(), sight.to()),
          counter.max(sight.from(), sight.to()),
          before < 0 ? Double.NaN : counter.value(before)
        }) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    high = high > low ? high : low + 1;
  }

  private double y(double value) {
    return base - (Math.clamp(value, low, high) - low) / (high - low) * (base - top);
  }

  /** What stands beside it: the greatest value, the least, and zero where that is between them. */
  public void axis(double right) {
    label(right, high);
    if (low < 0) {
      label(right, low);
    }
    if (low == 0 || y(0) - top > 12 && base - y(0) > 12) {
      label(right, 0);
    }
  }

  private void label(double right, double value) {
    String text = CounterText.number(value);
    brush.words(right, y(value), text, Face.CODE_SMALL, Role.MUTED, 60, Mark.Align.RIGHT);
  }

  public void draw() {
    int first = Math.max(0, counter.at(sight.from()));
    int beyond = counter.at(sight.to()) + 1;
    double width = sight.right() - sight.left();
    brush.seen(LEGEND);
    if (low < 0) {
      brush.line(sight.left(), y(0), sight.right(), y(0), Role.GRID, 1);
    }
    if ((beyond - first) * NEAR <= width) {
      steps(first, beyond);
    } else {
      bins();
    }
    marked();
  }

  private void steps(int first, int beyond) {
    Points line = new Points();
    Points area = new Points();
    for (int i = first; i < beyond; i++) {
      double from = sight.near(counter.time(i));
      double to = sight.near(i + 1 < counter.size() ? counter.time(i + 1) : end);
      double y = y(counter.value(i));
      if (i == first) {
        area.add(from, y(0));
      }
      line.add(from, y).add(to, y);
      area.add(from, y).add(to, y);
    }
    if (line.size() > 0) {
      brush.area(area.add(line.lastX(), y(0)), Role.IO, AREA);
      brush.path(line, Role.IO, 1.4);
    }
  }

  private void bins() {
    Bins bins = Bins.of(sight.scale().nsPerPixel());
    Points upper = new Points();
    long last = Math.min(sight.to(), end);
    for (long from = bins.floor(sight.from()); from < last; from = bins.next(from)) {
      int before = counter.at(from);
      double least = counter.min(from, bins.next(from));
      double most = counter.max(from, bins.next(from));
      if (before >= 0) {
        double value = counter.value(before);
        least = Double.isNaN(least) ? value : Math.min(least, value);
        most = Double.isNaN(most) ? value : Math.max(most, value);
      }
      if (!Double.isNaN(least)) {
        double x = sight.near(from);
        double w = Math.max(1, sight.near(bins.next(from)) - x);
        double reach = Math.max(y(0), y(least));
        brush.fill(x, y(most), w, reach - y(most), 0, Role.IO, AREA);
        brush.fill(x, y(most), w, Math.max(1, y(least) - y(most)), 0, Role.IO, 0.6);
        upper.add(x, y(most)).add(x + w, y(most));
      }
    }
    brush.path(upper, Role.IO, 1);
  }

  /** The values that are pointed at and selected. */
  private void marked() {
    ring(sight.hover(), Role.TEXT);
    ring(sight.selection(), Role.ACCENT);
  }

  private void ring(@org.jspecify.annotations.Nullable ThingRef thing, Role role) {
    if (thing instanceof ThingRef.CounterValue(int of, int i)
        && of == counter.index()
        && i < counter.size()) {
      double x = sight.x(counter.time(i));
      if (x >= sight.left() - 4 && x <= sight.right() + 4) {
        brush.ring(x, y(counter.value(i)), 3.5, Role.BACKGROUND, role, 1.8);
      }
    }
  }

  /** The value at the moment that is pointed at. */
  public HitMap.Spot hit() {
    return (x, y) -> {
      int i = counter.at(sight.scale().time(x));
      ThingRef thing =
          i < 0
              ? new ThingRef.Counter(counter.index())
              : new ThingRef.CounterValue(counter.index(), i);
      return Hit.of(Part.TRACK, thing);
    };
  }
}
