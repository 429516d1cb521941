package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Exceptions;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.event.Flags;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * One task that the program handed to a pool, from then on until it ends. Belongs to nobody:
 * whoever runs, cancels or refuses it says so here, and who comes first counts.
 */
final class TaskRecord {
  private static final AtomicIntegerFieldUpdater<TaskRecord> STATE =
      AtomicIntegerFieldUpdater.newUpdater(TaskRecord.class, "state");

  private static final int NEW = 0;
  private static final int RUNNING = 1;
  private static final int OVER = 2;

  final PoolThing pool;
  final String name;

  /** Where it was handed in. */
  final int site;

  /** Whether its result is that of a future which it makes. */
  boolean composes;

  /** Another id for each time that a task runs which runs again and again. */
  volatile int id;

  private volatile int state;
  private volatile boolean cancelled;

  /** The same object was handed in again as this one, see {@link Futures}. */
  @Nullable TaskRecord again;

  /** What waits for the end of this one and of the future that it makes, as ids in one pool. */
  private int @Nullable [] followers;

  /** The future that it made, once it has, where its result is that of that future. */
  private @Nullable TaskRecord made;

  private TaskRecord(PoolThing pool, String name, int site) {
    this.pool = pool;
    this.name = name;
    this.site = site;
    this.id = pool.nextTask();
  }

  /** The calling thread hands in a task now. */
  static TaskRecord submitted(Lane lane, PoolThing pool, String name, int flags, int site) {
    TaskRecord made = new TaskRecord(pool, name, site);
    lane.log.text(TASK_SUBMITTED, flags, pool.id, site, made.id, made.title());
    return made;
  }

  /**
   * The same of a stage: it is called as the variable that the program puts it into, or else as the
   * method that made it.
   */
  static TaskRecord stage(Lane lane, PoolThing pool, String method, int flags, int site) {
    String variable = Names.ofResult(site);
    TaskRecord made = new TaskRecord(pool, variable == null ? method : variable, site);
    String title = variable == null ? made.title() : variable;
    lane.log.text(TASK_SUBMITTED, flags, pool.id, site, made.id, title);
    return made;
  }

  private String title() {
    return name.isEmpty() || name.endsWith(")")
        ? name
        : name.concat(" ").concat(Integer.toString(id));
  }

  /** Whether nobody has run, cancelled or refused it yet. */
  boolean isNew() {
    return state == NEW;
  }

  /** The calling thread begins to run it; false when it is over or someone else runs it. */
  boolean begin() {
    try {
      if (STATE.compareAndSet(this, NEW, RUNNING)) {
        Lane lane = Lane.current();
        TaskLane.of(lane).running++;
        lane.log.event(TASK_STARTED, 0, pool.id, 0, id);
        return true;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return false;
  }

  /** As {@link #begin}, for what may run again. */
  boolean beginAgain() {
    try {
      if (state == OVER && !cancelled && STATE.compareAndSet(this, OVER, NEW)) {
        id = pool.nextTask();
        Lane.current().log.text(TASK_SUBMITTED, 0, pool.id, site, id, title());
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return begin();
  }

  /** The thread that began it has done it. */
  void done(@Nullable String result) {
    end(cancelled ? Flags.CANCELLED : 0, result);
  }

  void failed(Throwable why) {
    end(cancelled ? Flags.CANCELLED : Flags.FAILED, cancelled ? null : Exceptions.describe(why));
  }

  private void end(int flags, @Nullable String text) {
    try {
      if (STATE.compareAndSet(this, RUNNING, OVER)) {
        Lane lane = Lane.current();
        TaskLane mine = TaskLane.of(lane);
        boolean idle = --mine.running == 0 && (mine.working > 0 || lane.runsOnlyTasks());
        say(lane, idle ? flags | Flags.IDLE : flags, text);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private void say(Lane lane, int flags, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      lane.log.event(TASK_ENDED, flags, pool.id, 0, id);
    } else {
      lane.log.text(TASK_ENDED, flags, pool.id, 0, id, text);
    }
  }

  /** It will never run. */
  void dropped(int flags, @Nullable String why) {
    try {
      if (STATE.compareAndSet(this, NEW, OVER)) {
        say(Lane.current(), flags, why);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The program cancelled it: it does not run any more, or its result is of no use. */
  void cancelled() {
    cancelled = true;
    dropped(Flags.CANCELLED, null);
  }

  /** Somebody gave the result in place of a task that would have run. */
  void completed(int flags, @Nullable String result) {
    dropped(flags, result);
  }

  /** {@code next} cannot begin before this one has ended. */
  synchronized void before(Lane lane, TaskRecord next) {
    if (next.pool == pool) {
      depends(lane, next.id, id);
      if (made != null && made.pool == pool) {
        depends(lane, next.id, made.id);
      } else {
        int[] all =
            followers == null
                ? new int[1]
                : java.util.Arrays.copyOf(followers, followers.length + 1);
        all[all.length - 1] = next.id;
        followers = all;
      }
    }
  }

  /** Its result is that of {@code other}: what waits for the one waits for the other, too. */
  synchronized void isResultOf(Lane lane, TaskRecord other) {
    made = other;
    if (followers != null && other.pool == pool) {
      for (int each : followers) {
        depends(lane, each, other.id);
      }
    }
    followers = null;
  }

  private void depends(Lane lane, int task, int before) {
    lane.log.event(TASK_DEPENDS, 0, pool.id, 0, (long) before << 32 | task);
  }
}
