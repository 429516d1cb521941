package interleave.agent.task;

import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Executors of the JDK's that only hand on what they are given, and to which: what {@code
 * newSingleThreadExecutor} and {@code unconfigurableExecutorService} make.
 */
final class Facades extends Things<Facades.Facade> {
  private static final Facades ALL = new Facades();

  private static volatile boolean used;

  private Facades() {}

  static final class Facade extends Thing {
    private final WeakReference<Object> pool;

    Facade(Object facade, int hash, ReferenceQueue<Object> gone, Object pool) {
      super(facade, hash, gone);
      this.pool = new WeakReference<>(pool);
    }
  }

  @Override
  public Facade create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    throw new IllegalStateException("a facade has a pool");
  }

  static void made(Object facade, Object pool) {
    used = true;
    ALL.adopt(
        facade,
        new Adoption<>() {
          @Override
          public Facade create(Object object, int hash, ReferenceQueue<Object> gone) {
            return new Facade(object, hash, gone, pool);
          }
        });
  }

  /** The pool that does the work of {@code given}; mostly that itself. */
  static Object behind(Object given) {
    Object each = given;
    while (used) {
      Facade known = ALL.known(each);
      @Nullable Object next = known == null ? null : known.pool.get();
      if (next == null) {
        break;
      }
      each = next;
    }
    return each;
  }
}
