package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which task a future stands for, or an object that a pool was given; one that was handed in twice
 * is two tasks, of which the older is run first.
 */
final class Futures extends Things<Futures.FutureThing> {
  static final Futures ALL = new Futures();

  private Futures() {}

  static final class FutureThing extends Thing {
    /** The last one that was handed in. */
    TaskRecord task;

    /** The first of those that have not begun. */
    private @Nullable TaskRecord waiting;

    private boolean forgotten;

    FutureThing(Object future, int hash, ReferenceQueue<Object> gone, TaskRecord task) {
      super(future, hash, gone);
      this.task = task;
      this.waiting = task;
    }

    /** The same object was handed in once more; false when this is no more what is known of it. */
    private synchronized boolean add(TaskRecord more) {
      if (forgotten) {
        return false;
      }
      task.again = more;
      task = more;
      if (waiting == null) {
        waiting = more;
      }
      return true;
    }

    private synchronized @Nullable TaskRecord next() {
      while (waiting != null && !waiting.isNew()) {
        waiting = waiting.again;
      }
      return waiting;
    }

    private synchronized boolean isOver() {
      forgotten = next() == null;
      return forgotten;
    }
  }

  @Override
  public FutureThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    throw new IllegalStateException("a future has a task");
  }

  /** From now on {@code future} is the one of {@code task}. */
  static void register(Object future, TaskRecord task) {
    FutureThing thing;
    do {
      thing =
          ALL.adopt(
              future,
              new Adoption<>() {
                @Override
                public FutureThing create(Object object, int hash, ReferenceQueue<Object> gone) {
                  return new FutureThing(object, hash, gone, task);
                }
              });
    } while (thing.task != task && !thing.add(task));
  }

  /** A task begins that is no future, of which nobody will ask again unless it waits once more. */
  static void begun(Object task) {
    FutureThing known = ALL.known(task);
    if (known != null && known.isOver()) {
      ALL.forget(known);
    }
  }

  static @Nullable TaskRecord of(Object future) {
    FutureThing known = ALL.known(future);
    return known == null ? null : known.task;
  }

  /** The oldest task that is {@code object} and has not begun; null for none. */
  static @Nullable TaskRecord waiting(Object object) {
    FutureThing known = ALL.known(object);
    return known == null ? null : known.next();
  }

  /**
   * The task of a stage; one that the program made by hand, and will complete, becomes a task when
   * somebody waits for it. Null for one that is complete, for which nobody has to wait.
   */
  static @Nullable TaskRecord ofStage(Lane lane, CompletableFuture<?> stage) {
    TaskRecord known = of(stage);
    if (known == null && stage.getClass() == CompletableFuture.class && !stage.isDone()) {
      known = TaskRecord.submitted(lane, Pools.stages(), "future", 0, 0);
      register(stage, known);
    }
    return known;
  }
}
