package interleave.timeline.track;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.SliceEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.SliceText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.search.SliceNames;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.SliceSheet;
import interleave.timeline.track.slice.FlowArrows;
import interleave.timeline.track.slice.MomentMarks;
import interleave.timeline.track.slice.SliceBars;
import interleave.timeline.track.slice.SliceRows;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of slices that is no thread's; and what is to be known of slices, wherever they are: those
 * of threads are in their lanes.
 */
final class SliceBand extends TrackKind {
  static final String NAME = "track";
  static final SliceBand KIND = new SliceBand();

  private static final Words WORDS = Words.of("timeline/slices");
  private static final FoundKind FOUND = new FoundKind(25, WORDS, "found.track", false);
  private static final double TOP = 5;
  private static final double LEAST = 28;

  private SliceBand() {
    super(NAME, Sort.TRACK);
  }

  /** The row in which the slices of a track are; of a thread that is its lane. */
  static ThingRef lane(Timeline timeline, int track) {
    int lane = timeline.slices().get(track).lane();
    return lane < 0 ? new ThingRef.Track(track) : new ThingRef.Lane(lane);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return within(timeline, folds, track -> timeline.slices().get(track).process());
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return Math.max(LEAST, TOP + SliceRows.height(timeline.slices().get(index), folds));
  }

  @Override
  public Ground ground() {
    return Ground.RULE;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Track(index);
  }

  @Override
  int row(ThingRef thing) {
    return thing instanceof ThingRef.Track(int track) ? track : -1;
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.WideMoment(int i)
        ? process(timeline, i)
        : super.owner(timeline, thing);
  }

  private static @Nullable ThingRef process(Timeline timeline, int moment) {
    int process = timeline.wideMoments().process(moment);
    return process < 0 ? null : new ThingRef.Process(process);
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Slice(int track, int depth, int i) ->
          new ThingRef.Slice(
              track, depth, next(i, direction, timeline.slices().get(track).row(depth).size()));
      case ThingRef.Moment(int track, int i) ->
          new ThingRef.Moment(
              track, next(i, direction, timeline.slices().get(track).moments().size()));
      case ThingRef.WideMoment(int i) ->
          new ThingRef.WideMoment(next(i, direction, timeline.wideMoments().size()));
      case ThingRef.Flow(int i) -> new ThingRef.Flow(next(i, direction, timeline.flows().size()));
      default -> null;
    };
  }

  @Override
  public @Nullable ThingRef follow(Timeline timeline, ThingRef from, int direction) {
    return switch (from) {
      case ThingRef.Slice(int track, int depth, int i) ->
          SliceText.flowOf(timeline, track, depth, i, direction);
      case ThingRef.Flow(int i) -> SliceText.slice(timeline, i, direction);
      default -> null;
    };
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<SliceTrack> rows = timeline.slices().stream().filter(track -> track.lane() < 0).toList();
    return List.of(
        new Findable(
            FOUND,
            rows.size(),
            i -> rows.get(i).name(),
            i -> new ThingRef.Track(rows.get(i).index()),
            i -> rows.get(i).process()),
        SliceNames.of(timeline),
        SliceNames.moments(timeline),
        SliceNames.wide(timeline));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    List<EventSource> sources = new ArrayList<>();
    timeline.slices().forEach(track -> sources.addAll(SliceEvents.of(timeline, track)));
    sources.add(SliceEvents.wide(timeline));
    sources.add(SliceEvents.flows(timeline));
    sources.removeIf(source -> source.size() == 0);
    return sources;
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return asked.timeline().slices().isEmpty() ? List.of() : List.of(SliceSheet.of(asked));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return second(timeline.slices().stream().mapToLong(SliceTrack::start));
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    SliceTrack deepest = null;
    for (SliceTrack track : timeline.slices()) {
      deepest = deepest == null || track.depth() > deepest.depth() ? track : deepest;
    }
    return deepest == null || deepest.depth() == 0
        ? null
        : new TellingMoment(7, deepest.row(deepest.depth() - 1).start(0));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    SliceTrack track = view.timeline().slices().get(slot.index());
    ThingRef thing = new ThingRef.Track(slot.index());
    Gutter.draw(view, slot, thing, track.name(), List.of(), brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().rect(space.left(), slot.y(), width, slot.height(), Hit.of(Part.TRACK, thing));
    new SliceBars(space.sight(view), track, slot.y() + TOP, view.timeline().now(), brush)
        .draw(view.frame().gutter(), thing);
    brush.names();
  }

  @Override
  public void overlay(View view, Space space, Brush brush) {
    Timeline timeline = view.timeline();
    if (timeline.wideMoments().size() > 0) {
      MomentMarks.wide(space.sight(view), (process, end) -> edge(space, process, end), brush);
    }
    if (timeline.flows().size() > 0) {
      new FlowArrows(space.sight(view), (track, time) -> middle(view, space, track, time), brush)
          .draw();
    }
  }

  private static double edge(Space space, int process, boolean bottom) {
    if (process < 0) {
      return bottom ? space.frame().bodyBottom() : space.frame().bodyTop();
    }
    Row header = space.row(ProcessHeader.NAME, process);
    return bottom ? space.bottom(process) : header == null ? Double.NaN : space.top(header);
  }

  private static double middle(View view, Space space, int index, long time) {
    SliceTrack track = view.timeline().slices().get(index);
    if (track.lane() >= 0) {
      return LaneTrack.middle(view, space, track, time);
    }
    Row row = space.row(NAME, index);
    if (row != null) {
      return space.top(row) + TOP + SliceRows.middle(track, time, view.folds());
    }
    int group = view.timeline().groupOf(Sort.TRACK, index);
    Row fold = group < 0 ? null : space.row(FoldBand.NAME, group);
    return fold == null ? space.laneY(-1, track.process()) : space.top(fold) + fold.height() / 2;
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return SliceText.tooltip(timeline, thing);
  }
}
