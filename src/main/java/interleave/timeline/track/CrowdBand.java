package interleave.timeline.track;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.lod.Bins;
import interleave.timeline.seen.SeenCrowd;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A crowd folded into one row: how many of its threads do what, over time. */
final class CrowdBand extends TrackKind {
  static final String NAME = CrowdRows.NAME;
  private static final Words WORDS = Words.of("timeline/crowds");
  private static final double HEIGHT = 62;

  private static final List<StackedArea.Layer> LAYERS =
      Stream.of(
              ThreadState.RUNNING,
              ThreadState.READY,
              ThreadState.IO,
              ThreadState.LOCK_WAIT,
              ThreadState.QUEUE_WAIT,
              ThreadState.SYNC_WAIT,
              ThreadState.JOINING,
              ThreadState.UNTRACED_WAIT,
              ThreadState.SLEEPING,
              ThreadState.NOT_TOLD)
          .map(
              state ->
                  new StackedArea.Layer(
                      state.ordinal(),
                      Role.of(state),
                      Role.on(state),
                      () -> inWords(state),
                      brush -> brush.seen(state)))
          .toList();

  private final boolean virtual;

  CrowdBand(boolean virtual) {
    super(NAME);
    this.virtual = virtual;
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return timeline.crowds().stream()
        .filter(crowd -> crowd.virtual() == virtual && !crowd.few())
        .map(crowd -> Place.inside(crowd.index(), crowd.process()))
        .toList();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public double gutter(Timeline timeline, TextMetrics metrics) {
    double widest = 0;
    for (CrowdTrack crowd : Gutter.some(timeline.crowds())) {
      if (!crowd.few()) {
        widest = Math.max(widest, 37 + metrics.width(Face.NAME, title(crowd)));
      }
      for (int carrier : crowd.carriers().subList(0, Math.min(1, crowd.carriers().size()))) {
        String name = timeline.lanes().get(carrier).name();
        widest = Math.max(widest, 42 + metrics.width(Face.CODE, name));
      }
    }
    return widest;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Crowd(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Crowd(int index) -> index;
      case ThingRef.CrowdMoment(int crowd, long _) -> crowd;
      default -> -1;
    };
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.CROWD ? folds.toggleOpened(NAME, hit.index()) : folds;
  }

  @Override
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    return owner(timeline, thing) instanceof ThingRef.Crowd(int index)
            && !timeline.crowds().get(index).few()
        ? folds.toggleOpened(NAME, index)
        : folds;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    CrowdTrack crowd = view.timeline().crowds().get(slot.index());
    boolean opened = view.folds().isOpened(NAME, crowd.index());
    Hit fold = new Hit(Part.CROWD, new ThingRef.Crowd(crowd.index()), crowd.index());
    Gutter.folded(view, slot, fold, opened, title(crowd), facts(view, crowd), brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().area(space.left(), slot.y(), width, slot.height(), hit(space, crowd));
    StackedArea.Box box = StackedArea.Box.within(slot);
    double most = Math.max(1, crowd.most());
    new StackedArea(view, space, box, LAYERS, crowd::means, most, brush).draw();
    new SeenCrowd(view.timeline(), crowd)
        .draw(space.scale(), space.left(), space.right(), box.base(), box.height(), brush);
    StackedArea.moments(
        view,
        space,
        slot,
        thing ->
            thing instanceof ThingRef.CrowdMoment(int index, long time) && index == crowd.index()
                ? time
                : Timeline.OPEN,
        brush);
    brush.names();
  }

  static String title(CrowdTrack crowd) {
    int count = crowd.lanes().size();
    String kind = crowd.tasks() ? "tasks" : crowd.virtual() ? "virtual" : "platform";
    return WORDS.count(kind, count, VariableBand.count(count));
  }

  private static List<String> facts(View view, CrowdTrack crowd) {
    String now = states(crowd, view.moment());
    String most = WORDS.get("most", VariableBand.count(crowd.most()));
    return now.isEmpty() ? List.of(most) : List.of(most, now);
  }

  /** {@code 3 running, 9 997 sleeping}; empty where none is alive. */
  static String states(CrowdTrack crowd, long time) {
    int running = crowd.count(ThreadState.RUNNING, time);
    int sleeping = crowd.count(ThreadState.SLEEPING, time);
    int untold = crowd.count(ThreadState.NOT_TOLD, time);
    int waiting = crowd.alive(time) - running - sleeping - untold;
    List<String> parts = new ArrayList<>();
    part(parts, "running", running);
    part(parts, "sleeping", sleeping);
    part(parts, "waiting", waiting);
    part(parts, "untold", untold);
    return String.join(WORDS.get("and"), parts);
  }

  private static void part(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(WORDS.get(key, VariableBand.count(count)));
    }
  }

  static String inWords(ThreadState state) {
    return Words.of("timeline/draw").get("legend." + state);
  }

  private static interleave.timeline.hit.HitMap.Spot hit(Space space, CrowdTrack crowd) {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    return (x, y) -> {
      long time = bins.floor(space.scale().time(x));
      return Hit.of(Part.TRACK, new ThingRef.CrowdMoment(crowd.index(), time));
    };
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Crowd(int index) -> {
        CrowdTrack crowd = timeline.crowds().get(index);
        yield List.of(title(crowd), WORDS.get("most", VariableBand.count(crowd.most())));
      }
      case ThingRef.CrowdMoment(int index, long time) -> {
        CrowdTrack crowd = timeline.crowds().get(index);
        yield List.of(
            title(crowd), WORDS.get("at", TimeText.moment(time - timeline.start(), 1000)));
      }
      default -> null;
    };
  }
}
