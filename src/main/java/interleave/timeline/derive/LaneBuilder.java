package interleave.timeline.derive;

import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Spans.About;
import interleave.timeline.ThreadLane.Kind;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntBag;
import interleave.timeline.derive.column.HoldColumns;
import interleave.timeline.derive.column.SpanColumns;
import org.jspecify.annotations.Nullable;

/**
 * Makes a lane's spans from the thread's own events, in the order in which it recorded them. That
 * needs no other thread, so a lane is always drawn up to its newest event.
 *
 * <p>Waits may lie within waits: a queue may be made of a lock and a condition. When the inner one
 * ends, the outer one goes on:
 *
 * <pre>
 *   GET_REQUEST   LOCK_REQUEST      LOCK_ACQUIRED          GET
 *   ├─ blocked in get ─┼─ waits for lock ─┼─ blocked in get ─┼─ running
 * </pre>
 */
final class LaneBuilder {
  private static final int PUT_OR_NOTIFIED = 1;

  final int index;
  final ProcessState process;
  final long id;
  final SpanColumns spans = new SpanColumns();
  final HoldColumns holds = new HoldColumns();

  /** The tracks of the locks that this thread has ever asked for, once each. */
  final IntBag locks = new IntBag();

  /** The same of synchronizers. */
  final IntBag synchronizers = new IntBag();

  private final WaitStack waits = new WaitStack();

  /** Of a thread that is one of too many; null of others. */
  @Nullable CrowdBuilder crowd;

  /** Of a virtual thread: the lane of the carrier that it was last seen on, -1 when not known. */
  int carrier = -1;

  /** Of a task of an event loop: the lane of the thread that runs it now, -1 for none. */
  int runner = -1;

  /** Of a virtual thread, behind the watermark: the carrier that runs it now, -1 for none. */
  int mountedOn = -1;

  /** Of a virtual thread, behind the watermark: its carrier ran another, so that it must wait. */
  boolean displaced;

  /** The lane of the thread that started this one, -1 when not known, and when it did. */
  int starter = -1;

  long started;

  /** Whether the next snapshot has to look at it. */
  boolean changed;

  String name;
  Kind kind = Kind.PLATFORM;
  boolean daemon;
  boolean service;
  long start = Timeline.OPEN;
  long end = Timeline.OPEN;
  long newest = Long.MIN_VALUE;

  LaneBuilder(int index, ProcessState process, long id) {
    this.index = index;
    this.process = process;
    this.id = id;
    this.name = "thread " + id;
  }

  void define(int flags, @Nullable String text) {
    if (text != null) {
      name = text;
    }
    daemon = (flags & Flags.DAEMON) != 0;
    service = (flags & Flags.SERVICE) != 0;
    if ((flags & Flags.COROUTINE) != 0) {
      kind = Kind.TASK;
    } else if (kind != Kind.CARRIER) {
      kind = (flags & Flags.VIRTUAL) != 0 ? Kind.VIRTUAL : Kind.PLATFORM;
    }
    if (kind == Kind.VIRTUAL && text == null) {
      name = "virtual " + id;
    }
  }

  boolean isSeen() {
    return start != Timeline.OPEN;
  }

  /** What it does by its newest event: the ordinal of a state, or {@link CrowdBuilder#GONE}. */
  int state() {
    return !isSeen() || end != Timeline.OPEN
        ? CrowdBuilder.GONE
        : spans.state(spans.size() - 1).ordinal();
  }

  /** Nanoseconds for which it waited for others so far. */
  long waited(long now) {
    return spans.spent(ThreadState.LOCK_WAIT, now)
        + spans.spent(ThreadState.QUEUE_WAIT, now)
        + spans.spent(ThreadState.SYNC_WAIT, now);
  }

  /** A carrier runs that thread from now on. */
  void carries(int lane, long from) {
    if (end != Timeline.OPEN) {
      return;
    }
    long time = Math.max(newest, from);
    newest = time;
    if (!isSeen()) {
      start = time;
    } else if (spans.isOpen()) {
      spans.close(time);
    }
    spans.open(time, ThreadState.RUNNING, About.LANE, 0, lane, 0);
  }

  /** The thread that a carrier runs, -1 for none. */
  int carried() {
    return spans.isOpen() ? spans.objects.get(spans.size() - 1) : -1;
  }

  /** A carrier that runs that thread has nothing to do then. */
  void carriesNoMore(int lane, long at) {
    if (carried() == lane) {
      newest = Math.max(newest, at);
      spans.close(newest);
    }
  }

  /** The loop of this thread runs a step of that task. */
  void runs(int task, long from) {
    newest = Math.max(newest, from);
    if (!isSeen()) {
      start = newest;
      spans.open(newest, ThreadState.RUNNING, About.FUNCTION, 0, -1, 0);
    }
    leaf(EventKind.CARRIER, 0, newest);
    begin(EventKind.CARRIER, ThreadState.RUNNING, About.LANE, task, 0, newest);
  }

