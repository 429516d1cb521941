package interleave.timeline.track;

import interleave.timeline.HostTrack;
import interleave.timeline.ProcessGroup;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.HostRows;
import interleave.timeline.layout.HostText;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine above the processes on it: name, how many they are, how far off its clock may be, and
 * how many of them lived. Only where there are several machines.
 */
final class HostHeader extends TrackKind {
  static final HostHeader KIND = new HostHeader();
  private static final FoundKind FOUND = FoundKind.of(9, "kind.host");
  private static final double HEIGHT = 44;

  private HostHeader() {
    super(HostRows.NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return HostRows.shown(timeline, folds).stream().map(HostRows::header).toList();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public double gutter(Timeline timeline, TextMetrics metrics) {
    double widest = 0;
    for (HostTrack host : Gutter.some(timeline.hosts())) {
      double name = metrics.width(Face.NAME, HostText.name(timeline, host));
      double facts = metrics.width(Face.SMALL, HostText.facts(timeline, host));
      widest = Math.max(widest, 35 + Math.max(name, facts));
    }
    return widest;
  }

  @Override
  public ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Host(index);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Host ? thing : null;
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.HOST ? folds.toggleOpened(HostRows.NAME, hit.index()) : folds;
  }

  @Override
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    return thing instanceof ThingRef.Host(int index)
        ? folds.toggleOpened(HostRows.NAME, index)
        : folds;
  }

  @Override
  public Folds reveal(Timeline timeline, Folds folds, ThingRef thing) {
    return thing instanceof ThingRef.Host(int index)
            && !HostRows.shown(timeline, folds).contains(index)
        ? folds.pin(HostRows.NAME, index)
        : folds;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.hosts().size(),
            i -> HostText.name(timeline, timeline.hosts().get(i)),
            ThingRef.Host::new,
            i -> -1));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    Timeline timeline = view.timeline();
    HostTrack host = timeline.hosts().get(slot.index());
    ThingRef thing = new ThingRef.Host(host.index());
    names(view, slot, host, thing, brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().rect(space.left(), slot.y(), width, slot.height(), Hit.of(Part.HEADER, thing));
    if (!host.processes().isEmpty()) {
      ProcessGroup lived = ProcessGroup.of(timeline.processes(), host.processes());
      FoldBand.lived(view, space, StackedArea.Box.within(slot), lived, brush);
    }
    brush.names();
  }

  private static void names(View view, Slot slot, HostTrack host, ThingRef thing, Brush brush) {
    double left = view.frame().left();
    double x = left + 12;
    double width = view.frame().gutter() - 12 - 15 - 8;
    double y = slot.y() + 15;
    if (view.lit(thing)) {
      brush.fill(left, slot.y(), 3, slot.height() - 1, 0, Role.ACCENT);
    }
    brush.triangle(x, y, HostRows.isOpen(view.timeline(), view.folds(), host.index()));
    String name = HostText.name(view.timeline(), host);
    brush.words(x + 15, y, name, Face.NAME, Role.TEXT, width, Mark.Align.LEFT);
    String facts = HostText.facts(view.timeline(), host);
    brush.words(x + 15, y + 16.5, facts, Face.SMALL, Role.MUTED, width, Mark.Align.LEFT);
    double gutter = view.frame().gutter();
    brush.hits().rect(left, slot.y(), gutter, slot.height(), Hit.of(Part.NAME, thing));
    brush.hits().rect(x - 10, slot.y(), 26, 30, new Hit(Part.HOST, thing, host.index()));
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Host(int index))) {
      return null;
    }
    HostTrack host = timeline.hosts().get(index);
    return List.of(HostText.name(timeline, host), HostText.facts(timeline, host));
  }
}
