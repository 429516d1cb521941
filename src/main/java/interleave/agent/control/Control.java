package interleave.agent.control;

import interleave.agent.control.call.Calls;
import interleave.agent.control.call.Operation;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code before what another thread could tell: there the calling thread stands
 * until it is chosen. A thread that is not under control goes by.
 */
public final class Control {
  private Control() {}

  /** Before a call without anything that matters beside its receiver. */
  public static void before(@Nullable Object target, int call, int place) {
    before(target, 0, Strand.NEVER, call, place);
  }

  /** Before a call with a number of permits, or of milliseconds or nanoseconds that it may last. */
  public static void before(@Nullable Object target, long number, int call, int place) {
    long nanos =
        switch (Calls.at(call).handed()) {
          case MILLIS -> number <= 0 ? Strand.NEVER : TimeUnit.MILLISECONDS.toNanos(number);
          case NANOS -> Math.max(0, number);
          default -> Strand.NEVER;
        };
    before(target, number, nanos, call, place);
  }

  /** Before a call that lasts so long at most. */
  public static void before(
      @Nullable Object target, long time, @Nullable Object unit, int call, int place) {
    long nanos = unit instanceof TimeUnit known ? Math.max(0, known.toNanos(time)) : Strand.NEVER;
    before(target, 0, nanos, call, place);
  }

  /** The same. */
  public static void before(@Nullable Object target, @Nullable Duration time, int call, int place) {
    long nanos = time == null ? Strand.NEVER : Math.max(0, TimeUnit.NANOSECONDS.convert(time));
    before(target, 0, nanos, call, place);
  }

  private static void before(
      @Nullable Object target, long number, long nanos, int index, int place) {
    Strand me = Strand.current();
    if (me == null) {
      return;
    }
    Calls.Call call = Calls.at(index);
    if (me.course.isOver()) {
      me.course.unwind(me, call.operation());
      return;
    }
    me.course.comeBack(me);
    me.printing = 0;
    me.stands = 0;
    if (call.type().equals("queue") && !(target instanceof BlockingQueue<?>)) {
      CollectionControl.before(target, null, null, index, place);
      return;
    }
    if (me.muted > 0 || goesBy(target, call)) {
      return;
    }
    Places.Place at = Places.at(place);
    Object object = target instanceof Condition ? me.course.objects.lockOf(target) : target;
    me.describe(call.operation(), call.test(), object, place);
    me.asked = call.handed() == Calls.Handed.NUMBER ? number : 1;
    me.interruptible = call.interruptible();
    me.deadline = nanos == Strand.NEVER ? Strand.NEVER : me.course.clock.time() + nanos;
    boolean named = object != null && !call.type().isEmpty();
    me.object =
        named && object != null ? me.course.objects.ofWhole(object, call.type(), at.name()) : 0;
    me.course.stand(me);
    me.stands = me.object;
    if (object instanceof Thread thread && call.operation() == Operation.JOIN) {
      me.skipsWait = me.expired && thread.isAlive();
    }
    if (call.operation() == Operation.NOTIFY || call.operation() == Operation.NOTIFYALL) {
      notifies(me, target, call.operation() == Operation.NOTIFYALL);
    }
  }

  /** Whether nobody else could tell what the call does. */
  private static boolean goesBy(@Nullable Object target, Calls.Call call) {
    if (target instanceof ReentrantLock lock && call.type().equals("lock")) {
      int holds = lock.getHoldCount();
      return call.operation() == Operation.UNLOCK ? holds != 1 : holds > 0;
    }
    return switch (call.type()) {
      case "monitor" -> target == null || !Thread.holdsLock(target);
      case "lock" -> !(target instanceof Lock) && (target == null || !Objects.isShared(target));
      default -> !call.type().isEmpty() && target == null;
    };
  }

  private static void notifies(Strand me, @Nullable Object target, boolean everyone) {
    if (target != null && !(target instanceof Condition)) {
      me.course.monitors.notified(target, everyone);
    }
  }

  /** Directly before the call, after what records that it begins. */
  public static void entering() {
    Strand me = Strand.current();
    if (me != null && me.pending) {
      me.course.standStill(me);
    }
  }

  /** In place of {@code join()}. */
  public static void doJoin(Thread thread) throws InterruptedException {
    doJoin(thread, 0);
  }

  /** In place of {@code join(millis, nanos)}. */
  public static void doJoin(Thread thread, long millis, int nanos) throws InterruptedException {
    doJoin(thread, nanos > 0 ? millis + 1 : millis);
  }

  /** In place of {@code join(millis)}. */
  public static void doJoin(Thread thread, long millis) throws InterruptedException {
    if (!skipsWait()) {
      really(thread, millis);
    }
  }

  /** In place of {@code join(duration)}. */
  public static boolean doJoin(Thread thread, Duration time) throws InterruptedException {
    if (skipsWait()) {
      return false;
    }
    Strand me = Strand.current();
    if (me == null) {
      return thread.join(time);
    }
    really(thread, 0);
    return true;
  }

  private static boolean skipsWait() {
    Strand me = Strand.current();
    boolean skips = me != null && me.skipsWait;
    if (me != null) {
      me.skipsWait = false;
    }
    return skips;
  }

  /** The thread has ended as far as the program goes; the JVM may still be about it. */
  private static void really(Thread thread, long millis) throws InterruptedException {
    Strand me = Strand.current();
    if (me == null) {
      thread.join(millis);
      return;
    }
    me.inside = true;
    try {
      thread.join(millis);
    } finally {
      me.inside = false;
    }
  }

  /** A condition was made: threads wait for it at that lock. */
  public static void condition(@Nullable Object condition, @Nullable Object lock) {
    Strand me = Strand.current();
    if (me != null && condition != null && lock != null && !me.course.isOver()) {
      me.course.objects.belongs(condition, lock);
    }
  }

  /** A {@code main} begins, which may be the program's. */
  public static void begin() {
    if (Thread.currentThread().getName().equals("main")) {
      RecordedRun.begin();
    }
  }

  /** Whether what the calling thread waited for at most is over. */
  public static boolean hasExpired() {
    Strand me = Strand.current();
    return me != null && me.expired && !me.notified;
  }

  /** The initializing of a class begins: who else needs it waits where we cannot see it. */
  public static void mute() {
    Strand me = Strand.current();
    if (me != null) {
      me.muted++;
    }
  }

  public static void unmute() {
    Strand me = Strand.current();
    if (me != null) {
      me.muted--;
    }
  }

  /** In place of {@code System.nanoTime}. */
  public static long nanoTime() {
    return JdkControl.nanos(System.nanoTime());
  }

  /** In place of {@code System.currentTimeMillis}. */
  public static long currentTimeMillis() {
    return JdkControl.millis(System.currentTimeMillis());
  }

  /** In place of {@code System.exit}. */
  public static void exit(int code) {
    Strand me = Strand.current();
    if (me == null) {
      System.exit(code);
      return;
    }
    me.course.finish(new Course.Ending("exit", Integer.toString(code)));
    if (me.course.hasLetGo()) {
      System.exit(code);
    }
    me.course.unwind(me, Operation.OTHER);
  }

  /** In place of {@code Runtime.exit} and {@code Runtime.halt}. */
  public static void exit(Object runtime, int code) {
    exit(code);
  }

  /** Something is used here that is not the same each time. */
  public static void told(String key, int place) {
    Strand me = Strand.current();
    if (me != null && !me.free && !me.course.isOver()) {
      me.course.tell(place, key, "");
    }
  }
}