  /** The step is over. */
  void runsNoMore(long at) {
    if (end == Timeline.OPEN && waits.pop(EventKind.CARRIER)) {
      newest = Math.max(newest, at);
      resume(0, newest);
    }
  }

  /** A task may go on with what it awaits; it has to wait for its turn. */
  void ready(long at) {
    if (end == Timeline.OPEN && waits.top() == EventKind.AWAIT_BEGIN) {
      newest = Math.max(newest, at);
      int site = spans.sites.get(spans.size() - 1);
      change(newest, ThreadState.SYNC_WAIT, About.TURN, 0, -1, site);
    }
  }

  /** Takes an event of this thread. {@code object} is the slot of the thing it is about. */
  void event(EventKind kind, int flags, int object, int site, long value, long happened) {
    if (end != Timeline.OPEN) {
      return; // what a dying thread's hooks still say
    }
    newest = Math.max(newest, happened);
    long time = newest; // spans stay sorted, whatever a segment says
    if (!isSeen()) {
      start = time;
      spans.open(time, ThreadState.RUNNING, About.FUNCTION, 0, -1, site);
    }
    if (kind != EventKind.THREAD_END) {
      leaf(kind, site, time);
    }
    switch (kind) {
      case THREAD_END -> finish(time);
      case JOIN_BEGIN -> begin(kind, ThreadState.JOINING, About.LANE, lane(value), site, time);
      case CHILD_WAIT_BEGIN -> {
        About about = value == 0 ? About.NOTHING : About.PROCESS;
        int child = value == 0 ? -1 : process.processOf(value);
        begin(kind, ThreadState.JOINING, about, child, site, time);
      }
      case SLEEP_BEGIN ->
          begin(kind, ThreadState.SLEEPING, About.NOTHING, micros(value), site, time);
      case LOCK_REQUEST -> begin(kind, ThreadState.LOCK_WAIT, About.LOCK, object, site, time);
      case WAIT_BEGIN -> {
        holds.close(time, object);
        int condition = condition((int) value, object);
        begin(kind, ThreadState.LOCK_WAIT, About.LOCK, condition, site, time);
      }
      case PUT_REQUEST, GET_REQUEST ->
          begin(kind, ThreadState.QUEUE_WAIT, About.QUEUE, object, site, time);
      case SYNC_WAIT_BEGIN ->
          begin(kind, ThreadState.SYNC_WAIT, About.SYNCHRONIZER, object, site, time);
      case PARK_BEGIN -> begin(kind, ThreadState.SYNC_WAIT, About.NOTHING, object, site, time);
      case IO_BEGIN -> begin(kind, ThreadState.IO, About.PIPE, object, site, time);
      case TASK_STARTED ->
          begin(kind, ThreadState.RUNNING, About.TASK, process.taskRef(object, value), site, time);
      case RESULT_WAIT_BEGIN ->
          begin(kind, ThreadState.JOINING, About.TASK, process.taskRef(object, value), site, time);
      case CALL_BEGIN ->
          begin(kind, ThreadState.JOINING, About.CALL, process.taskRef(-1, value), site, time);
      case SERVE_BEGIN ->
          begin(kind, ThreadState.RUNNING, About.CALL, process.taskRef(-1, value), site, time);
      case SERVE_END -> {
        end(kind, site, time);
        if (waits.top() == null) { // it waits for the next call
          change(time, ThreadState.IO, About.NOTHING, 0, -1, 0);
        }
      }
      case TASK_ENDED -> {
        end(kind, site, time);
        if ((flags & Flags.IDLE) != 0 && waits.top() == null) {
          change(time, ThreadState.QUEUE_WAIT, About.POOL, 0, object, 0);
        }
      }
      case AWAIT_BEGIN -> await(Awaited.of(flags & 0xFF), object, site, value >>> 32, time);
      case AWAIT_END -> end(kind, spans.sites.get(spans.size() - 1), time);
      case IDLE_BEGIN -> {
        boolean loop = (flags & Flags.COROUTINE) != 0;
        ThreadState state = loop ? ThreadState.SLEEPING : ThreadState.QUEUE_WAIT;
        begin(kind, state, About.POOL, object, site, time);
      }
      case LOCK_ACQUIRED, WAIT_END -> {
        end(kind, site, time);
        holds.open(time, object, site);
      }
      case LOCK_RELEASED -> {
        holds.close(time, object);
        seen(site);
      }
      default -> end(kind, site, time);
    }
  }

