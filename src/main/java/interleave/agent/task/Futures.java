package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Which task a future, or a task that is its own future, stands for. */
final class Futures extends Things<Futures.FutureThing> {
  static final Futures ALL = new Futures();

  private Futures() {}

  static final class FutureThing extends Thing {
    final TaskRecord task;

    FutureThing(Object future, int hash, ReferenceQueue<Object> gone, TaskRecord task) {
      super(future, hash, gone);
      this.task = task;
    }
  }

  @Override
  public FutureThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    throw new IllegalStateException("a future has a task");
  }

  /** From now on {@code future} is the one of {@code task}. */
  static void register(Object future, TaskRecord task) {
    ALL.adopt(
        future,
        new Adoption<>() {
          @Override
          public FutureThing create(Object object, int hash, ReferenceQueue<Object> gone) {
            return new FutureThing(object, hash, gone, task);
          }
        });
  }

  static @Nullable TaskRecord of(Object future) {
    FutureThing known = ALL.known(future);
    return known == null ? null : known.task;
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
