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
import interleave.timeline.seen.SeenBeads;
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
    double words = words(view, space, deadlock, deadlock.since(), brush);
    double reach = words == Double.NEGATIVE_INFINITY ? 0 : SeenBeads.REACH + 2;
    double begin = space.x(deadlock.since()) - reach;
    double x = Math.max(reach > 0 ? space.left() : space.left() - 8, begin);
    double end = Math.max(space.x(view.closed(deadlock.end())) + reach, x + 2 * reach);
    double right = Math.min(space.right() + 8, end);
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
    arrows(space, deadlock, x, right, words, brush);
    Role role = role(deadlock);
    if (deadlock.since() >= space.from()) {
      double at = space.x(deadlock.since());
      brush.line(at, top, at, bottom + LaneTrack.BOX, role, 1.6, Mark.Stroke.DASHED);
    }
    double last = words(view, space, deadlock, view.closed(deadlock.end()), brush);
    label(space, deadlock, x, right, top, new Said(words, last), brush);
  }

  /**
   * Where the words end that stand beside beads, of threads that were only seen now and then.
   *
   * @param first of the moment at which the ring was seen first
   * @param last of the last one
   */
  private record Said(double first, double last) {}

  /** Nowhere where no thread of the ring has beads. */
  private static double words(View view, Space space, Deadlock deadlock, long time, Brush brush) {
    double end = Double.NEGATIVE_INFINITY;
    for (Member member : deadlock.members()) {
      if (space.row(LaneTrack.NAME, member.lane()) != null) {
        SeenBeads beads = new SeenBeads(view.timeline(), member.lane(), space.scale());
        end = Math.max(end, beads.end(time, brush));
      }
    }
    return end;
  }

  /** Whether it is known of moments only at which its threads were seen. */
  private static boolean isSeen(Timeline timeline, Deadlock deadlock) {
    int lane = deadlock.members().getFirst().lane();
    return timeline.sightings().ofLane(lane).stream()
        .anyMatch(each -> timeline.sightings().get(each).time() == deadlock.since());
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
  private static void arrows(
      Space space, Deadlock deadlock, double x, double right, double words, Brush brush) {
    int size = deadlock.members().size();
    double usual = x + Math.min(WORDS_OF_A_WAIT, (right - x) / 3);
    double begin = Math.max(usual, words);
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

  /** At the end, where the words of the waits do not stand. */
  private static void label(
      Space space, Deadlock deadlock, double x, double right, double y, Said said, Brush brush) {
    String text = WORDS.get(deadlock.isPassing() ? "mark.apart" : "mark");
    double width = brush.width(Face.SMALL_STRONG, text) + 12;
    double within = Math.max(x + 3, Math.min(right, space.right()) - width - 4);
    double usual = Math.min(within, space.right() - width); // of a short one at the very end
    double behind = said.first() + STEP * (deadlock.members().size() + 1);
    double left =
        said.last() == Double.NEGATIVE_INFINITY
            ? usual
            : said.last() + 8 + width <= space.right()
                ? said.last() + 8
                : behind + width < right ? behind : usual;
    double top = y + (LaneTrack.BOX - LABEL) / 2;
    ThingRef thing = new ThingRef.Deadlock(deadlock.index());
    brush.fill(left, top, width, LABEL, 3, role(deadlock));
    Role on = deadlock.isPassing() ? Role.ON_LOCK_WAIT : Role.ON_RED;
    brush.words(left + 6, top + LABEL / 2, text, Face.SMALL_STRONG, on);
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
    boolean once = deadlock.end() - deadlock.since() <= 1;
    String how =
        isSeen(timeline, deadlock)
            ? once ? "seen.once" : "seen"
            : open ? "lasts" : deadlock.isPassing() ? "lasted.apart" : "lasted";
    return List.of(
        WORDS.get(deadlock.isPassing() ? "title.apart" : "title", threads), WORDS.get(how, lasted));
  }
}
