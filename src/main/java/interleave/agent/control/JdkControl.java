package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import interleave.event.NativeThread;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JDK, where {@link ControlSites} says: whatever blocks there parks, and whatever
 * parks stands until it is chosen.
 */
public final class JdkControl {
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";
  private static final long FOR_EVER = -1;

  private JdkControl() {}

  /** Before {@code LockSupport.park}; whether that is done. */
  public static boolean parks() {
    return parks(FOR_EVER);
  }

  public static boolean parksNanos(long nanos) {
    return nanos > 0 && parks(nanos);
  }

  public static boolean parksUntil(long deadline) {
    long left = deadline - millis(System.currentTimeMillis());
    return parks(TimeUnit.MILLISECONDS.toNanos(Math.max(0, left)));
  }

  /** Before the system's own {@code park}; whether that is done. */
  public static boolean parksRaw(boolean absolute, long time) {
    return absolute ? parksUntil(time) : parks(time == 0 ? FOR_EVER : time);
  }

  private static boolean parks(long nanos) {
    Strand me = Strand.current();
    if (me == null) {
      return false;
    }
    Course course = me.course;
    if (course.isOver()) {
      course.unwind(me, Operation.PARK);
      return true;
    }
    course.comeBack(me);
    if (me.permit || Thread.currentThread().isInterrupted()) {
      me.permit = false;
      return true;
    }
    if (nanos != FOR_EVER && me.expired) {
      course.clock.pass(nanos); // what it waits for at most is over already
      return true;
    }
    boolean within = me.test != Test.ALWAYS || me.next == Operation.WAIT || isOwnPark(me);
    Operation operation =
        within ? me.next == Operation.WAIT ? Operation.WAKE : me.next : Operation.PARK;
    int object = within ? me.object : 0;
    int place = me.place;
    me.describe(operation, Test.UNPARKED, null, place);
    me.object = object != 0 ? object : course.objects.of(me.thread, "thread", null);
    me.interruptible = true;
    me.deadline = nanos == FOR_EVER ? Strand.NEVER : course.clock.time() + nanos;
    course.stand(me);
    me.permit = false;
    return true;
  }

  /** A pool's thread looks for the next task. */
  public static void takes(@Nullable Object pool) {
    point(Operation.TAKE, pool, "pool");
  }

  /** A pool is handed a task. */
  public static void submits(@Nullable Object pool) {
    point(Operation.SUBMIT, pool, "pool");
  }

  /** A pool is handed a task of its own kind. */
  public static void submits(@Nullable Object pool, @Nullable Object task) {
    Strand me = Strand.current();
    if (me != null && pool != null && task != null && !me.course.isOver()) {
      me.course.objects.belongs(task, pool);
    }
    submits(pool);
  }

  /** A task is handed to the pool whose thread the calling one is, or to the common one. */
  public static void forks(@Nullable Object task) {
    point(Operation.SUBMIT, pool(), "pool");
  }

