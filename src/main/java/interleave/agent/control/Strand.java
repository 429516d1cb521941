package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a program that is under control: where it stands, and what it would do next. Written
 * by the one thread that runs, and by this thread itself.
 */
final class Strand {
  private static final int TABLE_SIZE = 1024;

  /** By the number of their threads; who is not here is looked up. */
  private static final @Nullable Strand[] TABLE = new @Nullable Strand[TABLE_SIZE];

  private static final ConcurrentHashMap<Long, Strand> ALL = new ConcurrentHashMap<>();

  final Course course;
  final Thread thread;
  final @Nullable Strand parent;

  /** {@code 0} for main, then by who started it and as which: {@code 1}, {@code 1.2}. */
  final String id;

  final boolean daemon;

  /** The system's thread that runs it; 0 where that is not known. */
  volatile long system;

  int children;

  /** Whether it has come to its first point; until then it runs within a step of its parent's. */
  volatile boolean arrived;

  /** It stands before an operation, and has not been chosen. */
  boolean standing;

  /** It waits for what nobody of the program decides, and is not counted upon. */
  boolean free;

  boolean ended;

  /** Code of ours runs: what it does is nobody's business. */
  boolean inside;

  /** How deep it is in code in which nobody stands, such as the initializing of a class. */
  int muted;

  // What it would do next.
  Operation next = Operation.OTHER;
  Test test = Test.ALWAYS;
  @Nullable Object target;
  int object;
  int place;
  long asked;
  String detail = "";
  boolean interruptible;

  /** The collection that it looks at or changes; null where it is about something else. */
  @Nullable Object collection;

  /** The stream that it prints to, where it looks at a collection for that; else 0. */
  int printing;

  /** When its wait ends by itself, on the clock of the run; less than 0 for never. */
  long deadline = NEVER;

  static final long NEVER = -1;

  /** Its wait ended by itself. */
  boolean expired;

  /** It was interrupted since it stands here. */
  volatile boolean interrupted;

  /** Somebody has unparked it. */
  volatile boolean permit;

  /** It described an operation and was not chosen for it yet. */
  boolean pending;

  /** The explorer knows what it does next. */
  boolean announced;

  /** What records that it has to wait has been called. */
  boolean toldToWait;

  /** Whether it waits in {@code Object.wait}, and so for a real notification. */
  volatile @Nullable Object waitsIn;

  boolean notified;

  /** What it was to wait for at most is over: the wait itself is left out. */
  boolean skipsWait;

  int savedHolds;

  /** The object of the call that it makes; 0 where that is nobody's business. */
  int stands;

  /** The number of the element that it reads; 0 where nobody watches that. */
  int element;

  /** Whether that is one of an array of truth values, whose code is that of bytes. */
  boolean isBoolean;

  /** How many could have gone on when it was chosen. */
  int choices;

  final Rounds rounds = new Rounds();

  /** It has gone round alike, and goes on when what it looks at changes, or nobody else can. */
  boolean spins;

  /** How often it did since nobody else could. */
  int vain;

  /** The object that its step may have changed: that is seen by what comes of it. */
  int changing;

  /** How often it was told that its run is over. */
  int unwindings;

  Strand(Course course, Thread thread, @Nullable Strand parent) {
    this.course = course;
    this.thread = thread;
    this.parent = parent;
    this.daemon = thread.isDaemon();
    if (parent == null) {
      id = "0";
    } else {
      String number = Integer.toString(++parent.children);
      id = parent.parent == null ? number : parent.id.concat(".").concat(number);
    }
  }

  /** Whether its id is lower. */
  boolean isBefore(Strand other) {
    int[] mine = numbers();
    int[] its = other.numbers();
    for (int i = 0; i < mine.length && i < its.length; i++) {
      if (mine[i] != its[i]) {
        return mine[i] < its[i];
      }
    }
    return mine.length < its.length;
  }

  private int[] numbers() {
    String[] parts = id.split("\\.");
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  /** From now on the thread is known by this. */
  void register() {
    ALL.put(thread.threadId(), this);
    TABLE[(int) thread.threadId() & TABLE_SIZE - 1] = this;
  }

  void forget() {
    ALL.remove(thread.threadId(), this);
    int at = (int) thread.threadId() & TABLE_SIZE - 1;
    if (TABLE[at] == this) {
      TABLE[at] = null;
    }
  }

  /** The calling thread's; null where it is not under control, or in code of ours. */
  static @Nullable Strand current() {
    Strand found = of(Thread.currentThread());
    return found == null || found.inside || found.course.hasLetGo() ? null : found;
  }

  static @Nullable Strand of(Thread thread) {
    long id = thread.threadId();
    Strand found = TABLE[(int) id & TABLE_SIZE - 1];
    return found != null && found.thread == thread ? found : ALL.isEmpty() ? null : ALL.get(id);
  }

  /** Says what it does next; the calling thread's. */
  void describe(Operation operation, Test how, @Nullable Object of, int at) {
    next = operation;
    test = how;
    target = of;
    object = 0;
    place = at;
    detail = "";
    collection = null;
    interruptible = false;
    deadline = NEVER;
    interrupted = thread.isInterrupted();
  }

  /** Has the thread look whether it may go on; takes no monitor of the program's. */
  void wake() {
    if (waitsIn == null) {
      LockSupport.unpark(thread);
      return;
    }
    synchronized (this) {
      if (waitsIn != null) {
        thread.interrupt();
      }
    }
  }

  /** It does not wait for a notification any more; what woke it was ours, unless it was told. */
  synchronized void leaveWait() {
    if (waitsIn != null) {
      waitsIn = null;
      Thread.interrupted();
      if (interrupted) {
        thread.interrupt();
      }
    }
  }
}
