package interleave.agent.synchronizer;

import static interleave.event.EventKind.SYNC_STATE;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;

/**
 * Semaphores, latches, barriers and phasers, and what threads park for.
 *
 * <p>The first event about each tells its state, so that later ones can be counted from there.
 * Threads find it only after that.
 */
final class Synchronizers extends Things<SynchronizerThing> {
  static final Synchronizers ALL = new Synchronizers();

  private static final Lane.Slot<SynchronizerThing> LAST = Lane.slot();

  private Synchronizers() {}

  /** What {@code object} is to {@code lane}; it is mostly the one that it used last. */
  static SynchronizerThing of(Lane lane, Object object, int site) {
    SynchronizerThing found = lane.get(LAST);
    if (found == null || !found.refersTo(object)) {
      found = ALL.of(object, site);
      lane.put(LAST, found);
    }
    if (!found.named) {
      Names.improve(found, typeOf(object), site);
    }
    return found;
  }

  private static ObjectType typeOf(Object object) {
    if (object instanceof Semaphore) {
      return ObjectType.SEMAPHORE;
    }
    if (object instanceof CountDownLatch) {
      return ObjectType.LATCH;
    }
    if (object instanceof CyclicBarrier) {
      return ObjectType.BARRIER;
    }
    return object instanceof Phaser ? ObjectType.PHASER : ObjectType.BLOCKER;
  }

  @Override
  public SynchronizerThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    SynchronizerThing made = new SynchronizerThing(object, hash, gone, isPlain(object));
    made.define(typeOf(object), Names.of(made, object, site));
    if (made.plain) {
      begin(made, object);
    }
    return made;
  }

  // A switch over patterns would cost a traced process 10 ms where it is used first.
  private static void begin(SynchronizerThing made, Object object) {
    if (object instanceof Semaphore semaphore) {
      int free = semaphore.availablePermits();
      state(made, free, free);
    } else if (object instanceof CountDownLatch latch) {
      int count = (int) latch.getCount();
      state(made, count, count);
    } else if (object instanceof CyclicBarrier barrier) {
      state(made, 0, barrier.getParties());
    } else if (object instanceof Phaser phaser) {
      state(made, phaser.getArrivedParties(), phaser.getRegisteredParties());
    }
  }

  /** Records where {@code synchronizer} stands, and of how much. */
  static void state(SynchronizerThing synchronizer, int now, int total) {
    long value = (long) total << 32 | now & 0xFFFF_FFFFL;
    Lane.RECORDER.log().event(SYNC_STATE, 0, synchronizer.id, 0, value);
  }

  private static boolean isPlain(Object object) {
    Class<?> base = baseOf(object);
    for (Class<?> each = object.getClass(); each != base; each = each.getSuperclass()) {
      if (base == Object.class || overrides(each, base)) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> baseOf(Object object) {
    if (object instanceof Semaphore) {
      return Semaphore.class;
    }
    if (object instanceof CountDownLatch) {
      return CountDownLatch.class;
    }
    if (object instanceof CyclicBarrier) {
      return CyclicBarrier.class;
    }
    return object instanceof Phaser ? Phaser.class : Object.class;
  }

  /** Whether {@code type} may have a public method of the same name as one of {@code base}. */
  private static boolean overrides(Class<?> type, Class<?> base) {
    try {
      for (Method mine : type.getDeclaredMethods()) {
        for (Method its : base.getDeclaredMethods()) {
          if (Modifier.isPublic(its.getModifiers()) && its.getName().equals(mine.getName())) {
            return true;
          }
        }
      }
      return false;
    } catch (Throwable e) {
      return true;
    }
  }
}
