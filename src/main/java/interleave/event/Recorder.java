package interleave.event;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records what the threads of this process do into a recording. A process has at most one of its
 * own, {@link #current()}; without a recording in its environment that one is off, and all its
 * methods do nothing, quickly.
 */
public final class Recorder {
  /** Environment variable that names the recording's folder. */
  public static final String FOLDER_VARIABLE = "INTERLEAVE_RECORDING";

  /** Environment variable that names this process, for people. */
  public static final String NAME_VARIABLE = "INTERLEAVE_NAME";

  private static final String REAPER = "process reaper";
  private static final int TABLE_SIZE = 4096;

  private final @Nullable SegmentPool segments;
  private final @Nullable Path folder;
  // Threads find their log here by their id; it is much quicker than a ThreadLocal, which is asked
  // when two ids collide.
  private final @Nullable ThreadLog[] table = new @Nullable ThreadLog[TABLE_SIZE];
  private final ThreadLocal<ThreadLog> logs = new ThreadLocal<>();
  private final AtomicInteger objects = new AtomicInteger();
  private final Sites sites = new Sites();
  private final ConcurrentHashMap<Integer, Integer> service = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Integer, Integer> knownCarriers = new ConcurrentHashMap<>();
  private volatile @Nullable Carriers carriers;

  private Recorder(@Nullable Path folder, @Nullable SegmentPool segments) {
    this.folder = folder;
    this.segments = segments;
  }

  private static final class Current {
    static final Recorder OF_PROCESS = fromEnvironment();

    private static Recorder fromEnvironment() {
      String folder = System.getenv(FOLDER_VARIABLE);
      if (folder == null || folder.isEmpty()) {
        return new Recorder(null, null);
      }
      Path path = Path.of(folder);
      if (!path.toFile().isDirectory()) {
        return new Recorder(
            null, null); // the run is over and its recording gone: a straggler records nothing
      }
      return open(path, TracedRuntime.JAVA);
    }
  }

  /** The recorder of this process; off when it is not being recorded. */
  public static Recorder current() {
    return Current.OF_PROCESS;
  }

  /**
   * A recorder into {@code folder}, for the engine and for tests; a traced program uses {@link
   * #current()}.
   */
  public static Recorder open(Path folder, TracedRuntime runtime) {
    return new Recorder(folder, new SegmentPool(folder, runtime));
  }

  /** A recorder that records nothing. */
  public static Recorder silent() {
    return new Recorder(null, null);
  }

  public boolean on() {
    return segments != null;
  }

  /** The recording's folder. */
  public Path folder() {
    if (folder == null) {
      throw new IllegalStateException("this process is not being recorded");
    }
    return folder;
  }

  /** The calling thread's log. */
  public ThreadLog log() {
    Thread thread = Thread.currentThread();
    long id = thread.threadId();
    ThreadLog found = table[(int) id & (TABLE_SIZE - 1)];
    return found != null && found.javaId == id ? found : find(thread, id);
  }

  /** The calling thread's log, when it has one. */
  public @Nullable ThreadLog known() {
    long id = Thread.currentThread().threadId();
    ThreadLog found = table[(int) id & (TABLE_SIZE - 1)];
    return found != null && found.javaId == id ? found : logs.get();
  }

  private ThreadLog find(Thread thread, long id) {
    ThreadLog log = logs.get();
    if (log == null) {
      log = ThreadLog.of(thread, segments, thread.isVirtual() ? this : null);
      logs.set(log);
      define(log, thread);
      if (!thread.isVirtual()) {
        log.nativeThread(log.threadId());
      }
    }
    table[(int) id & (TABLE_SIZE - 1)] = log;
    return log;
  }

  /** From now on it is recorded which threads carry virtual threads. */
  public void carriers(Carriers source) {
    carriers = source;
  }

  /**
   * The id of the thread that carries the calling one, which is virtual and has {@code log}; 0 when
   * that is the same as the last time, or not known.
   */
  int newCarrier(ThreadLog log) {
    Carriers source = carriers;
    Thread carrier = source == null ? null : source.ofCaller();
    if (carrier == null || threadId(carrier) == log.carrier) {
      return 0;
    }
    int id = threadId(carrier);
    log.carrier = id;
    if (knownCarriers.putIfAbsent(id, 1) == null) {
      define(log, carrier);
      log.nativeThread(id); // whose it is while it carries the caller
    }
    return id;
  }

  /** As {@link Carriers#hold}. */
  boolean hold() {
    Carriers source = carriers;
    return source != null && source.hold();
  }

  /** As {@link Carriers#release}, when {@link #hold} said so. */
  void release() {
    Carriers source = carriers;
    if (source != null) {
      source.release();
    }
  }

  /** Records what {@code thread} is called now; called again when it is renamed. */
  public void define(ThreadLog by, Thread thread) {
    int id = threadId(thread);
    int flags =
        (thread.isDaemon() && !thread.isVirtual() ? Flags.DAEMON : 0)
            | (thread.isVirtual() ? Flags.VIRTUAL : 0)
            | (service.containsKey(id) || isOfJdk(thread) ? Flags.SERVICE : 0);
    by.defineThread(id, flags, thread.threadId(), thread.getName());
  }

  /** The JDK has a thread for each process that runs what is to be done at its end. */
  private static boolean isOfJdk(Thread thread) {
    return thread.isDaemon() && thread.getName().startsWith(REAPER);
  }

  /** What gives a thread of ours another number than the program's have, before it starts. */
  public interface Numbering {
    void aside(Thread thread);
  }

  private static volatile @Nullable Numbering numbering;

  /** From now on threads of ours are numbered so. */
  public static void number(Numbering by) {
    numbering = by;
  }

  /** A thread of ours was made and has not started yet. */
  static void aside(Thread thread) {
    Numbering by = numbering;
    if (by != null && thread.getState() == Thread.State.NEW) {
      by.aside(thread);
    }
  }

  /**
   * Says that {@code thread}, which has not recorded anything yet, is one of ours and not of the
   * program.
   */
  public void service(Thread thread) {
    aside(thread);
    service.put(threadId(thread), 1);
  }

  /**
   * The thread of {@code log}, the calling one, records nothing more: its segment goes to the next
   * thread that comes.
   */
  public void release(ThreadLog log) {
    SegmentPool pool = segments;
    if (pool != null && log.writer() != null && !Thread.currentThread().isVirtual()) {
      logs.remove();
      int at = (int) log.javaId & (TABLE_SIZE - 1);
      if (table[at] == log) {
        table[at] = null;
      }
      pool.giveBack(log.writer());
    }
  }

  public int threadId(Thread thread) {
    return (int) thread.threadId();
  }

  /**
   * Interns a new object and returns its id.
   *
   * @param key what is the same in all processes that know this object, 0 when it is of this
   *     process only
   */
  public int object(ObjectType type, long key, String name) {
    int id = objects.incrementAndGet();
    rename(id, type, key, name);
    return id;
  }

  /** Gives an interned object a better name, once one is known. */
  public void rename(int object, ObjectType type, long key, String name) {
    log().text(EventKind.DEFINE_OBJECT, type.code(), object, 0, key, name);
  }

  /** The id of a place in the source; the same place has the same id. */
  public int site(String file, int line, String function, String owner) {
    return on() ? sites.intern(file, line, function, owner, log()) : 0;
  }

  /**
   * The place in the program from which our classes were called; 0 when there is none. Costs
   * microseconds.
   */
  public int callerSite() {
    return on() ? sites.caller(log()) : 0;
  }

  /** The id of this process; 0 when it is not being recorded. */
  public long processId() {
    return segments == null ? 0 : segments.pid();
  }

  /** Names this process for people. */
  public void processName(String name) {
    log().text(EventKind.PROCESS_NAME, 0, 0, 0, 0, name);
  }

  /** Says a sentence that is shown with the recording, such as what could not be traced. */
  public void note(String sentence) {
    log().text(EventKind.TRACER_NOTE, 0, 0, 0, 0, sentence);
  }

  /**
   * A log in which the calling thread writes down what {@code thread} does in another process, a
   * copy of this one, which cannot record anything itself.
   *
   * @param pid of the copy
   * @param born no event of it will be older
   */
  public ThreadLog logOfCopy(long pid, Thread thread, long born) {
    SegmentPool pool = segments == null ? null : segments.ofCopy(pid);
    ThreadLog log = ThreadLog.of(thread, pool, null);
    log.defineThread(threadId(thread), 0, thread.threadId(), thread.getName(), born);
    log.nativeThread(threadId(thread), pid, born); // the first thread of a process has its number
    return log;
  }

  /**
   * A log in which the calling thread writes down what another thread of this process does that
   * cannot say so itself.
   */
  public ThreadLog onBehalf(int thread) {
    return log().as(thread);
  }

  /** How many segments this process has opened. */
  int segmentsOpened() {
    return segments == null ? 0 : segments.opened();
  }
}