  /** The calling thread looks whether its pool has a task for it to do. */
  public static void looksForMore() {
    if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
      takes(pool());
    }
  }

  /** It waits for the task. */
  public static void awaits(@Nullable Object task) {
    point(Operation.GET, task, "future");
  }

  /** A pool is told that one of its threads has done its task. */
  public static void finishes(@Nullable Object pool) {
    point(Operation.UPDATE, pool, "pool");
  }

  /** That to which the calling thread forks. */
  static Object pool() {
    ForkJoinPool common = common(ForkJoinPool.commonPool());
    return Thread.currentThread() instanceof ForkJoinWorkerThread worker
        ? worker.getPool()
        : common == null ? ForkJoinPool.commonPool() : common;
  }

  /** A future is about to have its result. */
  public static void completes(@Nullable Object future) {
    point(Operation.UPDATE, future, "future");
  }

  /** Stands there, unless that is what the program's own call stood before. */
  private static void point(Operation operation, @Nullable Object object, String type) {
    Strand me = Strand.current();
    if (me == null || object == null) {
      return;
    }
    if (me.course.isOver()) {
      me.course.unwind(me, operation);
      return;
    }
    me.course.comeBack(me);
    if (me.muted > 0) {
      return;
    }
    int number = me.course.objects.ofWhole(object, type, null);
    if (me.next != operation || me.object != number || operation == Operation.TAKE) {
      int place = me.place;
      me.describe(operation, Test.ALWAYS, null, place);
      me.object = number;
      me.course.stand(me);
    }
  }

  /** Whether its last operation is one that may park. */
  private static boolean isOwnPark(Strand me) {
    return switch (me.next) {
      case LOCK, TRYLOCK, WAKE, PUT, TAKE, ACQUIRE, AWAIT, BARRIER, JOIN, GET, PARK -> true;
      default -> false;
    };
  }

  /** Before {@code LockSupport.unpark}; whether that is done. */
  public static boolean unparks(@Nullable Object target) {
    Strand of = target instanceof Thread thread ? Strand.of(thread) : null;
    if (of == null) {
      return false;
    }
    Strand me = Strand.of(Thread.currentThread());
    if (me != null && me.inside) {
      return false;
    }
    if (me != null && !me.free) {
      of.permit = true;
      return !of.course.isOver();
    }
    if (!of.inside || of.standing) {
      of.permit = true;
      of.course.look();
    }
    return false; // it may be waiting in earnest, for what the JVM does
  }

  /** Before a thread is started. */
  public static void starting(@Nullable Object started) {
    Strand me = Strand.current();
    if (me == null || !(started instanceof Thread thread) || isCarrier(thread)) {
      return;
    }
    if (me.course.isOver()) {
      me.course.unwind(me, Operation.START);
      return;
    }
    me.course.comeBack(me);
    if (thread.getState() == Thread.State.NEW) {
      me.course.starting(me, thread);
    }
  }

  private static boolean isCarrier(Thread thread) {
    return thread.getClass().getName().equals(CARRIER);
  }

  /** A thread begins, before anything of the program's. */
  public static void begins(@Nullable Object thread) {
    Strand me = Strand.of(Thread.currentThread());
    if (me != null && me.system == 0) {
      me.inside = true;
      me.system = NativeThread.id();
      me.inside = false;
    }
  }

  /** After it was started. */
  public static void started(@Nullable Object started) {
    Strand me = Strand.current();
    Strand child = started instanceof Thread thread ? Strand.of(thread) : null;
    if (me != null && child != null && child.parent == me) {
      me.course.started(me, child);
    }
  }

  /** The calling thread does nothing more. */
  public static void ended(@Nullable Object thread) {
    Strand me = Strand.of(Thread.currentThread());
    if (me != null && !me.ended) {
      me.inside = true;
      me.course.ended(me);
    }
  }

  /** A virtual thread does nothing more. */
  public static void virtualEnded() {
    if (Thread.currentThread().isVirtual()) {
      ended(null);
    }
  }

  /** Before a thread sleeps; whether that is done. */
  public static boolean sleeps(long nanos) throws InterruptedException {
    Strand me = Strand.current();
    if (me == null) {
      return false;
    }
    if (me.course.isOver()) {
      me.course.unwind(me, Operation.SLEEP);
      return true;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("sleep interrupted");
    }
    me.course.clock.pass(nanos);
    return true;
  }

  /** Before a thread is interrupted. */
  public static void interrupts(@Nullable Object target) {
    Strand of = target instanceof Thread thread ? Strand.of(thread) : null;
    if (of != null) {
      Strand me = Strand.of(Thread.currentThread());
      if (me == null || !me.inside) {
        of.interrupted = true;
      }
    }
  }

  /** Before what a thread threw is handed to its handler; whether that is done. */
  public static boolean uncaught(@Nullable Object thread, @Nullable Object why) {
    if (why instanceof Unwound) {
      return true;
    }
    Strand me = Strand.current();
    if (me != null && why instanceof Throwable thrown && !me.course.isOver()) {
      me.course.failed(
          me.thread
              .getName()
              .concat(": ")
              .concat(interleave.agent.trace.Exceptions.describe(thrown)));
    }
    return false;
  }

  /** In place of the system's time, for threads that are under control. */
  public static long nanos(long real) {
    Strand me = Strand.current();
    return me == null ? real : me.course.clock.look();
  }

  /** The same in milliseconds. */
  public static long millis(long real) {
    Strand me = Strand.current();
    return me == null
        ? real
        : RunClock.EPOCH_MILLIS + TimeUnit.NANOSECONDS.toMillis(me.course.clock.look());
  }

  /** In place of the pool that the whole process shares. */
  public static @Nullable ForkJoinPool common(@Nullable ForkJoinPool real) {
    Strand me = Strand.current();
    ForkJoinPool ofRun = me == null ? null : me.course.common;
    return ofRun == null ? real : ofRun;
  }

  /** In place of a thread's name that has a number. */
  public static String threadName(String real) {
    Strand me = Strand.current();
    return me == null ? real : "Thread-".concat(Integer.toString(me.course.nextThreadNumber()));
  }
}
