package interleave.timeline.track.slice;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.WideMoments;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.words.Words;

/** Moments with a name: a diamond in the row in which it happened, or a line across rows. */
public final class MomentMarks {
  private static final double HALF = 4;
  private static final double NEXT = 5;
  private static final double NEXT_WIDE = 3;

  private static final LegendEntry LEGEND =
      new LegendEntry(
          48,
          () -> Words.of("timeline/slices").get("legend.moment"),
          (brush, x, y) -> diamond(x + LegendEntry.SWATCH / 2, y, Role.TEXT, brush));

  private static final LegendEntry WIDE =
      new LegendEntry(
          49,
          () -> Words.of("timeline/slices").get("legend.wide"),
          (brush, x, y) -> {
            double middle = x + LegendEntry.SWATCH / 2;
            brush.line(middle, y - 6, middle, y + 6, Role.IO, 1.2, Mark.Stroke.DASHED);
          });

  private final Sight sight;
  private final SliceTrack track;
  private final double top;
  private final Brush brush;

  MomentMarks(Sight sight, SliceTrack track, double top, Brush brush) {
    this.sight = sight;
    this.track = track;
    this.top = top;
    this.brush = brush;
  }

  void draw(int shown) {
    SliceTrack.Moments moments = track.moments();
    int i = Math.max(0, moments.at(sight.from() - 1) + 1);
    while (i < moments.size() && moments.time(i) < sight.to()) {
      double x = within(sight.x(moments.time(i)));
      int depth = Math.min(moments.depth(i), shown);
      // At the lower edge of the slice around it, so that no name is covered.
      double y = top + depth * SliceRows.ROW + (depth == 0 ? SliceRows.BAR / 2 : 0);
      ThingRef thing = new ThingRef.Moment(track.index(), i);
      brush.seen(LEGEND);
      diamond(x, y, sight.lit(thing) ? Role.ACCENT : Role.TEXT, brush);
      brush.hits().disc(x, y, HALF + 1, Hit.of(Part.CHIP, thing));
      // Of those that share their place one is drawn.
      int next = Math.max(i + 1, moments.at(sight.scale().time(x + NEXT)));
      if (depth == 0) {
        name(moments, i, next, x, y);
      }
      i = next;
    }
  }

  /** One at the edge of the picture stands within it. */
  private double within(double x) {
    return x > sight.left() - 1 && x < sight.left() + HALF
        ? sight.left() + HALF
        : x < sight.right() + 1 && x > sight.right() - HALF ? sight.right() - HALF : x;
  }

  /** The name beside it, where nothing else is. */
  private void name(SliceTrack.Moments moments, int i, int next, double x, double y) {
    int slice = track.depth() > 0 ? track.row(0).at(moments.time(i)) : -1;
    boolean follows = track.depth() > 0 && slice + 1 < track.row(0).size();
    double free = next < moments.size() ? sight.x(moments.time(next)) - HALF : sight.right();
    double end = follows ? Math.min(free, sight.x(track.row(0).start(slice + 1))) : free;
    double room = Math.min(end, sight.right()) - x - HALF - 5;
    String name = moments.name(i);
    if (room >= brush.width(Face.SMALL, name)) {
      brush.words(x + HALF + 3, y, name, Face.SMALL, Role.TEXT, room + 1, Mark.Align.LEFT);
    }
  }

  private static void diamond(double x, double y, Role role, Brush brush) {
    Points points = new Points().add(x, y - HALF - 1).add(x + HALF, y);
    brush.area(points.add(x, y + HALF + 1).add(x - HALF, y), role, 1);
  }

  /** Where the rows of a process are; NaN where it has none. */
  @FunctionalInterface
  public interface Place {
    /** Its top, or its bottom; of all processes for -1. */
    double of(int process, boolean bottom);
  }

  /** Those that concern more than one thread. */
  public static void wide(Sight sight, Place place, Brush brush) {
    WideMoments moments = sight.timeline().wideMoments();
    int i = Math.max(0, moments.at(sight.from() - 1) + 1);
    while (i < moments.size() && moments.time(i) < sight.to()) {
      double x = sight.x(moments.time(i));
      double from = place.of(moments.process(i), false);
      double to = place.of(moments.process(i), true);
      if (to > from) {
        ThingRef thing = new ThingRef.WideMoment(i);
        boolean lit = sight.lit(thing);
        brush.seen(WIDE);
        brush.line(x, from, x, to, lit ? Role.ACCENT : Role.IO, lit ? 2 : 1.2, Mark.Stroke.DASHED);
        brush.hits().line(x, from, x, to, 3, Hit.of(Part.CHIP, thing));
      }
      i = Math.max(i + 1, moments.at(sight.scale().time(x + NEXT_WIDE)));
    }
  }
}
