package interleave.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What each thread waits for at the end of what is known, and who could give it that. */
final class WaitingFor {
  private static final long LONGEST_STOP = 2_000_000_000;

  /** How a process ends that was stopped from outside, as a JVM says it. */
  private static final Set<Integer> STOPPED = Set.of(128 + 1, 128 + 2, 128 + 9, 128 + 15);

  private final Timeline timeline;

  WaitingFor(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Who could give a thread what it waits for. */
  sealed interface Giver {}

  /** It runs, its wait ends by itself, or it is not known what it waits for. */
  record Nothing() implements Giver {}

  /** Each of these lanes has to do something first. */
  record Lanes(List<Integer> all) implements Giver {}

  /** One of these processes has to end first. */
  record Processes(List<Integer> all) implements Giver {}

  /** Any thread of that process. */
  record AnyOf(int process) implements Giver {}

  /** Any thread of any process. */
  record Anybody() implements Giver {}

  /** Whether it does, or did until it was stopped from outside. */
  boolean lives(ProcessTrack process) {
    if (process.origin().service()) {
      return false; // it serves a library, and nothing of the program waits for that
    }
    return process.end() == Timeline.OPEN || !timeline.live() && isStopped(process);
  }

  private boolean isStopped(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    Integer code = exit == null ? null : exit.code();
    boolean signal = exit != null && exit.signal() != null;
    if (code == null && !signal) {
      return process.parent() >= 0
          && isStoppedWith(timeline.processes().get(process.parent()), process);
    }
    return (signal || code != null && STOPPED.contains(code))
        && timeline.arrows().stream()
            .noneMatch(
                arrow ->
                    arrow.toProcess() == process.index()
                        && arrow.fromProcess() >= 0
                        && (arrow.kind() == Timeline.Arrow.Kind.TERMINATE
                            || arrow.kind() == Timeline.Arrow.Kind.KILL));
  }

  /** How a grandchild ended nobody may know, but a stop ends the whole tree within this. */
  private boolean isStoppedWith(ProcessTrack parent, ProcessTrack process) {
    return isStopped(parent) && Math.abs(process.died() - parent.end()) < LONGEST_STOP;
  }

  /** Whether it does, or did until its process was stopped from outside. */
  boolean lives(ThreadLane lane) {
    ProcessTrack process = timeline.processes().get(lane.process());
    Timeline.Stillness still = timeline.stillness(lane.process());
    return lane.start() != Timeline.OPEN
        && lane.kind() != ThreadLane.Kind.CARRIER
        && lives(process)
        && (lane.end() == Timeline.OPEN
            || (lane.end() == process.end() || lane.end() == process.died())
                && !(still != null && lane.start() > still.time()));
  }

  Stream<Integer> livingProcesses() {
    return timeline.processes().stream().filter(this::lives).map(ProcessTrack::index);
  }

  /** Whether those lanes are all threads of the process, so that nobody unknown can do anything. */
  boolean knowsAll(int process, List<Integer> all) {
    Timeline.Stillness still = timeline.stillness(process);
    if (still == null || all.stream().anyMatch(lane -> since(lane) > still.time())) {
      return false;
    }
    long threads =
        all.stream()
            .filter(lane -> timeline.lanes().get(lane).kind() != ThreadLane.Kind.TASK)
            .count();
    return still.threads() == 0 || still.threads() == threads;
  }

  /** Since when it does what it does. */
  long since(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    return spans.size() == 0 ? Timeline.OPEN : spans.start(spans.size() - 1);
  }

  /** Whether it waits for work only. */
  boolean isIdle(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    return spans.size() > 0 && spans.about(spans.size() - 1) == Spans.About.POOL;
  }

  /** Whether it waits for room in a queue. */
  boolean isPut(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    return spans.size() > 0 && spans.verb(spans.size() - 1) == Spans.Verb.PUT;
  }

  Giver of(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.size() - 1;
    int process = timeline.lanes().get(lane).process();
    if (i < 0 || spans.limit(i) != Timeline.OPEN) {
      return new Nothing();
    }
    return switch (spans.state(i)) {
      case RUNNING, IO, READY, UNTRACED_WAIT, NOT_TOLD -> new Nothing();
      case SLEEPING -> isIdle(lane) ? new AnyOf(process) : new Nothing();
      case LOCK_WAIT -> lock(spans, i, lane);
      case QUEUE_WAIT -> isIdle(lane) ? new AnyOf(process) : new Anybody();
      case SYNC_WAIT ->
          spans.about(i) == Spans.About.LOCK ? lock(spans, i, lane) : met(spans, i, process);
      case JOINING -> joined(spans, i, process);
    };
  }

  private static Giver met(Spans spans, int i, int process) {
    return spans.about(i) == Spans.About.SYNCHRONIZER ? new Anybody() : new AnyOf(process);
  }

  private Giver joined(Spans spans, int i, int process) {
    int object = spans.object(i);
    return switch (spans.about(i)) {
      case LANE ->
          object >= 0 && lives(timeline.lanes().get(object))
              ? new Lanes(List.of(object))
              : new Nothing();
      case PROCESS -> object < 0 ? new Nothing() : new Processes(List.of(object));
      case NOTHING -> children(process);
      case TASK, CALL -> new Anybody();
      case TASKS, FUTURE, POOL -> new AnyOf(process);
      case LOCK, SYNCHRONIZER, QUEUE, FUNCTION, PIPE, TURN -> new Nothing();
    };
  }

  private Giver children(int process) {
    List<Integer> children =
        timeline.processes().stream()
            .filter(each -> each.parent() == process && lives(each))
            .map(ProcessTrack::index)
            .toList();
    return children.isEmpty() ? new Nothing() : new Processes(children);
  }

  private Giver lock(Spans spans, int i, int lane) {
    int process = timeline.lanes().get(lane).process();
    if (spans.object(i) < 0) {
      return new AnyOf(process);
    }
    LockTrack lock = timeline.locks().get(spans.object(i));
    if (spans.verb(i) == Spans.Verb.AWAIT || lock.mayAnyoneRelease()) {
      return lock.process() < 0 ? new Anybody() : new AnyOf(process);
    }
    List<Integer> before = new ArrayList<>(holders(lock, spans.shared(i)));
    before.remove((Integer) lane);
    if (spans.shared(i) && before.isEmpty()) {
      before.addAll(writers(lock.index(), process, spans.start(i)));
    }
    return before.isEmpty() ? new Nothing() : new Lanes(before);
  }

  /** Those that have it, and are in the way of one that would share it or have it alone. */
  private List<Integer> holders(LockTrack lock, boolean shares) {
    List<Integer> holders = new ArrayList<>();
    LockTrack.Holds holds = lock.holds();
    int last = holds.size() - 1;
    for (int i = last; i >= 0 && i > last - 256; i--) {
      boolean shared = holds.shared(i);
      if (lasts(holds, i) && !(shares && shared)) {
        holders.add(holds.lane(i));
      }
      if (!shared) {
        break;
      }
    }
    return holders;
  }

  /** Whether it went on to the end of what is known, or of its process. */
  private boolean lasts(LockTrack.Holds holds, int hold) {
    int process = timeline.lanes().get(holds.lane(hold)).process();
    return holds.end(hold) == Timeline.OPEN
        || !timeline.live() && holds.end(hold) >= timeline.processes().get(process).end();
  }

  /** Those that wait to have it alone, and came before. */
  private List<Integer> writers(int lock, int process, long time) {
    List<Integer> writers = new ArrayList<>();
    for (int lane : timeline.processes().get(process).lanes()) {
      Spans spans = timeline.lanes().get(lane).spans();
      int last = spans.size() - 1;
      if (lives(timeline.lanes().get(lane))
          && last >= 0
          && spans.state(last) == ThreadState.LOCK_WAIT
          && spans.object(last) == lock
          && !spans.shared(last)
          && spans.start(last) <= time) {
        writers.add(lane);
      }
    }
    return writers;
  }
}
