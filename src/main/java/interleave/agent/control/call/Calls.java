package interleave.agent.control.call;

import static interleave.agent.control.call.Operation.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls before which threads stand: what each is, and what tells whether it could go on. */
public final class Calls {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String LOCKS = CONCURRENT.concat("locks/");
  private static final String ATOMIC = CONCURRENT.concat("atomic/");
  private static final String UNIT = "JLjava/util/concurrent/TimeUnit;)";

  private static final List<Call> ALL = new ArrayList<>();
  private static final Map<String, List<Call>> BY_NAME = new HashMap<>();

  /** Which of a call's arguments is handed over beside its receiver. */
  public enum Handed {
    NOTHING,
    /** A number, such as of permits. */
    NUMBER,
    /** How many milliseconds it lasts at most. */
    MILLIS,
    /** How many nanoseconds. */
    NANOS,
    /** How long, and in which unit. */
    TIME,
    /** A {@code Duration}. */
    DURATION,
    /** Of which part of a collection: a key or an index. */
    KEY,
    /** The same, and what is put there. */
    ENTRY
  }

  /**
   * A kind of call.
   *
   * @param owner the class or interface whose method it is, an internal name; a prefix where it
   *     ends with a star
   * @param descriptor how its descriptor begins; empty for any
   * @param type of the object, as the explorer is told
   */
  public record Call(
      int number,
      String owner,
      String name,
      String descriptor,
      Operation operation,
      Test test,
      Handed handed,
      String type,
      boolean interruptible) {
    public boolean isFor(String of) {
      if (owner.equals(CollectionCalls.OWNER)) {
        return CollectionCalls.isOne(of);
      }
      return owner.endsWith("*")
          ? of.startsWith(owner.substring(0, owner.length() - 1))
          : of.equals(owner);
    }
  }

  private Calls() {}

  public static Call at(int number) {
    return ALL.get(number);
  }

  /** All that are called that. */
  public static List<Call> named(String name) {
    List<Call> found = BY_NAME.get(name);
    return found == null ? List.of() : found;
  }

  static void add(String owner, String names, String descriptor, Operation operation, String type) {
    add(owner, names, descriptor, operation, Handed.NOTHING, type);
  }

  static void add(
      String owner,
      String names,
      String descriptor,
      Operation operation,
      Handed handed,
      String type) {
    add(owner, names, descriptor, operation, Test.ALWAYS, handed, type);
  }

  private static void add(
      String owner,
      String names,
      String descriptor,
      Operation operation,
      Test test,
      Handed handed,
      String type) {
    for (String name : names.split(" ")) {
      boolean interruptible = test != Test.ALWAYS && !name.equals("lock") && !name.endsWith("ly");
      interruptible |= name.equals("lockInterruptibly");
      Call made =
          new Call(
              ALL.size(),
              owner,
              name,
              descriptor,
              operation,
              test,
              handed,
              type,
              interruptible && !(test == Test.DONE && name.equals("join")));
      ALL.add(made);
      BY_NAME.computeIfAbsent(name, Calls::none).add(made);
    }
  }

  private static List<Call> none(@Nullable String name) {
    return new ArrayList<>();
  }

  static {
    locks();
    synchronizers();
    queues();
    threads();
    tasks();
    shared();
    CollectionCalls.addAll();
  }

  private static void locks() {
    String lock = LOCKS.concat("Lock");
    add(lock, "lock lockInterruptibly", "()V", LOCK, Test.LOCK, Handed.NOTHING, "lock");
    add(lock, "tryLock", "()", TRYLOCK, "lock");
    add(lock, "tryLock", "(".concat(UNIT), TRYLOCK, Test.LOCK, Handed.TIME, "lock");
    add(lock, "unlock", "()V", UNLOCK, "lock");
    String condition = LOCKS.concat("Condition");
    add(condition, "await awaitUninterruptibly awaitNanos awaitUntil", "", WAIT, "condition");
    add(condition, "signal", "()V", NOTIFY, "condition");
    add(condition, "signalAll", "()V", NOTIFYALL, "condition");
    String stamped = LOCKS.concat("StampedLock");
    stamp(stamped, "readLock readLockInterruptibly", Test.STAMP_TO_READ);
    stamp(stamped, "writeLock writeLockInterruptibly", Test.STAMP_TO_WRITE);
    add(stamped, "tryReadLock tryWriteLock tryConvertToReadLock", "", TRYLOCK, "lock");
    add(stamped, "tryConvertToWriteLock tryConvertToOptimisticRead", "", TRYLOCK, "lock");
    add(stamped, "tryOptimisticRead validate isReadLocked isWriteLocked", "", READ, "lock");
    add(stamped, "unlock unlockRead unlockWrite tryUnlockRead tryUnlockWrite", "", UNLOCK, "lock");
    add(LOCKS.concat("ReentrantLock"), "isLocked", "()", READ, "lock");
    String object = "java/lang/Object";
    add(object, "wait", "()V", WAIT, "monitor");
    add(object, "wait", "(J", WAIT, "monitor");
    add(object, "notify", "()V", NOTIFY, "monitor");
    add(object, "notifyAll", "()V", NOTIFYALL, "monitor");
    add(LOCKS.concat("LockSupport"), "unpark", "", UNPARK, "thread");
  }

