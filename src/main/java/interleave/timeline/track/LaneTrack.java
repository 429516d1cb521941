package interleave.timeline.track;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.FillPattern;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.TimeText;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lane of a thread: its states one after the other, holds as a thick edge above them. */
class LaneTrack extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  static final String NAME = "lane";
  static final double BOX_TOP = 5;
  static final double BOX = 20;

  /** Threads that stand for themselves. */
  static final LaneTrack KIND = new LaneTrack();

  private static final double HEIGHT = 28;
  private static final ThreadState[] STATES = ThreadState.values();

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
    };
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return CrowdRows.plain(timeline, folds);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT + LocalBoxes.height(timeline, index);
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    ThreadLane lane = view.timeline().lanes().get(slot.index());
    ThingRef thing = new ThingRef.Lane(lane.index());
    double middle = slot.y() + BOX_TOP + BOX / 2;
    Gutter.lane(view, slot, thing, lane.name(), middle, brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    brush.hits().area(space.left(), slot.y(), space.right(), HEIGHT, hit(space, lane));
    AccessChips chips = AccessChips.of(view, space, lane, brush);
    Bins bins = Bins.of(space.scale().nsPerPixel());
    long now = Math.min(lane.end(), view.timeline().now());
    Sequence states = Sequence.states(lane.spans());
    GilShare share = chips.isEmpty() ? GilShare.of(view, space, lane, bins, brush) : null;
    for (Piece piece : Detail.of(states, bins, space.from(), space.to(), now)) {
      if (share != null && STATES[piece.key()] == ThreadState.RUNNING) {
        share(space, slot, lane, piece, share, brush);
      } else {
        piece(view, space, slot, lane, piece, chips, brush);
      }
    }
    chips.draw(slot.y() + BOX_TOP, BOX, brush);
    holds(view, space, slot, lane, bins, brush);
    selected(view, space, slot, lane, brush);
    LocalBoxes.draw(view, space, slot, lane, HEIGHT, brush);
    brush.names();
  }

  private static void piece(
      View view, Space space, Slot slot, ThreadLane lane, Piece piece, AccessChips chips, Brush b) {
    ThreadState state = STATES[piece.key()];
    double x = space.x(piece.from());
    double right = space.x(piece.to());
    double left = Math.max(x, space.left() - 8);
    double w = Math.min(right, space.right() + 8) - left;
    double y = slot.y() + BOX_TOP;
    if (piece.single() && w > 3) {
      // A hair's breadth between two spans tells where one ends.
      w -= 0.8;
    }
    if (state == ThreadState.RUNNING && !chips.isEmpty()) {
      b.seen(state);
      b.fill(left, y, w, BOX, 2, Role.RUNNING_SOFT);
    } else {
      b.state(left, y, w, BOX, state, x);
      if (piece.single()) {
        String text = LearnerNames.plain(lane.spans().label(piece.index()));
        boolean uneven = FillPattern.of(state) != FillPattern.PLAIN;
        label(space, text, state, uneven, left, left + w, y, b);
      }
    }
    dim(view, lane, piece, left, y, w, b);
  }

  private static void share(
      Space space, Slot slot, ThreadLane lane, Piece piece, GilShare share, Brush brush) {
    double y = slot.y() + BOX_TOP;
    brush.seen(ThreadState.RUNNING);
    share.draw(piece.from(), piece.to(), y, BOX);
    if (piece.single()) {
      String text = LearnerNames.plain(lane.spans().label(piece.index()));
      double left = Math.max(space.x(piece.from()), space.left() - 8);
      double right = Math.min(space.x(piece.to()), space.right() + 8);
      label(space, text, ThreadState.RUNNING, true, left, right, y, brush);
    }
  }

  /** While a lock or synchronizer is pointed at, what waits for it is framed. */
  private static void dim(
      View view, ThreadLane lane, Piece piece, double x, double y, double w, Brush brush) {
    if (!piece.single() || w < 3) {
      return;
    }
    Spans spans = lane.spans();
    boolean lit =
        switch (spans.about(piece.index())) {
          case LOCK -> view.lit(new ThingRef.Lock(spans.object(piece.index())));
          case SYNCHRONIZER -> view.lit(new ThingRef.Synchronizer(spans.object(piece.index())));
          default -> false;
        };
    if (lit) {
      brush.outline(x + 1, y + 1, w - 2, BOX - 2, 0, Role.ACCENT, 2);
    }
  }

  private static void label(
      Space space,
      String text,
      ThreadState state,
      boolean uneven,
      double x,
      double right,
      double y,
      Brush brush) {
    double left = Math.max(x, space.left());
    double room = Math.min(right, space.right()) - left - 10;
    double width = brush.width(Face.SMALL, text);
    if (text.isEmpty() || room < Math.min(width, 64)) {
      return;
    }
    double shown = Math.min(width, room);
    if (uneven) {
      // Words on a hatch would not be read: they get a plain ground.
      double inset = FillPattern.of(state) == FillPattern.VERTICAL ? 0 : 3;
      brush.fill(left + 3, y + inset, shown + 6, BOX - 2 * inset, 3, Role.ground(state));
    }
    brush.words(left + 6, y + BOX / 2, text, Face.SMALL, Role.on(state), room + 1, Mark.Align.LEFT);
  }

  private static void holds(
      View view, Space space, Slot slot, ThreadLane lane, Bins bins, Brush brush) {
    Spans holds = lane.holds();
    long now = Math.min(lane.end(), view.timeline().now());
    double y = slot.y() + BOX_TOP - 3.5;
    for (Piece p : Detail.of(Sequence.holding(holds), bins, space.from(), space.to(), now)) {
      double x = Math.max(space.x(p.from()), space.left() - 8);
      double w = Math.min(space.x(p.to()), space.right() + 8) - x;
      boolean lit = p.single() && view.lit(new ThingRef.Lock(holds.object(p.index())));
      brush.seen(Brush.Extra.HOLDING);
      brush.fill(
          x,
          lit ? y - 1 : y,
          Math.max(0.6, p.single() ? w - 0.8 : w),
          lit ? 5 : 3.5,
          0,
          lit ? Role.ACCENT : Role.HOLD);
    }
  }

  private static void selected(View view, Space space, Slot slot, ThreadLane lane, Brush brush) {
    for (ThingRef thing : new @Nullable ThingRef[] {view.hover(), view.selection()}) {
      if (thing instanceof ThingRef.Span(int index, long start) && index == lane.index()) {
        int i = lane.spans().at(start);
        if (i >= 0 && lane.spans().start(i) == start) {
          double x = Math.max(space.x(start), space.left() - 8);
          double right = space.x(view.closed(lane.spans().end(i)));
          double w = Math.max(3, Math.min(right, space.right() + 8) - x);
          boolean chosen = thing.equals(view.selection());
          Role role = chosen ? Role.ACCENT : Role.TEXT;
          double t = chosen ? 2 : 1;
          brush.outline(x, slot.y() + BOX_TOP, w - 0.8, BOX, 2, role, t);
        }
      }
    }
  }

  private static interleave.timeline.hit.HitMap.Spot hit(Space space, ThreadLane lane) {
    return (x, y) -> {
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
    lines.add(WORDS.get("span." + spans.state(i), lane.name()));
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
