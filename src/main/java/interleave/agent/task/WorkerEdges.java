package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/** As {@link PoolEdges}, of the workers of a pool: when they are there and have nothing to do. */
public final class WorkerEdges {
  private WorkerEdges() {}

  /** The calling thread is a worker from now on, and has nothing to do where there is no task. */
  public static void works(@Nullable Object pool, @Nullable Object task) {
    try {
      Lane lane = Lane.known();
      if (lane != null && pool != null) {
        TaskLane.of(lane).working++;
        if (task == null) {
          lane.log.event(IDLE_BEGIN, 0, Pools.known(pool, 0).id, 0, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** And is none any more. */
  public static void worked() {
    try {
      Lane lane = Lane.known();
      TaskLane mine = lane == null ? null : TaskLane.of(lane);
      if (lane != null && mine != null && mine.working > 0 && --mine.working == 0) {
        if (!lane.runsOnlyTasks()) {
          lane.log.event(IDLE_END, 0, 0, 0, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** A worker of a fork/join pool finds nothing to do. */
  public static void idles(@Nullable Object pool) {
    try {
      Lane lane = Lane.known();
      if (lane != null && pool != null) {
        lane.log.event(IDLE_BEGIN, 0, Pools.known(pool, 0).id, 0, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** And looks for something again. */
  public static void resumes() {
    try {
      Lane lane = Lane.known();
      if (lane != null) {
        lane.log.event(IDLE_END, 0, 0, 0, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
