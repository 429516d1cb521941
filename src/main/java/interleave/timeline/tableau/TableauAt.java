package interleave.timeline.tableau;

import interleave.timeline.CrowdTrack;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.HostText;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.SeenText;
import interleave.timeline.layout.SliceText;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks up what is where at one moment of a timeline. */
public final class TableauAt {
  private static final Words WORDS = Words.of("timeline/draw");

  /** The first of a process' threads begin first. */
  static final int FIRST = 64;

  /** So many threads have room for those that have ended. */
  private static final int FEW = 4;

  /** In the order of the rows: threads of a process as they were made. */
  private static final Comparator<ThreadLane> MADE =
      Comparator.comparingInt(ThreadLane::process)
          .thenComparingLong(ThreadLane::id)
          .thenComparingInt(ThreadLane::index);

  private final Timeline timeline;
  private final long time;
  private final Choices choices;
  private final SharedAt shared;

  private TableauAt(Timeline timeline, long time, Choices choices) {
    this.timeline = timeline;
    this.time = time;
    this.choices = choices;
    shared = new SharedAt(timeline, time);
  }

  /** The stage at {@code time} with at most {@code most} threads. */
  public static Tableau at(Timeline timeline, long time, int most) {
    return at(timeline, time, most, Choices.NONE);
  }

  /** The same where somebody says who goes on. */
  static Tableau at(Timeline timeline, long time, int most, Choices choices) {
    return new TableauAt(timeline, time, choices).stage(most);
  }

