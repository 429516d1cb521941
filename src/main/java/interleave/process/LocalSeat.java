package interleave.process;

import interleave.process.value.RefusedBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The seat of a worker of this machine, to whom it hands one task after the other. */
final class LocalSeat extends PoolSeat<WorkerLink> {
  /** So many workers may die over a task before they have begun it. */
  private static final int MOST_HANDINGS = 3;

  private final ProcessPool pool;
  private final PoolTasks tasks;

  LocalSeat(ProcessPool pool, PoolTasks tasks, String name) {
    super(pool, () -> hire(pool, tasks, name));
    this.pool = pool;
    this.tasks = tasks;
  }

  private static WorkerLink hire(ProcessPool pool, PoolTasks tasks, String name) {
    WorkerLink hired = WorkerLink.start(name, pool.key(), pool.name());
    hired.child().ended().thenRun(tasks::nudge);
    return hired;
  }

  /**
   * Hands tasks to a worker. Returns true when it left because there are no more, false when it
   * died.
   */
  @Override
  boolean serve(WorkerLink here) throws InterruptedException {
    try (here) {
      here.open();
      while (true) {
        PoolTask task = tasks.take(() -> here.child().exitCode().isPresent());
        if (task == null) {
          if (here.child().exitCode().isPresent()) {
            return false;
          }
          here.send(MessageFrame.make(PoolFrames.LEAVE, 0));
          here.ending();
          return true;
        }
        hand(task, here);
      }
    } catch (IOException e) {
      FastExit.hold(e);
      here.ending();
      return false;
    }
  }

  private void hand(PoolTask task, WorkerLink here) throws IOException, InterruptedException {
    boolean begun = false;
    try {
      here.send(order(task));
      expect(PoolFrames.BEGUN, task, here.receive());
      begun = true;

      MessageFrame answer = here.receive();
      if (answer.type() == PoolFrames.FAILURE) {
        expect(PoolFrames.FAILURE, task, answer);
        task.fail(PoolWorker.texts(answer.rest().slice()));
      } else {
        expect(PoolFrames.RESULT, task, answer);
        task.complete(answer.rest().slice());
      }
    } catch (IOException e) {
      FastExit.hold(e);
      if (e instanceof RefusedBytesException) {
        here.child().kill();
      }
      String reason = here + " " + here.ending();
      boolean again =
          !begun && task.handings() + 1 < MOST_HANDINGS && tasks.putBack(task.handedOnceMore());
      if (!again) {
        pool.lost(task, reason);
      }
      throw e;
    }
  }

  private static ByteBuffer order(PoolTask task) {
    byte[] order = task.order();
    return MessageFrame.make(PoolFrames.TASK, Long.BYTES + order.length)
        .putLong(task.id())
        .put(order);
  }

  private static void expect(byte type, PoolTask task, MessageFrame frame)
      throws RefusedBytesException {
    if (frame.type() != type || frame.nextLong() != task.id()) {
      throw new RefusedBytesException("A worker answered something else than it was asked.");
    }
  }

  @Override
  boolean over() {
    return tasks.over();
  }
}
