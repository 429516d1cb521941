package interleave.timeline.track;

import interleave.timeline.LocalTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.LaneEvents;
import interleave.timeline.events.LocalEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.LaneOrder;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.RowNames;
import interleave.timeline.layout.SpanLinks;
import interleave.timeline.layout.StateKey;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.search.FunctionNames;
import interleave.timeline.search.SpanNames;
import interleave.timeline.seen.SeenBeads;
import interleave.timeline.seen.SeenEvents;
import interleave.timeline.statistics.SeenSheet;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.ThreadSheet;
import interleave.timeline.statistics.WaitSheet;
import interleave.timeline.track.slice.SliceBars;
import interleave.timeline.track.slice.SliceRows;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lane of a thread: its states one after the other, holds as a thick edge above them. */
class LaneTrack extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  static final FoundKind FOUND = FoundKind.of(20, "kind.thread");
  private static final FoundKind FOUND_LOCAL = FoundKind.of(65, "kind.local");
  private static final Words NAMES = Words.of("timeline/search");
  static final String NAME = CrowdRows.LANE;
  static final double BOX_TOP = 5;
  static final double BOX = 20;

  /** Threads that stand for themselves. */
  static final LaneTrack KIND = new LaneTrack();

  private static final double HEIGHT = 28;

  /** The same where it is not told at all what the thread does. */
  private static final double BARE = 4;

  private LaneTrack() {
    super(NAME);
  }

  /** Carriers and threads of crowds, below the row of their crowd. */
  static LaneTrack ofCrowds(boolean virtual) {
    return new LaneTrack() {
      @Override
      public List<Place> places(Timeline timeline, Folds folds) {
        return CrowdRows.ofCrowds(timeline, folds, virtual);
      }

      @Override
      public List<Stretch> stretches(Timeline timeline, Folds folds) {
        return CrowdRows.stretches(timeline, folds, virtual, HEIGHT);
      }
    };
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return LaneOrder.sorted(timeline, folds.rows().order(), CrowdRows.plain(timeline, folds));
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    double slices =
        top(timeline, timeline.lanes().get(index)) + SliceRows.height(timeline, index, folds);
    return Math.max(HEIGHT, slices) + LocalBoxes.height(timeline, index, folds);
  }

  /** Where what is below its states begins. */
  private static double top(Timeline timeline, ThreadLane lane) {
    return SliceRows.isBare(timeline, lane) ? BARE : HEIGHT;
  }

  /** The y at which a moment of the slices of a thread is drawn; NaN where it has no row. */
  static double middle(View view, Space space, SliceTrack track, long time) {
    Row row = space.row(NAME, track.lane());
    return row == null
        ? space.laneY(track.lane(), -1)
        : space.top(row)
            + top(view.timeline(), view.timeline().lanes().get(track.lane()))
            + SliceRows.middle(track, time, view.folds());
  }

  @Override
  public Ground ground() {
    return Ground.RULE;
  }

  @Override
  public double gutter(Timeline timeline, TextMetrics metrics) {
    double widest = 0;
    for (int index : Gutter.some(timeline.foremostLanes())) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service()) {
        widest = Math.max(widest, 42 + metrics.width(Face.CODE, lane.name()));
      }
    }
    return widest;
  }

  @Override
  public String called(Timeline timeline, int index) {
    return RowNames.lane(timeline, index);
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Lane(index);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lane _ -> thing;
      case ThingRef.Span(int lane, long _) -> new ThingRef.Lane(lane);
      case ThingRef.Sighting(int index) ->
          new ThingRef.Lane(timeline.sightings().get(index).lane());
      case ThingRef.Local(int track, long _) ->
          new ThingRef.Lane(timeline.locals().get(track).lane());
      case ThingRef.Slice(int track, int _, int _) -> SliceBand.lane(timeline, track);
      case ThingRef.Moment(int track, int _) -> SliceBand.lane(timeline, track);
      case ThingRef.Flow(int index) -> SliceBand.lane(timeline, timeline.flows().toTrack(index));
      default -> null;
    };
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return SliceRows.click(LocalBoxes.click(folds, hit), hit);
  }

  /** A thread of a crowd folds its crowd, any other its process. */
  @Override
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    if (!(thing instanceof ThingRef.Lane(int lane))) {
      return folds;
    }
    int crowd = timeline.crowdOf(lane);
    return crowd < 0 || timeline.crowds().get(crowd).few()
        ? folds.toggleProcess(timeline.lanes().get(lane).process())
        : folds.toggleOpened(CrowdBand.NAME, crowd);
  }

  @Override
  public Folds reveal(Timeline timeline, Folds folds, ThingRef thing) {
    if (!(owner(timeline, thing) instanceof ThingRef.Lane(int lane))
        || lane >= timeline.lanes().size()) {
      return folds;
    }
    Folds opened =
        thing instanceof ThingRef.Slice(int track, int depth, int _)
            ? SliceRows.reveal(timeline.slices().get(track), depth, folds)
            : folds;
    Folds shown = FoldRows.revealProcess(timeline, opened, timeline.lanes().get(lane).process());
    return timeline.crowdOf(lane) >= 0 ? shown.pin(NAME, lane) : shown;
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Span(int lane, long start) -> SpanLinks.next(timeline, lane, start, direction);
      case ThingRef.Lane(int lane) -> SpanLinks.at(timeline, lane, playhead);
      case ThingRef.Sighting(int index) -> SeenBeads.next(timeline, index, direction);
      default -> null;
    };
  }

  @Override
  public @Nullable ThingRef follow(Timeline timeline, ThingRef from, int direction) {
    return from instanceof ThingRef.Span(int lane, long start)
        ? SpanLinks.follow(timeline, lane, start, direction)
        : null;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<LocalTrack> locals = timeline.locals();
    return List.of(
        new Findable(
            FOUND,
            timeline.lanes().size(),
            i -> timeline.lanes().get(i).name(),
            ThingRef.Lane::new,
            i -> timeline.lanes().get(i).process()),
        new Findable(
            FOUND_LOCAL,
            locals.size(),
            i ->
                NAMES.get(
                    "local", locals.get(i).name(), Lanes.name(timeline, locals.get(i).lane())),
            i -> new ThingRef.Local(i, locals.get(i).from(0)),
            i -> Lanes.process(timeline, locals.get(i).lane())),
        SpanNames.of(timeline),
        FunctionNames.of(timeline));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    List<EventSource> sources = new ArrayList<>();
    timeline.lanes().stream()
        .filter(lane -> !lane.isSilent() || lane.end() != Timeline.OPEN)
        .forEach(lane -> sources.add(new LaneEvents(timeline, lane)));
    timeline.locals().forEach(local -> sources.add(LocalEvents.of(timeline, local)));
    sources.add(SeenEvents.of(timeline));
    return sources;
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    List<Sheet> sheets = new ArrayList<>(List.of(ThreadSheet.of(asked), WaitSheet.of(asked)));
    SeenSheet.of(asked).ifPresent(sheets::add);
    return sheets;
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return second(
        timeline.foremostLanes().stream()
            .map(timeline.lanes()::get)
            .filter(lane -> !lane.service() && !lane.untold())
            .mapToLong(ThreadLane::start));
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    return TellingMoment.of(5, LocalBoxes.tellingMoment(timeline));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    ThreadLane lane = view.timeline().lanes().get(slot.index());
    double middle = slot.y() + BOX_TOP + BOX / 2;
    double top = top(view.timeline(), lane);
    double slices = SliceRows.height(view.timeline(), lane.index(), view.folds());
    double below = Math.max(HEIGHT, top + slices);
    Gutter.lane(view, slot, new ThingRef.Lane(lane.index()), lane.name(), middle, brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    if (top == HEIGHT) {
      brush
          .hits()
          .area(space.left(), slot.y(), space.right(), HEIGHT, hit(view.timeline(), space, lane));
      new LaneDrawing(view, space, slot, lane, brush).draw();
    }
    if (slices > 0) {
      slices(view, space, slot, lane, slot.y() + top, brush);
      brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    }
    starting(view.timeline(), space, lane, middle, brush);
    if (slot.height() > below) {
      LocalBoxes.draw(view, space, slot, lane, below, brush);
    }
    brush.names();
  }

  private static void slices(
      View view, Space space, Slot slot, ThreadLane lane, double y, Brush brush) {
    SliceTrack track = view.timeline().slices().get(view.timeline().slicesOf(lane.index()));
    long end = Math.min(lane.end(), view.timeline().now());
    if (SliceRows.isBare(view.timeline(), lane)) {
      double x = Math.max(space.x(lane.start()), space.left());
      brush.seen(ThreadState.NOT_TOLD);
      brush.fill(x, slot.y() + 1, Math.min(space.x(end), space.right()) - x, 2, 0, Role.NOT_TOLD);
    }
    new SliceBars(space.sight(view), track, y, end, brush)
        .draw(view.frame().gutter(), new ThingRef.Lane(lane.index()));
  }

  /** What the gap before a child's first lane is: its runtime has to be set up. */
  private static void starting(
      Timeline timeline, Space space, ThreadLane lane, double y, Brush brush) {
    ProcessTrack process = timeline.processes().get(lane.process());
    boolean first = !process.lanes().isEmpty() && process.lanes().getFirst() == lane.index();
    String key = "starting." + process.runtime();
    if (!first || process.parent() < 0 || !WORDS.has(key)) {
      return;
    }
    double from = Math.max(space.left(), space.x(process.start()));
    double to = Math.min(space.right(), space.x(lane.start()));
    String word = WORDS.get(key);
    if (brush.width(Face.SMALL, word) + 16 < to - from) {
      double middle = (from + to) / 2;
      brush.words(middle, y, word, Face.SMALL, Role.MUTED, to - from, Mark.Align.CENTER);
    }
  }

  private static HitMap.Spot hit(Timeline timeline, Space space, ThreadLane lane) {
    SeenBeads beads = new SeenBeads(timeline, lane.index(), space.scale());
    return (x, y) -> {
      ThingRef seen = beads.at(x, space.left(), space.right());
      if (seen != null) {
        return Hit.of(Part.SPAN, seen);
      }
      long time = space.scale().time(x);
      Spans spans = lane.spans();
      int i = spans.at(time);
      // What is narrower than a pixel is found a little beside it, too.
      long reach = (long) (3 * space.scale().nsPerPixel());
      boolean over = i >= 0 && time < spans.end(i);
      if (!over && i + 1 < spans.size() && spans.start(i + 1) - time <= reach) {
        i++;
        over = true;
      }
      return over
          ? Hit.of(Part.SPAN, new ThingRef.Span(lane.index(), spans.start(i)))
          : Hit.of(Part.TRACK, new ThingRef.Lane(lane.index()));
    };
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lane(int index) -> lane(timeline, timeline.lanes().get(index));
      case ThingRef.Span(int index, long start) ->
          span(timeline, timeline.lanes().get(index), start);
      case ThingRef.Local(int track, long start) -> LocalBoxes.tooltip(timeline, track, start);
      case ThingRef.Sighting(int index) ->
          List.of(Lanes.name(timeline, timeline.sightings().get(index).lane()));
      default -> null;
    };
  }

  private static List<String> lane(Timeline timeline, ThreadLane lane) {
    ProcessTrack process = timeline.processes().get(lane.process());
    long end = lane.end() == Timeline.OPEN ? timeline.now() : lane.end();
    return List.of(
        WORDS.get("lane.of", lane.name(), process.name()),
        WORDS.get(kind(lane), lane.id()),
        WORDS.get("lane.lives", TimeText.duration(end - lane.start())));
  }

  private static String kind(ThreadLane lane) {
    return switch (lane.kind()) {
      case CARRIER -> "lane.carrier";
      case VIRTUAL -> "lane.virtual";
      case TASK -> "lane.task";
      case PLATFORM -> lane.daemon() ? "lane.daemon" : "lane.thread";
    };
  }

  private static @Nullable List<String> span(Timeline timeline, ThreadLane lane, long start) {
    Spans spans = lane.spans();
    int i = spans.at(start);
    if (i < 0) {
      return null;
    }
    long end = spans.end(i) == Timeline.OPEN ? timeline.now() : spans.end(i);
    Site site = timeline.site(spans.site(i));
    List<String> lines = new ArrayList<>();
    lines.add(WORDS.get("span." + StateKey.of(spans, i), lane.name()));
    lines.add(LearnerNames.plain(spans.label(i)));
    lines.add(
        WORDS.get(
            "span.from",
            TimeText.duration(end - spans.start(i)),
            TimeText.moment(spans.start(i) - timeline.start(), 1000)));
    if (site.line() > 0) {
      lines.add(site.simpleFile() + ":" + site.line() + " " + site.function());
    }
    lines.removeIf(String::isBlank);
    return lines;
  }
}
