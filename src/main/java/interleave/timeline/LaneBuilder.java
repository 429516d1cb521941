package interleave.timeline;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Spans.About;
import interleave.timeline.ThreadLane.Kind;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a lane's spans from the thread's own events, in the order in which it recorded them. That
 * needs no other thread, so a lane is always drawn up to its newest event.
 */
final class LaneBuilder {
  final int index;
  final ProcessState process;
  final long id;
  final SpanColumns spans = new SpanColumns();
  final HoldColumns holds = new HoldColumns();

  /** Which of the spans that wait for a queue are puts; sorted. */
  private final IntColumn puts = new IntColumn();

  String name;
  Kind kind = Kind.PLATFORM;
  boolean daemon;
  boolean service;
  long start = Timeline.OPEN;
  long end = Timeline.OPEN;
  long newest = Long.MIN_VALUE;
  int task = -1;

  LaneBuilder(int index, ProcessState process, long id) {
    this.index = index;
    this.process = process;
    this.id = id;
    this.name = "thread " + id;
  }

  /** Names of locks a thread holds, while it holds them: the object and the hold it opened. */
  static final class HoldColumns {
    final LongColumn starts = new LongColumn();
    final LongColumn ends = new LongColumn();
    final IntColumn objects = new IntColumn();
    final IntColumn sites = new IntColumn();
    private final LongColumn before = new LongColumn();
    private final List<Integer> open = new ArrayList<>();
    private long held;
    private long coveredUntil = Long.MIN_VALUE;

    void open(long start, int object, int site) {
      if (starts.size() % SpanColumns.BLOCK == 0) {
        before.add(held);
      }
      open.add(starts.size());
      starts.add(start);
      ends.add(Timeline.OPEN);
      objects.add(object);
      sites.add(site);
    }

    void close(long end, int object) {
      for (int i = open.size() - 1; i >= 0; i--) {
        if (objects.get(open.get(i)) == object) {
          end(open.remove(i), end);
          return;
        }
      }
    }

    void closeAll(long end) {
      for (int each : open) {
        end(each, end);
      }
      open.clear();
    }

    private void end(int hold, long end) {
      ends.set(hold, end);
      held += Math.max(0, end - Math.max(starts.get(hold), coveredUntil));
      coveredUntil = Math.max(coveredUntil, end);
    }

    /**
     * Nanoseconds before {@code time} in which a lock was held; two at once count once, but for
     * those across a block.
     */
    long heldBefore(long time, int size) {
      int last = starts.floor(time, size);
      if (last < 0) {
        return 0;
      }
      int block = last / SpanColumns.BLOCK;
      long sum = before.get(block);
      long covered = Long.MIN_VALUE;
      for (int i = block * SpanColumns.BLOCK; i <= last; i++) {
        long to = Math.min(ends.get(i), time);
        sum += Math.max(0, to - Math.max(starts.get(i), covered));
        covered = Math.max(covered, to);
      }
      return sum;
    }
  }

  void define(int flags, @Nullable String text) {
    if (text != null) {
      name = text;
    }
    daemon = (flags & Flags.DAEMON) != 0;
    service = (flags & Flags.SERVICE) != 0;
    kind = (flags & Flags.VIRTUAL) != 0 ? Kind.VIRTUAL : Kind.PLATFORM;
  }

  boolean isSeen() {
    return start != Timeline.OPEN;
  }

  /** Takes an event of this thread. {@code object} is the slot of the thing it is about. */
  void event(EventKind kind, int object, int site, long value, long time) {
    if (end != Timeline.OPEN && kind != EventKind.THREAD_BEGIN) {
      return; // what a dying thread's hooks still say
    }
    newest = Math.max(newest, time);
    if (!isSeen()) {
      start = time;
      spans.open(time, ThreadState.RUNNING, About.FUNCTION, task, site);
    }
    switch (kind) {
      case THREAD_END -> finish(time);
      case JOIN_BEGIN -> change(time, ThreadState.JOINING, About.LANE, process.laneOf(value), site);
      case CHILD_WAIT_BEGIN ->
          change(time, ThreadState.JOINING, About.PROCESS, process.processOf(value), site);
      case SLEEP_BEGIN -> change(time, ThreadState.SLEEPING, About.NOTHING, micros(value), site);
      case LOCK_REQUEST -> change(time, ThreadState.LOCK_WAIT, About.LOCK, object, site);
      case WAIT_BEGIN -> {
        holds.close(time, object);
        change(time, ThreadState.LOCK_WAIT, About.LOCK, object, site);
      }
      case PUT_REQUEST -> {
        change(time, ThreadState.QUEUE_WAIT, About.QUEUE, object, site);
        puts.add(spans.size() - 1);
      }
      case GET_REQUEST -> change(time, ThreadState.QUEUE_WAIT, About.QUEUE, object, site);
      case LOCK_ACQUIRED, WAIT_END -> {
        running(time, site);
        holds.open(time, object, site);
      }
      case LOCK_RELEASED -> {
        holds.close(time, object);
        seen(site);
      }
      case JOIN_END,
          CHILD_WAIT_END,
          SLEEP_END,
          LOCK_ABANDONED,
          PUT,
          GET,
          PUT_ABANDONED,
          GET_ABANDONED ->
          running(time, site);
      case TASK_STARTED, TASK_ENDED -> {
        task = kind == EventKind.TASK_STARTED ? (int) value : -1;
        change(time, ThreadState.RUNNING, About.FUNCTION, task, site);
      }
      default -> seen(site);
    }
  }

  private static int micros(long nanos) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, nanos / 1000));
  }

  private void running(long time, int site) {
    int last = spans.size() - 1;
    if (spans.state(last) != ThreadState.RUNNING) {
      change(time, ThreadState.RUNNING, About.FUNCTION, task, site);
    } else {
      seen(site);
    }
  }

  /** A running span is where its first event was. */
  private void seen(int site) {
    int last = spans.size() - 1;
    if (site != 0 && spans.sites.get(last) == 0) {
      spans.sites.set(last, site);
    }
  }

  private void change(long time, ThreadState state, About about, int object, int site) {
    if (spans.isEmptyAt(time)) {
      spans.turn(state, about, object, site);
    } else {
      spans.close(time);
      spans.open(time, state, about, object, site);
    }
  }

  /** Whether the span, which waits for a queue, does so in a put. */
  boolean isPut(int span) {
    int low = 0;
    int high = puts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (puts.get(middle) < span) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return low < puts.size() && puts.get(low) == span;
  }

  /** The thread's end, or its process'. */
  void finish(long time) {
    if (!isSeen() || end != Timeline.OPEN) {
      return;
    }
    end = Math.max(time, newest);
    spans.close(end);
    holds.closeAll(end);
  }
}