  private static void stamp(String owner, String names, Test test) {
    add(owner, names, "()J", LOCK, test, Handed.NOTHING, "lock");
  }

  private static void synchronizers() {
    String of = CONCURRENT.concat("Semaphore");
    String type = "semaphore";
    add(of, "acquire acquireUninterruptibly", "()", ACQUIRE, Test.PERMITS, Handed.NOTHING, type);
    add(of, "acquire acquireUninterruptibly", "(I)", ACQUIRE, Test.PERMITS, Handed.NUMBER, type);
    add(of, "tryAcquire", "()", ACQUIRE, type);
    add(of, "tryAcquire", "(I)", ACQUIRE, type);
    add(of, "tryAcquire", "(J", ACQUIRE, Test.PERMITS, Handed.TIME, type);
    add(of, "tryAcquire", "(IJ", ACQUIRE, type);
    add(of, "drainPermits", "()", ACQUIRE, type);
    add(of, "release", "", RELEASE, type);
    add(of, "availablePermits", "()", READ, type);
    String latch = CONCURRENT.concat("CountDownLatch");
    add(latch, "countDown", "()V", COUNTDOWN, "latch");
    add(latch, "await", "()", AWAIT, Test.LATCH, Handed.NOTHING, "latch");
    add(latch, "await", "(J", AWAIT, Test.LATCH, Handed.TIME, "latch");
    add(latch, "getCount", "()", READ, "latch");
    String barrier = CONCURRENT.concat("CyclicBarrier");
    add(barrier, "await reset", "", BARRIER, "barrier");
    add(barrier, "isBroken getNumberWaiting", "", READ, "barrier");
    String phaser = CONCURRENT.concat("Phaser");
    add(phaser, "arrive arriveAndDeregister register bulkRegister", "", BARRIER, "phaser");
    add(phaser, "arriveAndAwaitAdvance awaitAdvance", "", BARRIER, "phaser");
    add(phaser, "awaitAdvanceInterruptibly forceTermination", "", BARRIER, "phaser");
    add(phaser, "getPhase getArrivedParties getUnarrivedParties", "", READ, "phaser");
    add(CONCURRENT.concat("Exchanger"), "exchange", "", BARRIER, "exchanger");
  }

  private static void queues() {
    String of = CONCURRENT.concat("BlockingQueue");
    String timed = "(Ljava/lang/Object;".concat(UNIT);
    add(of, "put putFirst putLast", "", PUT, Test.SPACE, Handed.NOTHING, "queue");
    add(of, "offer offerFirst offerLast", timed, PUT, "queue");
    add(of, "take takeFirst takeLast", "()", TAKE, Test.ITEM, Handed.NOTHING, "queue");
    add(of, "poll pollFirst pollLast", "(J", TAKE, Test.ITEM, Handed.TIME, "queue");
    add(of, "offer offerFirst offerLast add addFirst addLast push", "(L", PUT, "queue");
    add(of, "transfer tryTransfer addAll", "", PUT, "queue");
    add(of, "poll pollFirst pollLast remove removeFirst removeLast pop", "()", TAKE, "queue");
    add(of, "remove drainTo clear removeIf", "", TAKE, "queue");
    add(of, "peek peekFirst peekLast element size isEmpty contains", "", READ, "queue");
    add(of, "remainingCapacity iterator toArray getFirst getLast", "", READ, "queue");
  }

  private static void threads() {
    String thread = "java/lang/Thread";
    add(thread, "start", "()V", START, "thread");
    add(thread, "join", "()", JOIN, Test.ENDED, Handed.NOTHING, "thread");
    add(thread, "join", "(J", JOIN, Test.ENDED, Handed.MILLIS, "thread");
    add(thread, "join", "(Ljava/time/Duration;", JOIN, Test.ENDED, Handed.DURATION, "thread");
    add(thread, "interrupt", "()V", INTERRUPT, "thread");
    add(thread, "isAlive getState", "()", READ, "thread");
    add(thread, "sleep", "", SLEEP, "");
    add(thread, "yield onSpinWait", "()V", YIELD, "");
    add(CONCURRENT.concat("TimeUnit"), "sleep", "(J)V", SLEEP, "");
    add(thread, "startVirtualThread", "", START, "");
    add("java/lang/Thread$Builder*", "start", "", START, "");
    add("java/io/PrintStream", "print println printf format append write", "", PRINT, "stream");
  }

