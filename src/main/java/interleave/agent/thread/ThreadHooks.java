package interleave.agent.thread;

import static interleave.event.EventKind.*;

import interleave.event.Clock;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Life;
import interleave.agent.trace.WaitLimit;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code around what it does with threads. No hook lets an exception out. */
public final class ThreadHooks {
  private static final long NOTHING = 0;

  private ThreadHooks() {}

  /** After a constructor of {@code Thread}. */
  public static void created(Thread thread, int site) {
    try {
      Lane lane = Lane.current();
      ThreadTask task = lane.get(ThreadTask.PENDING);
      if (task != null) {
        lane.put(ThreadTask.PENDING, null);
        task.belongsTo(thread);
      }
      lane.log.event(THREAD_CREATED, 0, 0, site, thread.threadId());
      Lane.RECORDER.define(lane.log, thread);
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code start()}. */
  public static long startBegin(@Nullable Object object, int site) {
    if (object instanceof Thread thread && isNew(thread)) {
      record(THREAD_STARTED, 0, thread.threadId(), site);
    }
    return NOTHING;
  }

  // getState may be the program's own method.
  private static boolean isNew(Thread thread) {
    return thread.getClass() == Thread.class
        ? thread.getState() == Thread.State.NEW
        : !thread.isAlive();
  }

  /** Before a builder makes a thread. */
  public static long buildBegin(@Nullable Object builder, @Nullable Runnable task, int site) {
    return Clock.now();
  }

  /** After a builder made a thread. */
  public static void built(
      @Nullable Object builder, @Nullable Thread thread, long began, int site) {
    if (thread != null) {
      made(thread, began, site, false);
    }
  }

  /** After a builder made and started a thread. */
  public static void builtAndStarted(
      @Nullable Object builder, @Nullable Thread thread, long began, int site) {
    if (thread != null) {
      made(thread, began, site, true);
    }
  }

  /** Before {@code startVirtualThread}. */
  public static long startVirtualBegin(@Nullable Runnable task, int site) {
    return Clock.now();
  }

  /** After {@code startVirtualThread}. */
  public static void startVirtualEnd(@Nullable Thread thread, long began, int site) {
    if (thread != null) {
      made(thread, began, site, true);
    }
  }

  static void made(Thread thread, long began, int site, boolean started) {
    try {
      Lane lane = Lane.current();
      lane.put(ThreadTask.PENDING, null);
      lane.log.eventAt(THREAD_CREATED, 0, 0, site, thread.threadId(), began);
      if (started) {
        lane.log.eventAt(THREAD_STARTED, 0, 0, site, thread.threadId(), began);
      } else if (!thread.isVirtual()) {
        // There may be a hundred thousand virtual ones; each tells its name when it begins.
        Lane.RECORDER.define(lane.log, thread);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code factory()} of a builder: what the program gets in its place. */
  public static ThreadFactory factory(
      @Nullable Object builder, ThreadFactory made, long none, int site) {
    return new TracedFactory(made, false);
  }

  /**
   * After {@code newVirtualThreadPerTaskExecutor()}: the same with a factory that we see. The one
   * that was made has no threads yet and is given up.
   */
  public static ExecutorService perTask(ExecutorService made, long none, int site) {
    try {
      ThreadFactory factory = new TracedFactory(Thread.ofVirtual().factory(), true);
      ExecutorService seen = Executors.newThreadPerTaskExecutor(factory);
      made.shutdown();
      return seen;
    } catch (Throwable e) {
      return made;
    }
  }

  /** {@code Thread::startVirtualThread} as a function. */
  public static Thread startVirtual(@Nullable Runnable task) {
    long began = Clock.now();
    Thread started = Thread.startVirtualThread(ThreadTask.of(task));
    made(started, began, Lane.RECORDER.callerSite(), true);
    return started;
  }

  /** {@code Executors::newVirtualThreadPerTaskExecutor} as a function. */
  public static ExecutorService perTask() {
    return perTask(Executors.newVirtualThreadPerTaskExecutor(), NOTHING, 0);
  }

  /** {@code Thread::start} as a function. */
  public static void start(Thread thread) {
    startBegin(thread, Lane.RECORDER.callerSite());
    thread.start();
  }

  /** {@code Thread::new} as a function. */
  public static Thread make(@Nullable Runnable task) {
    Thread made = new Thread(ThreadTask.around(task));
    created(made, Lane.RECORDER.callerSite());
    return made;
  }

  /** {@code run()} of a subclass of {@code Thread} begins. */
  public static long runBegin(@Nullable Object self) {
    return self == Thread.currentThread() ? bodyBegin(self) : NOTHING;
  }

  /** A body begins that may be all that a thread does. */
  static long bodyBegin(Object body) {
    return Life.begin(body.getClass().getClassLoader() == null);
  }

  /** The body ends. */
  public static void bodyEnd(long token) {
    Life.end(token, null);
  }

  /** The body ends by an exception. */
  public static void bodyFailed(Throwable why, long token) {
    Life.end(token, why);
  }

  /** Before {@code join()}. */
  public static long joinBegin(@Nullable Object thread, int site) {
    return joining(thread, WaitLimit.NONE, site);
  }

  public static long joinBegin(@Nullable Object thread, long millis, int site) {
    return joining(thread, limit(TimeUnit.MILLISECONDS.toNanos(millis)), site);
  }

  public static long joinBegin(@Nullable Object thread, long millis, int nanos, int site) {
    return joining(thread, limit(TimeUnit.MILLISECONDS.toNanos(millis) + nanos), site);
  }

  public static long joinBegin(@Nullable Object thread, @Nullable Duration time, int site) {
    long nanos = time == null ? 0 : TimeUnit.NANOSECONDS.convert(time);
    return joining(thread, Math.max(1, nanos), site);
  }

  /** A join of no time lasts until the thread ends. */
  private static long limit(long nanos) {
    return nanos <= 0 ? WaitLimit.NONE : nanos;
  }

  private static long joining(@Nullable Object object, long limit, int site) {
    if (!(object instanceof Thread thread)) {
      return NOTHING;
    }
    if (limit != WaitLimit.NONE) {
      record(WAIT_LIMIT, 0, limit, 0);
    }
    return record(JOIN_BEGIN, 0, thread.threadId(), site) ? 1 : NOTHING;
  }

  /** After {@code join}. */
  public static void joinEnd(@Nullable Object object, long token, int site) {
    if (token != NOTHING && object instanceof Thread thread) {
      record(JOIN_END, thread.isAlive() ? Flags.TIMED_OUT : 0, thread.threadId(), site);
    }
  }

  public static void joinEnd(@Nullable Object object, boolean ended, long token, int site) {
    joinEnd(object, token, site);
  }

  public static void joinFailed(@Nullable Object object, Throwable why, long token, int site) {
    if (token != NOTHING && object instanceof Thread thread) {
      record(
          JOIN_END,
          why instanceof InterruptedException ? Flags.INTERRUPTED : 0,
          thread.threadId(),
          site);
    }
  }

  /** Before {@code Thread.sleep}. */
  public static long sleepBegin(long millis, int site) {
    return sleeping(TimeUnit.MILLISECONDS.toNanos(millis), site);
  }

  public static long sleepBegin(long millis, int nanos, int site) {
    return sleeping(TimeUnit.MILLISECONDS.toNanos(millis) + nanos, site);
  }

  public static long sleepBegin(@Nullable Duration time, int site) {
    return sleeping(time == null ? 0 : TimeUnit.NANOSECONDS.convert(time), site);
  }

  /** Before {@code TimeUnit.sleep}. */
  public static long sleepBegin(@Nullable Object unit, long time, int site) {
    return unit instanceof TimeUnit known ? sleeping(known.toNanos(time), site) : NOTHING;
  }

  private static long sleeping(long nanos, int site) {
    return record(SLEEP_BEGIN, 0, Math.max(0, nanos), site) ? 1 : NOTHING;
  }

  /** After {@code Thread.sleep}. */
  public static void sleepEnd(long token, int site) {
    slept(0, token, site);
  }

  /** After {@code TimeUnit.sleep}. */
  public static void sleepEnd(@Nullable Object unit, long token, int site) {
    slept(0, token, site);
  }

  public static void sleepFailed(Throwable why, long token, int site) {
    slept(why instanceof InterruptedException ? Flags.INTERRUPTED : 0, token, site);
  }

  public static void sleepFailed(@Nullable Object unit, Throwable why, long token, int site) {
    sleepFailed(why, token, site);
  }

  private static void slept(int flags, long token, int site) {
    if (token != NOTHING) {
      record(SLEEP_END, flags, 0, site);
    }
  }

  /** Before {@code interrupt()}. */
  public static long interruptBegin(@Nullable Object object, int site) {
    if (object instanceof Thread thread) {
      record(INTERRUPT, 0, thread.threadId(), site);
    }
    return NOTHING;
  }

  /** After {@code setName}. */
  public static void renamed(@Nullable Object object, long none, int site) {
    try {
      if (object instanceof Thread thread) {
        Lane.RECORDER.define(Lane.current().log, thread);
      }
    } catch (Throwable e) {
      // It keeps the name it had.
    }
  }

  private static boolean record(EventKind kind, int flags, long value, int site) {
    try {
      Lane.current().log.event(kind, flags, 0, site, value);
      return true;
    } catch (Throwable e) {
      return false;
    }
  }
}
