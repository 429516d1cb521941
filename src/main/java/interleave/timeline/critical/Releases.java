package interleave.timeline.critical;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Release.Cause;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what ended a wait. Only what was recorded counts: where nothing was, as of a wait whose
 * time was up, nothing is said. A cause lies within the wait, else it is none: what was there
 * before the wait began did not end it.
 */
public final class Releases {
  /** Among so many waits at a synchronizer that of a thread is looked for. */
  private static final int FEW = 64;

  private final Timeline timeline;
  private final LockReleases locks;
  private final QueueReleases queues;
  private final TaskReleases tasks;
  private boolean indexed;
  private final Map<Integer, Timeline.Arrow> starts = new HashMap<>();
  private final Map<Integer, Timeline.Arrow> processStarts = new HashMap<>();
  private final Map<Long, Timeline.Arrow> answers = new HashMap<>();

  public Releases(Timeline timeline) {
    this.timeline = timeline;
    locks = new LockReleases(timeline);
    queues = new QueueReleases(timeline);
    tasks = new TaskReleases(timeline);
  }

  /** Arrows are many; who asks about locks needs none. */
  private void index() {
    if (indexed) {
      return;
    }
    indexed = true;
    for (Timeline.Arrow arrow : timeline.arrows()) {
      switch (arrow.kind()) {
        case START_THREAD, CALL, FORK -> starts.putIfAbsent(arrow.toLane(), arrow);
        case START_PROCESS -> processStarts.putIfAbsent(arrow.toProcess(), arrow);
        case ANSWER -> answers.put(key(arrow.toLane(), arrow.toTime()), arrow);
        case TERMINATE, KILL, INTERRUPT -> {}
      }
    }
  }

  private static long key(int lane, long time) {
    return time * 1_000_003 + lane;
  }

  /** Whether a thread in that span waits for others, so that one of them may end it. */
  public static boolean isWait(Spans spans, int i) {
    return switch (spans.state(i)) {
      case LOCK_WAIT, QUEUE_WAIT, JOINING, SYNC_WAIT -> true;
      case RUNNING, SLEEPING, IO, READY, UNTRACED_WAIT, NOT_TOLD -> false;
    };
  }

  /** What ended that wait of a lane; null where that is not known, or it goes on. */
  public @Nullable Release of(int lane, int span) {
    Spans spans = timeline.lanes().get(lane).spans();
    long end = spans.end(span);
    if (!isWait(spans, span) || end == Timeline.OPEN || end > timeline.now()) {
      return null;
    }
    Release found = find(lane, spans, span);
    return found != null
            && found.lane() >= 0
            && found.lane() != lane
            && found.time() > spans.start(span)
            && found.time() <= end
        ? found
        : null;
  }

  private @Nullable Release find(int lane, Spans spans, int i) {
    Release wake = wake(lane, spans.end(i));
    if (spans.about(i) == Spans.About.LOCK) {
      // Who was notified has to have the lock back, too.
      Release lock = locks.of(lane, spans, i);
      return wake == null || (lock != null && lock.time() > wake.time()) ? lock : wake;
    }
    if (wake != null) {
      return wake;
    }
    return switch (spans.about(i)) {
      case QUEUE -> queues.of(lane, spans, i);
      case SYNCHRONIZER -> met(lane, spans, i);
      case LANE -> ended(spans.object(i));
      case PROCESS -> processEnded(spans.object(i));
      case TASK -> tasks.ended(spans, i);
      case POOL -> tasks.given(lane, spans, i);
      case CALL -> answer(lane, spans.end(i));
      case NOTHING -> spans.state(i) == ThreadState.JOINING ? child(lane, spans, i) : null;
      case LOCK, FUNCTION, PIPE, TURN, FUTURE, TASKS -> null;
    };
  }

  private @Nullable Release wake(int lane, long time) {
    int wake = timeline.wakes().of(lane, time);
    return wake < 0
        ? null
        : new Release(
            timeline.wakes().fromLane(wake),
            timeline.wakes().fromTime(wake),
            Cause.WAKE,
            null,
            siteAt(timeline.wakes().fromLane(wake), timeline.wakes().fromTime(wake)));
  }