  private static void tasks() {
    String executor = CONCURRENT.concat("Executor");
    add(executor, "execute submit invoke invokeAll invokeAny", "", SUBMIT, "pool");
    add(executor, "schedule scheduleAtFixedRate scheduleWithFixedDelay", "", SUBMIT, "pool");
    add(executor, "shutdown shutdownNow", "", UPDATE, "pool");
    add(executor, "awaitTermination close awaitQuiescence", "", AWAIT, "pool");
    add(executor, "isShutdown isTerminated", "", READ, "pool");
    String service = CONCURRENT.concat("CompletionService");
    add(service, "submit", "", SUBMIT, "pool");
    add(service, "take poll", "", TAKE, "pool");
    String future = CONCURRENT.concat("Future");
    add(future, "get", "()", GET, Test.DONE, Handed.NOTHING, "future");
    add(future, "get", "(J", GET, Test.DONE, Handed.TIME, "future");
    add(future, "isDone isCancelled getNow state resultNow", "", READ, "future");
    add(future, "cancel", "", UPDATE, "future");
    String stage = CONCURRENT.concat("CompletableFuture");
    add(stage, "join", "()", GET, Test.DONE, Handed.NOTHING, "future");
    add(stage, "isCompletedExceptionally getNumberOfDependents", "", READ, "future");
    add(stage, "supplyAsync runAsync", "", SUBMIT, "");
    add(stage, "complete completeExceptionally completeAsync", "", UPDATE, "future");
    add(stage, "obtrudeValue obtrudeException orTimeout completeOnTimeout", "", UPDATE, "future");
    add(stage, "allOf anyOf", "", UPDATE, "future");
    for (String of : List.of("CompletionStage", "CompletableFuture")) {
      stages(CONCURRENT.concat(of));
    }
    String task = CONCURRENT.concat("ForkJoinTask");
    add(task, "fork", "()", SUBMIT, "pool");
    add(task, "join", "()", GET, "future");
  }

  /** What depends on a future is done at once or later. */
  private static void stages(String of) {
    add(of, "thenApply thenAccept thenRun thenCompose handle whenComplete", "", UPDATE, "future");
    add(of, "thenApplyAsync thenAcceptAsync thenRunAsync handleAsync", "", UPDATE, "future");
    add(of, "thenComposeAsync whenCompleteAsync exceptionally", "", UPDATE, "future");
    add(of, "thenCombine thenAcceptBoth runAfterBoth", "", UPDATE, "future");
    add(of, "thenCombineAsync thenAcceptBothAsync runAfterBothAsync", "", UPDATE, "future");
    add(of, "applyToEither acceptEither runAfterEither", "", UPDATE, "future");
  }

  private static void shared() {
    for (String type : List.of("Integer", "Long", "Boolean", "Reference")) {
      String atomic = ATOMIC.concat("Atomic").concat(type);
      atomic(atomic.concat("*"));
    }
    atomic(ATOMIC.concat("AtomicMarkableReference"));
    atomic(ATOMIC.concat("AtomicStampedReference"));
    for (String adder : List.of("LongAdder", "DoubleAdder", "LongAccumulator", "Double*")) {
      String of = ATOMIC.concat(adder);
      add(of, "add increment decrement accumulate reset sumThenReset", "", UPDATE, "atomic");
      add(of, "getThenReset", "", UPDATE, "atomic");
      add(of, "sum get intValue longValue floatValue doubleValue", "", READ, "atomic");
    }
    handles("java/lang/invoke/VarHandle");
  }

  private static void atomic(String owner) {
    add(owner, "get getPlain getOpaque getAcquire getReference getStamp", "", READ, "atomic");
    add(owner, "intValue longValue isMarked length", "", READ, "atomic");
    add(owner, "set lazySet setPlain setOpaque setRelease", "", WRITE, "atomic");
    add(owner, "getAndSet getAndAdd getAndIncrement getAndDecrement", "", UPDATE, "atomic");
    add(owner, "incrementAndGet decrementAndGet addAndGet", "", UPDATE, "atomic");
    add(owner, "getAndUpdate updateAndGet getAndAccumulate accumulateAndGet", "", UPDATE, "atomic");
    exchanges(owner);
    add(owner, "attemptStamp attemptMark", "", UPDATE, "atomic");
  }

  private static void exchanges(String owner) {
    add(owner, "compareAndSet weakCompareAndSet weakCompareAndSetPlain", "", UPDATE, "atomic");
    add(owner, "weakCompareAndSetAcquire weakCompareAndSetRelease", "", UPDATE, "atomic");
    add(owner, "weakCompareAndSetVolatile compareAndExchange", "", UPDATE, "atomic");
    add(owner, "compareAndExchangeAcquire compareAndExchangeRelease", "", UPDATE, "atomic");
  }

  private static void handles(String owner) {
    add(owner, "get getVolatile getOpaque getAcquire", "", READ, "atomic");
    add(owner, "set setVolatile setOpaque setRelease", "", WRITE, "atomic");
    add(owner, "getAndSet getAndSetAcquire getAndSetRelease", "", UPDATE, "atomic");
    add(owner, "getAndAdd getAndAddAcquire getAndAddRelease", "", UPDATE, "atomic");
    add(owner, "getAndBitwiseOr getAndBitwiseAnd getAndBitwiseXor", "", UPDATE, "atomic");
    exchanges(owner);
  }
}
