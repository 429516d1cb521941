package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** The program's executors. */
final class Pools extends Things<PoolThing> {
  static final Pools ALL = new Pools();

  private Pools() {}

  static PoolThing known(Object pool, int site) {
    PoolThing found = ALL.of(Facades.behind(pool), site);
    if (!found.named) {
      Names.improve(found, ObjectType.POOL, site);
    }
    return found;
  }

  @Override
  public PoolThing create(Object pool, int hash, ReferenceQueue<Object> gone, int site) {
    if (pool instanceof ForkJoinPool && pool == ForkJoinPool.commonPool()) {
      PoolThing common = new PoolThing(pool, hash, gone, "common pool");
      common.named = true;
      return common;
    }
    // Its name may be known from the variable only later.
    PoolThing made = new PoolThing(pool, hash, gone, "");
    Lane.RECORDER.rename(made.id, ObjectType.POOL, 0, Names.of(made, pool, site));
    return made;
  }

  /** All stages of all {@link CompletableFuture}s are tasks of this one. */
  static PoolThing stages() {
    return Stages.POOL;
  }

  private static final class Stages {
    static final PoolThing POOL =
        new PoolThing(CompletableFuture.class, 0, null, "CompletableFuture");
  }
}
