package interleave.process;

import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of one worker in a pool. Its thread hands the worker one task after the other; when the
 * worker dies, it says what became of its task and puts a new worker in its place.
 */
final class PoolSeat implements Runnable {
  /** So many workers in a row that die before they have come here mean that none ever will. */
  private static final int MOST_STILLBORN = 3;

  /** So many workers may die over a task before they have begun it. */
  private static final int MOST_HANDINGS = 3;

  private final ProcessPool pool;
  private final PoolTasks tasks;
  private final String name;
  private WorkerLink worker;
  private boolean vacated;

  /** A seat with its first worker, which is started here. */
  PoolSeat(ProcessPool pool, PoolTasks tasks, String name) {
    this.pool = pool;
    this.tasks = tasks;
    this.name = name;
    worker = hire();
  }

  private WorkerLink hire() {
    WorkerLink hired = WorkerLink.start(name, pool.key(), pool.name());
    hired.child().ended().thenRun(tasks::nudge);
    return hired;
  }

  @Override
  public void run() {
    String reason = "all workers have left";
    try {
      reason = work();
    } catch (UncheckedIOException e) {
      reason = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      reason = "the pool was interrupted";
    } finally {
      pool.seatLeft(reason);
      vacate();
    }
  }

  /** Returns, with the reason, when this seat has no worker any more. */
  private String work() throws InterruptedException {
    int stillborn = 0;
    while (true) {
      WorkerLink here = worker();
      boolean left = serve(here);
      if (left || tasks.over()) {
        return "all workers have left";
      }
      stillborn = here.wasThere() ? 0 : stillborn + 1;
      if (stillborn == MOST_STILLBORN) {
        return here + " " + here.ending() + " before it was there";
      }
      replace();
    }
  }

  /**
   * Hands tasks to a worker. Returns true when it left because there are no more, false when it
   * died.
   */
  private boolean serve(WorkerLink here) throws InterruptedException {
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
        List<String> texts = PoolWorker.texts(answer);
        task.result().fail(new TaskFailedException(texts.getFirst(), texts.getLast()));
      } else {
        expect(PoolFrames.RESULT, task, answer);
        complete(task, answer.rest().slice());
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
    List<String> words = new ArrayList<>(List.of(task.entry().owner(), task.entry().name()));
    words.addAll(task.words());
    byte[] order = ValueWriter.encode(words);
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

  private static void complete(PoolTask task, ByteBuffer value) {
    try {
      task.result().complete(ValueReader.decode(value, task.entry().resultRecords()));
    } catch (RefusedBytesException e) {
      task.result()
          .fail(new TaskFailedException("The result was refused: " + e.getMessage(), e.toString()));
    }
  }

  private synchronized WorkerLink worker() {
    return worker;
  }

  private synchronized void replace() {
    worker = hire();
    if (tasks.broken().isPresent()) {
      worker.child().terminate();
    }
    notifyAll();
  }

  private synchronized void vacate() {
    vacated = true;
    notifyAll();
  }

  synchronized void terminate() {
    worker.child().terminate();
  }

  /** Waits until nobody sits here and nobody will. */
  void join() throws InterruptedException {
    WorkerLink seen = null;
    for (WorkerLink next = nextAfter(seen); next != null; next = nextAfter(seen)) {
      next.child().join();
      seen = next;
    }
  }

  private synchronized @Nullable WorkerLink nextAfter(@Nullable WorkerLink seen)
      throws InterruptedException {
    while (worker.equals(seen) && !vacated) {
      wait();
    }
    return worker.equals(seen) ? null : worker;
  }
}