  private int siteAt(int lane, long time) {
    return siteAt(timeline, lane, time);
  }

  /** Where in the source a thread was; 0 is unknown. */
  static int siteAt(Timeline timeline, int lane, long time) {
    if (lane < 0) {
      return 0;
    }
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(time);
    return i < 0 ? 0 : spans.site(i);
  }

  private @Nullable Release met(int lane, Spans spans, int i) {
    if (spans.object(i) < 0) {
      return null;
    }
    SynchronizerTrack track = timeline.synchronizers().get(spans.object(i));
    int last = track.waitAt(spans.end(i));
    for (int at = last; at >= 0 && at > last - FEW; at--) {
      SynchronizerTrack.Wait wait = track.wait(at);
      if (wait.lane() == lane && wait.end() == spans.end(i)) {
        return wait.by() < 0
            ? null
            : new Release(wait.by(), wait.byTime(), Cause.WAKE, null, wait.bySite());
      }
    }
    return null;
  }

  private @Nullable Release ended(int lane) {
    if (lane < 0) {
      return null;
    }
    ThreadLane thread = timeline.lanes().get(lane);
    return thread.end() == Timeline.OPEN
        ? null
        : new Release(lane, thread.end(), Cause.END, new ThingRef.Lane(lane), 0);
  }

  /** The thread of a process that ended last, and with which the process did. */
  private @Nullable Release processEnded(int process) {
    if (process < 0) {
      return null;
    }
    ProcessTrack track = timeline.processes().get(process);
    ThreadLane last = null;
    for (int lane : track.lanes()) {
      ThreadLane each = timeline.lanes().get(lane);
      boolean later =
          last == null || each.end() > last.end() || (last.service() && !each.service());
      if (each.end() != Timeline.OPEN && !each.service() && later) {
        last = each;
      }
    }
    return last == null || track.died() == Timeline.OPEN
        ? null
        : new Release(
            last.index(),
            Math.min(last.end(), track.died()),
            Cause.END_OF_PROCESS,
            new ThingRef.Process(process),
            0);
  }

  /** Of several children that one whose end was seen. */
  private @Nullable Release child(int lane, Spans spans, int i) {
    int parent = timeline.lanes().get(lane).process();
    ProcessTrack last = null;
    for (ProcessTrack each : timeline.processes()) {
      boolean within = each.died() > spans.start(i) && each.died() <= spans.end(i);
      if (each.parent() == parent && within && (last == null || each.died() > last.died())) {
        last = each;
      }
    }
    return last == null ? null : processEnded(last.index());
  }

  private @Nullable Release answer(int lane, long time) {
    index();
    Timeline.Arrow arrow = answers.get(key(lane, time));
    return arrow == null || arrow.toLane() != lane
        ? null
        : new Release(arrow.fromLane(), arrow.fromTime(), Cause.ANSWER, null, 0);
  }

  /**
   * Who started that thread, or its process where it is the first of it, or handed in the task that
   * it was started for; null if unknown.
   */
  public @Nullable Release start(int lane) {
    index();
    ThreadLane thread = timeline.lanes().get(lane);
    Timeline.Arrow arrow = starts.get(lane);
    if (arrow == null) {
      ProcessTrack process = timeline.processes().get(thread.process());
      boolean first = !process.lanes().isEmpty() && isFirst(process, thread);
      arrow = first ? processStarts.get(process.index()) : null;
    }
    if (arrow == null) {
      return tasks.first(thread);
    }
    return arrow.fromLane() < 0 || arrow.fromLane() == lane || arrow.fromTime() > thread.start()
        ? null
        : new Release(
            arrow.fromLane(),
            arrow.fromTime(),
            Cause.START,
            new ThingRef.Lane(lane),
            siteAt(arrow.fromLane(), arrow.fromTime()));
  }

  private boolean isFirst(ProcessTrack process, ThreadLane thread) {
    return process.lanes().stream()
        .map(timeline.lanes()::get)
        .filter(lane -> !lane.service())
        .allMatch(lane -> lane.start() >= thread.start());
  }
}
