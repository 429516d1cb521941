package interleave.timeline.track.slice;

import interleave.timeline.Flows;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.lod.ArrowDensity;
import interleave.words.Words;

/**
 * Arrows from the slice that a flow leaves to the one in which it arrives. Of more than can be told
 * apart some are drawn; what is selected keeps its own.
 */
public final class FlowArrows {
  private static final int MOST = 12_000;

  /** Of those that arrive beyond what is seen so many may have left within it. */
  private static final int BEYOND = 64;

  private static final LegendEntry FLOW =
      new LegendEntry(
          83,
          () -> Words.of("timeline/slices").get("legend.flow"),
          (brush, x, y) ->
              brush.arrow(x, y, x + LegendEntry.SWATCH, y, Role.MESSAGE, 1.2, Mark.Stroke.SOLID));

  private final Sight sight;
  private final Place place;
  private final Brush brush;

  /** Where a moment of a track is drawn. */
  @FunctionalInterface
  public interface Place {
    /** The y, NaN where the track has no row. */
    double of(int track, long time);
  }

  public FlowArrows(Sight sight, Place place, Brush brush) {
    this.sight = sight;
    this.place = place;
    this.brush = brush;
  }

  public void draw() {
    Flows flows = sight.timeline().flows();
    int first = flows.at(sight.from() - 1) + 1;
    int end = Math.min(flows.at(sight.to()) + 1 + BEYOND, flows.size());
    ArrowDensity density =
        new ArrowDensity(sight.scale().nsPerPixel(), end - first, sight.folds().hidesArrows());
    for (int i = first; i < Math.min(end, first + MOST); i++) {
      if (flows.fromTime(i) < sight.to()) {
        boolean lit = lit(flows, i);
        if (density.admits(flows.toTime(i), lit)) {
          arrow(flows, i, lit, !lit && density.crowded());
        }
      }
    }
    brush.arrows(density.drawn(), density.all());
  }

  private boolean lit(Flows flows, int i) {
    return sight.lit(new ThingRef.Flow(i))
        || touches(flows.fromTrack(i), flows.fromTime(i))
        || touches(flows.toTrack(i), flows.toTime(i));
  }

  /** Whether the selected slice is the one in which that happens. */
  private boolean touches(int track, long time) {
    if (!(sight.selection() instanceof ThingRef.Slice(int of, int depth, int i)) || of != track) {
      return false;
    }
    var at = sight.timeline().slices().get(track);
    return depth < at.depth()
        && at.row(depth).at(time) == i
        && at.row(depth).end(i) >= time
        && at.deepest(time) <= depth;
  }

  private void arrow(Flows flows, int i, boolean lit, boolean back) {
    double y1 = place.of(flows.fromTrack(i), flows.fromTime(i));
    double y2 = place.of(flows.toTrack(i), flows.toTime(i));
    if (Double.isNaN(y1) || Double.isNaN(y2)) {
      return;
    }
    double x1 = sight.far(flows.fromTime(i));
    double x2 = sight.far(flows.toTime(i));
    ThingRef thing = new ThingRef.Flow(i);
    Role role = sight.lit(thing) ? Role.ACCENT : back ? Role.MESSAGE_SOFT : Role.MESSAGE;
    double reach = Math.clamp(Math.abs(x2 - x1) / 2, 10, 60);
    brush.seen(FLOW);
    brush.curve(
        new Mark.Curve(
            x1,
            y1,
            x1 + reach,
            y1,
            x2 - reach,
            y2,
            x2,
            y2,
            role,
            lit ? 2 : 1.3,
            Mark.Stroke.SOLID,
            true));
    brush.hits().line(x1, y1, x2, y2, 3, Hit.of(Part.ARROW, thing));
  }
}