  private Tableau stage(int most) {
    List<Tableau.Pipe> pipes = shared.pipes();
    List<Tableau.Cell> cells = shared.cells();
    List<Tableau.Pill> pills = shared.pills();
    List<ThreadLane> standing = new ArrayList<>();
    Set<Integer> candidates = new TreeSet<>(timeline.foremostLanes());
    candidates.addAll(shared.involved());
    candidates.addAll(choices.next().keySet());
    candidates.removeIf(index -> index < 0); // processes that are not traced have no lane
    int others = 0;
    for (CrowdTrack crowd : timeline.crowds()) {
      others += crowd.few() ? 0 : crowd.alive(time);
    }
    for (int index : candidates) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service() && lane.start() <= time) {
        standing.add(lane);
        int crowd = timeline.crowdOf(index);
        boolean counted = crowd >= 0 && !timeline.crowds().get(crowd).few() && lane.end() > time;
        others -= counted ? 1 : 0;
      }
    }
    // Among more than a few, who has ended stands there only for what it did with something shared.
    if (standing.size() > FEW) {
      standing.removeIf(lane -> lane.end() <= time && !shared.involves(lane.index()));
    }
    // Who may be chosen comes first, then who lives, then who has to do with something shared, then
    // who came early.
    standing.sort(
        Comparator.comparing((ThreadLane lane) -> !canGoOn(lane))
            .thenComparing(lane -> lane.end() <= time)
            .thenComparing(lane -> !shared.involves(lane.index()))
            .thenComparing(MADE));
    List<Tableau.Actor> actors = new ArrayList<>();
    standing.stream().limit(most).sorted(MADE).map(this::actor).forEach(actors::add);
    List<Tableau.Actor> starting = starting();
    starting.stream().limit(Math.max(0, most - actors.size())).forEach(actors::add);
    long ended = standing.stream().skip(most).filter(lane -> lane.end() <= time).count();
    int more =
        standing.size() + starting.size() - actors.size() - (int) ended + Math.max(0, others);
    return new Tableau(actors, pills, pipes, cells, shared.ring(), more);
  }

  private boolean canGoOn(ThreadLane lane) {
    Choices.Next next = choices.of(lane.index());
    return next != null && next.canGoOn();
  }

  private Tableau.Actor actor(ThreadLane lane) {
    boolean ended = lane.end() <= time;
    Choices.Next next = choices.of(lane.index());
    Spans spans = lane.spans();
    int i = spans.at(time);
    ThreadState state = i < 0 ? ThreadState.RUNNING : spans.state(i);
    String task = shared.task(lane.index());
    String does =
        next != null
            ? next(next)
            : ended ? ending(lane) : task != null ? task : does(lane, spans, i, state);
    return new Tableau.Actor(
        lane.index(),
        placed(LearnerNames.thread(timeline, lane), timeline.processes().get(lane.process())),
        state,
        ended,
        does,
        own(lane.index()),
        next);
  }

  private static String next(Choices.Next next) {
    return next.canGoOn() ? next.does() : WORDS.get("actor.not-yet", next.does());
  }

  /** Names of what is on another machine with that of the machine: here there may be such, too. */
  private String placed(String name, ProcessTrack process) {
    return process.host() == 0 || timeline.hosts().isEmpty()
        ? name
        : name + " · " + HostText.name(timeline, timeline.hosts().get(process.host()));
  }

  /** The value of a variable as that thread knows it, or else what it has in a thread-local. */
  private @Nullable String own(int lane) {
    String copy = shared.copy(lane);
    if (copy == null && timeline.lanes().get(lane).end() > time) {
      for (LocalTrack local : timeline.localsOf(lane)) {
        int i = local.currentAt(time);
        if (i >= 0) {
          return LearnerNames.value(local.value(i));
        }
      }
    }
    return copy;
  }

  /** Processes that live already while none of their threads does; their lane is negative. */
  private List<Tableau.Actor> starting() {
    List<Tableau.Actor> starting = new ArrayList<>();
    for (ProcessTrack process : timeline.processes()) {
      boolean lives = process.start() <= time && process.died() > time; // a zombie does not
      boolean threads =
          process.lanes().stream()
              .limit(FIRST)
              .map(timeline.lanes()::get)
              .anyMatch(lane -> !lane.service() && lane.start() <= time);
      boolean awaited = process.tellsRunning() && !process.origin().service();
      if (lives && !threads && awaited) {
        boolean never = !process.traced() && process.lanes().isEmpty();
        String does =
            never ? Words.of("timeline/pipes").get("untraced") : WORDS.get("actor.is-starting");
        int lane = PipeAt.laneOf(timeline, process);
        starting.add(
            new Tableau.Actor(
                lane,
                placed(process.name(), process),
                ThreadState.JOINING,
                false,
                does,
                null,
                null));
      }
    }
    return starting;
  }

  private String ending(ThreadLane lane) {
    ProcessTrack process = timeline.processes().get(lane.process());
    ProcessTrack.Exit exit = process.exit();
    boolean alone = threads(process) == 1;
    return alone && exit != null && process.end() <= time
        ? exit.show()
        : WORDS.get("process.ended");
  }

  private String does(ThreadLane lane, Spans spans, int i, ThreadState state) {
    if (i < 0) {
      return WORDS.get("actor.starting");
    }
    String label = LearnerNames.plain(spans.label(i));
    String extra = shared.doing(lane.index());
    return switch (state) {
      case RUNNING -> {
        if (isWithoutGil(lane)) {
          yield WORDS.get("actor.gil");
        }
        String more = extra.isEmpty() ? label : extra;
        boolean accesses = shared.copy(lane.index()) != null;
        yield more.isEmpty()
            ? WORDS.get("actor.RUNNING")
            : accesses ? more : WORDS.get("actor.running", more);
      }
      case LOCK_WAIT ->
          WORDS.get("actor.waits", TimeText.duration(Math.max(1, time - spans.start(i))));
      case SLEEPING -> label.isEmpty() ? WORDS.get("actor." + state) : label;
      case QUEUE_WAIT -> label.isEmpty() ? WORDS.get("actor." + state) : label;
      case JOINING -> label.isEmpty() ? WORDS.get("actor." + state) : label;
      case SYNC_WAIT ->
          spans.about(i) == Spans.About.LOCK && !label.isEmpty()
              ? label // which condition
              : WORDS.get("actor.waits", TimeText.duration(Math.max(1, time - spans.start(i))));
      case READY -> WORDS.get("actor." + state);
      case NOT_TOLD -> {
        String slice = SliceText.doing(timeline, lane.index(), time);
        String told = slice.isEmpty() ? SeenText.last(timeline, lane.index(), time) : slice;
        yield told.isEmpty() ? WORDS.get("actor." + state) : told;
      }
      case UNTRACED_WAIT -> label.isEmpty() ? WORDS.get("actor." + state) : label;
      case IO -> label.isEmpty() ? WORDS.get("actor." + state) : label;
    };
  }

  /** Whether another thread was seen to have the one lock that lets threads run. */
  private boolean isWithoutGil(ThreadLane lane) {
    GilTrack gil = lane.kind() == ThreadLane.Kind.PLATFORM ? timeline.gilOf(lane.process()) : null;
    int i = gil == null ? -1 : gil.holds().at(time);
    return gil != null
        && i >= 0
        && gil.holds().end(i) > time
        && gil.holds().lane(i) != lane.index();
  }

  private long threads(ProcessTrack process) {
    return process.lanes().stream()
        .filter(i -> !timeline.lanes().get(i).service())
        .limit(2)
        .count();
  }
}
