package interleave.timeline.track;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventRow;
import interleave.timeline.events.EventSource;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.TimeText;
import interleave.timeline.seen.SeenRing;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rings of waits, across the rows that are there for threads and locks: a red line where the ring
 * closed, a frame around each wait and each hold of it from there on, and an arrow from each thread
 * to the one that it waits for.
 *
 * <pre>
 *   Anna   ####//////|///////////////\---.     waits for the knife, which Ben has
 *   Ben    ######////|////////////.---/ &lt;'     waits for the fork, which Anna has
 *   fork   ==== Anna |===============
 *   knife    == Ben  |===============
 *                 Deadlock
 * </pre>
 */
final class DeadlockMarks extends TrackKind {
  private static final Words WORDS = Words.of("timeline/deadlocks");
  private static final Words EVENTS = Words.of("timeline/events");
  private static final int MOST = 100;
  private static final double STEP = 22;
  private static final double LABEL = 16;

  /** So wide are the words of a wait, which no arrow shall cross. */
  private static final double WORDS_OF_A_WAIT = 140;

  static final String NAME = "deadlock";
  static final DeadlockMarks KIND = new DeadlockMarks();

  private DeadlockMarks() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return List.of();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 0;
  }

  /** It is drawn on the lanes of its members. */
  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Deadlock(int index)
        ? new ThingRef.Lane(timeline.deadlocks().get(index).members().getFirst().lane())
        : null;
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return List.of(
        EventSource.sorted(
            timeline.deadlocks().stream().map(each -> closes(timeline, each)).toList()));
  }

  private static EventRow closes(Timeline timeline, Deadlock deadlock) {
    int lane = deadlock.members().getLast().lane();
    return new EventRow(
        deadlock.since(),
        Lanes.process(timeline, lane),
        lane,
        EVENTS.get("kind.lock"),
        WORDS.get("begins"),
        new ThingRef.Deadlock(deadlock.index()));
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.isPassing() && !deadlock.seen().isEmpty()) {
        return new TellingMoment(1, deadlock.seen().get(deadlock.seen().size() / 2));
      }
      if (!deadlock.isPassing()) {
        long lasts = Math.min(deadlock.end(), timeline.now()) - deadlock.since();
        return new TellingMoment(1, deadlock.since() + lasts / 2);
      }
    }
    return null;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {}

  @Override
  public void overlay(View view, Space space, Brush brush) {
    int drawn = 0;
    for (Deadlock deadlock : view.timeline().deadlocks()) {
      if (deadlock.since() < space.to() && deadlock.end() > space.from() && drawn++ < MOST) {
        draw(view, space, deadlock, brush);
      }
    }
  }

  private static void draw(View view, Space space, Deadlock deadlock, Brush brush) {
    if (!deadlock.seen().isEmpty()) {
      seen(view, space, deadlock, brush);
      return;
    }
    double x = Math.max(space.left() - 8, space.x(deadlock.since()));
    double right = Math.min(space.right() + 8, Math.max(x, space.x(view.closed(deadlock.end()))));
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Member member : deadlock.members()) {
      double y =
          frame(true, space.row(LaneTrack.NAME, member.lane()), space, x, right, deadlock, brush);
      double lock =
          frame(false, space.row(LockBand.NAME, member.lock()), space, x, right, deadlock, brush);
      for (double at : new double[] {y, lock}) {
        if (!Double.isNaN(at)) {
          top = Math.min(top, at);
          bottom = Math.max(bottom, at);
        }
      }
    }
    if (top > bottom) {
      return; // all of it is folded away
    }
    arrows(space, deadlock, x, right, brush);
    if (deadlock.since() >= space.from()) {
      brush.line(x, top, x, bottom + LaneTrack.BOX, role(deadlock), 1.6, Mark.Stroke.DASHED);
    }
    double width = labelWidth(deadlock, brush);
    double within = Math.max(x + 3, Math.min(right, space.right()) - width - 4);
    // At the end, where the words of the waits do not stand; within, of a short one at the very
    // end.
    label(deadlock, Math.min(within, space.right() - width), top, brush);
  }

  private static void seen(View view, Space space, Deadlock deadlock, Brush brush) {
    SeenRing.Boxes boxes =
        new SeenRing.Boxes() {
          @Override
          public SeenRing.@Nullable Box lane(int lane) {
            return box(space.row(LaneTrack.NAME, lane), LaneTrack.BOX_TOP, LaneTrack.BOX);
          }

          @Override
          public SeenRing.@Nullable Box lock(int lock) {
            return box(space.row(LockBand.NAME, lock), LockBand.RIBBON_TOP, LockBand.RIBBON);
          }

          private SeenRing.@Nullable Box box(@Nullable Row row, double above, double height) {
            return row == null ? null : new SeenRing.Box(space.top(row) + above, height);
          }
        };
    SeenRing ring =
        new SeenRing(view.timeline(), space.scale(), boxes, deadlock, space.left(), space.right());
    double top = ring.draw(role(deadlock), brush);
    if (!Double.isNaN(top)) {
      label(deadlock, ring.left(labelWidth(deadlock, brush), brush), top, brush);
    }
  }

  private static Role role(Deadlock deadlock) {
    return deadlock.isPassing() ? Role.LOCK_WAIT : Role.RED;
  }

  /** Returns where the frame begins, NaN where there is no such row. */
  private static double frame(
      boolean lane,
      @Nullable Row row,
      Space space,
      double x,
      double right,
      Deadlock deadlock,
      Brush brush) {
    if (row == null) {
      return Double.NaN;
    }
    double y = space.top(row) + (lane ? LaneTrack.BOX_TOP : LockBand.RIBBON_TOP);
    double height = lane ? LaneTrack.BOX : LockBand.RIBBON;
    brush.outline(x, y - 1, Math.max(2, right - x), height + 2, 2, role(deadlock), 2);
    return y;
  }

  /** From each thread to the one that it waits for, side by side. */
  private static void arrows(Space space, Deadlock deadlock, double x, double right, Brush brush) {
    int size = deadlock.members().size();
    double begin = x + Math.min(WORDS_OF_A_WAIT, (right - x) / 3);
    double step = Math.min(STEP, (right - begin) / (size + 1));
    if (size < 2 || step < 5) {
      return;
    }
    for (int i = 0; i < size; i++) {
      double from = space.laneY(deadlock.members().get(i).lane(), -1);
      double to = space.laneY(deadlock.holder(i), -1);
      if (!Double.isNaN(from) && !Double.isNaN(to) && from != to) {
        double half = LaneTrack.BOX / 2;
        double down = to > from ? 1 : -1;
        double at = begin + step * (i + 1);
        brush.disc(at, from, 3, role(deadlock));
        brush.arrow(at, from, at, to - down * half, role(deadlock), 1.8, Mark.Stroke.SOLID);
      }
    }
  }

  static double labelWidth(Deadlock deadlock, Brush brush) {
    return brush.width(Face.SMALL_STRONG, words(deadlock)) + 12;
  }

  private static String words(Deadlock deadlock) {
    return WORDS.get(deadlock.isPassing() ? "mark.apart" : "mark");
  }

  /** Its name, in the box of a lane that begins at {@code y}. */
  static void label(Deadlock deadlock, double left, double y, Brush brush) {
    double width = labelWidth(deadlock, brush);
    double top = y + (LaneTrack.BOX - LABEL) / 2;
    brush.fill(left, top, width, LABEL, 3, role(deadlock));
    Role on = deadlock.isPassing() ? Role.ON_LOCK_WAIT : Role.ON_RED;
    brush.words(left + 6, top + LABEL / 2, words(deadlock), Face.SMALL_STRONG, on);
    ThingRef thing = new ThingRef.Deadlock(deadlock.index());
    brush.hits().rect(left, top, width, LABEL, Hit.of(Part.SPAN, thing));
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Deadlock(int index))) {
      return null;
    }
    Deadlock deadlock = timeline.deadlocks().get(index);
    boolean open = deadlock.end() == Timeline.OPEN;
    String threads = WORDS.count("threads", deadlock.members().size());
    String lasted = TimeText.duration(Math.min(deadlock.end(), timeline.now()) - deadlock.since());
    int seen = deadlock.seen().size();
    String how = open ? "lasts" : deadlock.isPassing() ? "lasted.apart" : "lasted";
    return List.of(
        WORDS.get(deadlock.isPassing() ? "title.apart" : "title", threads),
        seen > 0 ? WORDS.count("seen", seen) : WORDS.get(how, lasted));
  }
}
