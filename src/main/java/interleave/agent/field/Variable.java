package interleave.agent.field;

import interleave.agent.trace.Notes;
import interleave.agent.trace.Thing;
import interleave.event.Clock;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A watched field, of one object or of a class. Each access of the program happens under this
 * variable's spin lock, together with taking its time; so the recorded order is the order in which
 * it happened, and each read returns what the write before it wrote.
 */
public final class Variable extends Thing {
  private static final AtomicIntegerFieldUpdater<Variable> ACCESSOR =
      AtomicIntegerFieldUpdater.newUpdater(Variable.class, "accessor");

  private static final int SPINS_BEFORE_YIELD = 64;
  private static final int LONGEST_PAUSE = 7;
  private static final long LONGEST_WAIT_NS = 5_000_000_000L;

  final int field;
  private long lastTime;

  /** The identity of the object in it of which it was said last what it looks like; 0 for null. */
  int told;

  /** The thread that is at it now, 0 for none. */
  private volatile int accessor;

  private int depth;
  private int dice = 1;

  Variable(Object holder, int hash, @Nullable ReferenceQueue<Object> gone, int field) {
    super(holder, hash, gone);
    this.field = field;
  }

  void define(String name) {
    define(ObjectType.VARIABLE, name);
  }

  /** Takes the lock for thread {@code me}. */
  void lock(int me) {
    if (accessor == me) {
      depth++;
      return;
    }
    for (int spins = 0; !ACCESSOR.compareAndSet(this, 0, me); spins++) {
      if (spins < SPINS_BEFORE_YIELD) {
        backOff();
      } else {
        waitLonger(me, spins);
      }
    }
  }

  /**
   * Waits for a moment of random length. Threads that all try again at once would take turns, and a
   * program whose threads read and write in lockstep would show one interleaving over and over,
   * which is our doing and not the program's.
   */
  private void backOff() {
    int random = (dice ^ dice << 13) * 0x9E37_79B9; // racy on purpose: any number will do
    dice = random ^ random >>> 17;
    for (int pauses = random & LONGEST_PAUSE; pauses >= 0; pauses--) {
      Thread.onSpinWait();
    }
  }

  private void waitLonger(int me, int spins) {
    if (spins == SPINS_BEFORE_YIELD) {
      waitUntil(me, System.nanoTime() + LONGEST_WAIT_NS);
    }
    Thread.yield();
  }

  // An access takes nanoseconds. Whoever has the lock for seconds ran out of stack in the only
  // moment that is not covered; the program shall not hang for that.
  private void waitUntil(int me, long deadline) {
    int holder = accessor;
    while (accessor == holder && holder != 0) {
      Thread.yield();
      if (System.nanoTime() - deadline > 0) {
        if (ACCESSOR.compareAndSet(this, holder, 0)) {
          Notes.say("The order of the accesses of one variable is not certain everywhere.");
        }
        return;
      }
    }
  }

  /** Lets go of the lock, if thread {@code me} has it. */
  void unlock(int me) {
    if (accessor == me) {
      if (depth > 0) {
        depth--;
      } else {
        accessor = 0;
      }
    }
  }

  /** The time of an access, which is later than that of the one before; under its lock. */
  long now() {
    lastTime = Math.max(Clock.now(), lastTime + 1);
    return lastTime;
  }

  boolean isLockedBy(int me) {
    return accessor == me;
  }
}