  private void await(Awaited what, int object, int site, long detail, long time) {
    if (waits.top() != null && waits.top() != EventKind.AWAIT_BEGIN) {
      return; // it has said already what it waits for
    }
    EventKind kind = EventKind.AWAIT_BEGIN;
    switch (what) {
      case TURN -> begin(kind, ThreadState.SYNC_WAIT, About.TURN, -1, site, time);
      case FUTURE, THING -> begin(kind, ThreadState.SYNC_WAIT, About.FUTURE, -1, site, time);
      case IO -> begin(kind, ThreadState.IO, About.FUTURE, -1, site, time);
      case SLEEP ->
          begin(kind, ThreadState.SLEEPING, About.NOTHING, micros(detail * 1000), site, time);
      case TASK -> begin(kind, ThreadState.JOINING, About.LANE, lane(detail), site, time);
      case TASKS -> begin(kind, ThreadState.JOINING, About.TASKS, (int) detail, site, time);
      case RESULT -> {
        int ref = process.taskRef(object, detail);
        begin(kind, ThreadState.JOINING, About.TASK, ref, site, time);
      }
    }
  }

  /** Another thread let go of a lock that this one held. */
  void releasedByAnother(int object, long time) {
    holds.close(time, object);
  }

  private int lane(long thread) {
    return process.laneOf((int) thread);
  }

  /** The condition of a lock at which the thread waits, or the lock where there is none. */
  private int condition(int id, int lock) {
    if (id == 0 || lock < 0) {
      return lock;
    }
    InternedObject condition = process.thing(id);
    condition.whole = process.thingAt(lock);
    return condition.index;
  }

  private static int micros(long nanos) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, nanos / 1000));
  }

  /**
   * A thread that says anything else no longer sleeps, joins or is parked, even if its waking got
   * lost.
   */
  private void leaf(EventKind kind, int site, long time) {
    EventKind top = waits.top();
    if (top != null && WaitStack.isLeaf(top) && WaitStack.opener(kind) != top) {
      waits.pop(top);
      resume(site, time);
    }
  }

  private void begin(
      EventKind kind, ThreadState state, About about, int object, int site, long time) {
    waits.push(kind, object);
    int variant =
        kind == EventKind.PUT_REQUEST || kind == EventKind.WAIT_BEGIN ? PUT_OR_NOTIFIED : 0;
    change(time, state, about, variant, object, site);
  }

  private void change(
      long time, ThreadState state, About about, int variant, int object, int site) {
    if (spans.isEmptyAt(time)) {
      spans.turn(state, about, variant, object, site);
    } else {
      spans.close(time);
      spans.open(time, state, about, variant, object, site);
    }
  }

  private void end(EventKind kind, int site, long time) {
    EventKind opener = WaitStack.opener(kind);
    if (opener != null && waits.pop(opener)) {
      resume(site, time);
    } else {
      seen(site);
    }
  }

  /** Goes on with what was before the wait that ended. */
  private void resume(int site, long time) {
    int object = waits.topObject();
    switch (waits.top()) {
      case LOCK_REQUEST -> change(time, ThreadState.LOCK_WAIT, About.LOCK, 0, object, site);
      case WAIT_BEGIN ->
          change(time, ThreadState.LOCK_WAIT, About.LOCK, PUT_OR_NOTIFIED, object, site);
      case PUT_REQUEST ->
          change(time, ThreadState.QUEUE_WAIT, About.QUEUE, PUT_OR_NOTIFIED, object, site);
      case GET_REQUEST -> change(time, ThreadState.QUEUE_WAIT, About.QUEUE, 0, object, site);
      case CHILD_WAIT_BEGIN ->
          change(
              time,
              ThreadState.JOINING,
              object < 0 ? About.NOTHING : About.PROCESS,
              0,
              object,
              site);
      case SYNC_WAIT_BEGIN ->
          change(time, ThreadState.SYNC_WAIT, About.SYNCHRONIZER, 0, object, site);
      case IO_BEGIN -> change(time, ThreadState.IO, About.PIPE, 0, object, site);
      case TASK_STARTED -> change(time, ThreadState.RUNNING, About.TASK, 0, object, site);
      case RESULT_WAIT_BEGIN -> change(time, ThreadState.JOINING, About.TASK, 0, object, site);
      case CARRIER -> change(time, ThreadState.RUNNING, About.LANE, 0, object, site);
      case CALL_BEGIN -> change(time, ThreadState.JOINING, About.CALL, 0, object, site);
      case SERVE_BEGIN -> change(time, ThreadState.RUNNING, About.CALL, 0, object, site);
      case null, default -> change(time, ThreadState.RUNNING, About.FUNCTION, 0, -1, site);
    }
  }

  /** A running span is where its first event was. */
  private void seen(int site) {
    int last = spans.size() - 1;
    if (site != 0 && spans.sites.get(last) == 0) {
      spans.sites.set(last, site);
    }
  }

  /** Whether the span waits in a put, or to be notified. */
  boolean isPutOrNotified(int span) {
    return spans.variant(span) == PUT_OR_NOTIFIED;
  }

  /** The thread's end, or its process'. */
  void finish(long time) {
    if (!isSeen() || end != Timeline.OPEN) {
      return;
    }
    end = Math.max(time, newest);
    if (spans.isOpen()) {
      spans.close(end);
    }
    holds.closeAll(end);
  }
}
