package interleave.timeline.track.order;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingRef;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Row;
import interleave.timeline.lod.ArrowDensity;
import interleave.timeline.order.HappensBefore;
import interleave.timeline.order.Link;
import interleave.timeline.order.Races;
import interleave.timeline.track.Arrows;
import interleave.timeline.track.Space;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.List;

/**
 * Arrows from where a thread handed on what it had done to where another took it over; and, in the
 * rows of variables, red lines between accesses that nothing orders. Of more than can be told apart
 * some are drawn.
 *
 * <pre>
 *   Writer  ##w##●####
 *                 \
 *   Reader  =======▼=r
 * </pre>
 */
public final class OrderArrows {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final double DOT = 2.6;
  private static final double FLOOR = 9;
  private static final double TICK = 5;

  private static final LegendEntry ORDER =
      new LegendEntry(
          84,
          () -> WORDS.get("legend.order"),
          (brush, x, y) -> {
            brush.disc(x + DOT, y, DOT, Role.TEXT);
            brush.arrow(x, y, x + LegendEntry.SWATCH, y, Role.TEXT, 1.3, Mark.Stroke.SOLID);
          });

  private static final LegendEntry RACE =
      new LegendEntry(
          85,
          () -> WORDS.get("legend.race"),
          (brush, x, y) ->
              brush.line(x, y, x + LegendEntry.SWATCH, y, Role.RED, 1.8, Mark.Stroke.DASHED));

  private final View view;
  private final Space space;
  private final Brush brush;

  private OrderArrows(View view, Space space, Brush brush) {
    this.view = view;
    this.space = space;
    this.brush = brush;
  }

  /** Where they are switched on. */
  public static void draw(View view, Space space, Brush brush) {
    if (view.folds().showsOrder()) {
      OrderArrows arrows = new OrderArrows(view, space, brush);
      arrows.links();
      view.timeline().variables().forEach(arrows::races);
    }
  }

  private void links() {
    List<Link> links =
        HappensBefore.links(view.timeline(), space.from(), space.to()).stream()
            .filter(link -> shows(link.from(), link.to()))
            .toList();
    ArrowDensity density =
        new ArrowDensity(space.scale().nsPerPixel(), links.size(), view.folds().hidesArrows());
    for (Link link : links) {
      if (density.admits(link.toTime(), lit(link))) {
        arrow(link);
      }
    }
    brush.arrows(density.drawn(), density.all());
  }

  private boolean shows(int from, int to) {
    double y1 = space.laneY(from, -1);
    double y2 = space.laneY(to, -1);
    return !Double.isNaN(y1) && !Double.isNaN(y2) && y1 != y2;
  }

  private boolean lit(Link link) {
    ThingRef chosen = view.selection();
    return chosen != null && chosen.equals(link.about());
  }

  private void arrow(Link link) {
    double y1 = space.laneY(link.from(), -1);
    double y2 = space.laneY(link.to(), -1);
    double half = (y2 > y1 ? 1 : -1) * Arrows.HALF;
    double x1 = Arrows.near(space, link.fromTime());
    double x2 = Arrows.near(space, link.toTime());
    Role role = lit(link) ? Role.ACCENT : Role.TEXT;
    brush.seen(ORDER);
    brush.disc(x1, y1 + half, DOT, role);
    brush.curve(Arrows.bow(x1, y1 + half, x2, y2 - half, role, 1.3, Mark.Stroke.SOLID));
    if (link.about() != null) {
      brush.hits().line(x1, y1 + half, x2, y2 - half, 3, Hit.of(Part.ARROW, link.about()));
    }
  }

  private void races(VariableTrack variable) {
    Row row = space.row(TrackKinds.name(ThingGroup.Sort.VARIABLE), variable.index());
    if (row == null) {
      return;
    }
    List<Races.Race> races =
        Races.of(view.timeline(), variable).stream()
            .filter(race -> variable.time(race.second()) >= space.from())
            .filter(race -> variable.time(race.first()) <= space.to())
            .toList();
    ArrowDensity density =
        new ArrowDensity(space.scale().nsPerPixel(), races.size(), view.folds().hidesArrows());
    double y = space.top(row) + row.height() - FLOOR;
    for (Races.Race race : races) {
      ThingRef thing = new ThingRef.Access(variable.index(), race.second());
      if (density.admits(variable.time(race.second()), thing.equals(view.selection()))) {
        race(variable, race, y);
      }
    }
    brush.arrows(density.drawn(), density.all());
  }

  /** Below the two accesses in the row of the variable. */
  private void race(VariableTrack variable, Races.Race race, double y) {
    double x1 = Arrows.near(space, variable.time(race.first()));
    double x2 = Arrows.near(space, variable.time(race.second()));
    brush.seen(RACE);
    brush.line(x1, y, x2, y, Role.RED, 1.8, Mark.Stroke.DASHED);
    brush.line(x1, y - TICK, x1, y, Role.RED, 1.8);
    brush.line(x2, y - TICK, x2, y, Role.RED, 1.8);
    Hit hit = Hit.of(Part.ACCESS, new ThingRef.Access(variable.index(), race.second()));
    brush.hits().line(x1, y, x2, y, 5, hit);
    says(Math.max(x1, space.left()), Math.min(x2, space.right()), y);
  }

  /** In the middle of the line, where there is room. */
  private void says(double from, double to, double y) {
    String text = WORDS.get("race");
    double width = brush.width(Face.SMALL_STRONG, text);
    if (to - from > width + 12) {
      double x = (from + to - width) / 2;
      brush.fill(x - 3, y - 8, width + 6, 16, 3, Role.BAND, 0.9);
      brush.words(x, y, text, Face.SMALL_STRONG, Role.RED);
    }
  }
}
