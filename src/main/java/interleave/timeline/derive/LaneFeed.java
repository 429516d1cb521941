package interleave.timeline.derive;

import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.derive.LoopThreads.Standing;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.grammar.Activity;
import interleave.timeline.grammar.EventGrammar.Row;
import interleave.timeline.grammar.Role;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands each thread's events to its lane as they arrive: the half of {@link TimelineStore} before
 * the watermark. What the many threads of a crowd do waits for its turn behind it.
 */
final class LaneFeed {
  private static final int NOTHING = -1;

  private final Directory directory;
  private final ArrowMaker arrows;
  private final LoopThreads loops;
  private final Pending pending;

  LaneFeed(RunModel model, Pending pending) {
    this.directory = model.directory;
    this.arrows = model.arrows;
    this.loops = new LoopThreads(directory);
    this.pending = pending;
  }

  /** An event of that lane; what is to wait for its turn does so in {@code waiting}. */
  void event(
      Pending.Lines waiting,
      Row row,
      int flags,
      LaneBuilder lane,
      int thing,
      int site,
      long value,
      long time) {
    if (lane.kind == ThreadLane.Kind.TASK) {
      changed(waiting, loops.step(lane, row, value, time));
    }
    boolean seen = lane.isSeen();
    // Only of crowds it is counted who is in which state; and nobody is in one before it begins.
    int before = lane.crowd == null ? CrowdBuilder.GONE : lane.state();
    if (row.kind() == EventKind.CARRIER) {
      LaneBuilder carrier = directory.lane(lane.process, (int) value);
      carrier.kind = ThreadLane.Kind.CARRIER;
      lane.carrier = carrier.index;
    } else {
      int object = NOTHING;
      long limit = Timeline.OPEN;
      if (row.kind() == EventKind.WAIT_LIMIT) {
        lane.limitsNext(Math.max(0, value));
      }
      Activity begun = row.activity();
      if (begun != null && row.role() == Role.BEGINS && lane.takes(row)) {
        object = object(begun, lane.process, flags, thing, value);
        limit = limit(begun, value);
      }
      lane.event(row, flags, thing, object, site, time, limit);
      directory.changed(lane);
    }
    changed(waiting, lane, seen, before);
  }

  /** Something happened in a lane that is in none of its spans. */
  void heard(Pending.Lines waiting, LaneBuilder lane, long time) {
    boolean seen = lane.isSeen();
    lane.heard(time);
    directory.changed(lane);
    if (!seen) {
      changed(waiting, lane, false, CrowdBuilder.GONE);
    }
  }

  /** A thread is unparked, or what a task awaits is there. */
  void woken(Pending.Lines waiting, LaneBuilder lane, long time) {
    changed(waiting, loops.woken(lane, time));
  }

  private void changed(Pending.Lines waiting, @Nullable Standing before) {
    if (before != null) {
      changed(waiting, before.lane(), before.seen(), before.state());
    }
  }

  /** A lane has begun, or is in another state than before. */
  private void changed(Pending.Lines waiting, LaneBuilder lane, boolean seen, int before) {
    if (!seen && lane.isSeen()) {
      directory.begin(lane);
      arrows.begun(lane);
    }
    if (lane.crowd != null) {
      int after = lane.state();
      boolean mounted = lane.kind == ThreadLane.Kind.VIRTUAL && before == after && after >= 0;
      if (before != after || mounted) {
        pending.changed(waiting, lane.index, before, after, lane.carrier, lane.newest);
      }
    }
  }

  /** What the span is about that an event begins: an index, a task's number, a length of time. */
  private int object(Activity activity, ProcessState process, int flags, int thing, long value) {
    return switch (activity) {
      case SLEEP -> micros(value);
      case JOIN -> directory.lane(process, (int) value).index;
      case CHILD -> value == 0 ? NOTHING : directory.process(process.host(), value).index;
      case NOTIFICATION -> condition(process, (int) value, thing);
      case TASK, RESULT -> directory.tasks.add(thing, value);
      case CALL, SERVICE -> directory.tasks.add(NOTHING, value);
      case AWAIT -> awaited(Awaited.of(flags & 0xFF), process, thing, value >>> 32);
      case LOCK, PARK, PUT, GET, TRANSFER, MEETING, IDLE, STEP -> thing;
    };
  }

  /** After how many ns the wait ends by itself, by its begin. */
  private static long limit(Activity activity, long value) {
    long ns =
        switch (activity) {
          case PARK -> value;
          case NOTIFICATION -> TimeUnit.MICROSECONDS.toNanos(value >>> 32);
          default -> 0;
        };
    return ns > 0 ? ns : Timeline.OPEN;
  }

  private int awaited(Awaited what, ProcessState process, int thing, long detail) {
    return switch (what) {
      case FUTURE, TURN, IO, THING -> NOTHING;
      case SLEEP -> micros(detail * 1000);
      case TASK -> directory.lane(process, (int) detail).index;
      case TASKS -> (int) detail;
      case RESULT -> directory.tasks.add(thing, detail);
    };
  }

  /** The condition of a lock at which the thread waits, or the lock where there is none. */
  private int condition(ProcessState process, int id, int lock) {
    if (id == 0 || lock < 0) {
      return lock;
    }
    InternedObject condition = directory.thing(process, id);
    condition.whole = directory.thing(lock);
    return condition.index;
  }

  private static int micros(long nanos) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, nanos / 1000));
  }
}
