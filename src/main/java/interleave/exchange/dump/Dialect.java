package interleave.exchange.dump;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A way in which thread dumps are written as lines of text. It is handed one line after the other,
 * with other output before, behind and sometimes between.
 */
abstract class Dialect {
  /** So many threads of a dump are understood. */
  static final int MOST_THREADS = 1_000_000;

  /** What is counted of lines that are a thread's and that nobody knows. */
  static final String WITHIN_THREAD = "line within a thread";

  /** The same of what stands at frames. */
  static final String MARK = "mark beside a frame";

  private final Consumer<ThreadDump> dumps;
  private final Consumer<String> uncounted;
  private @Nullable ThreadDump dump;
  private @Nullable SeenThread thread;

  /**
   * @param dumps takes each dump when it is whole
   * @param unknown hears what kind of thing was not understood, each time
   */
  Dialect(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    this.dumps = dumps;
    this.uncounted = unknown;
  }

  /** Whether a dump begins with that line, which is then taken. */
  abstract boolean begins(String line, long number);

  /**
   * Takes a line of the dump. If it is none, the dump is over, or something else was written into
   * it, see {@link #isOpen}.
   */
  abstract boolean takes(ThreadDump into, String line);

  /** The same, of the dump that has begun; there may be none. */
  final boolean takes(String line) {
    ThreadDump into = dump;
    return into != null && takes(into, line);
  }

  /** Whether a dump has begun that may yet go on. */
  final boolean isOpen() {
    return dump != null;
  }

  /** Nothing more comes: what there is of a dump counts. */
  void ends() {
    ThreadDump done = dump;
    dump = null;
    thread = null;
    if (done != null) {
      whole(done);
    }
  }

  final void begin(ThreadDump next) {
    ends();
    dump = next;
    thread = null;
  }

  /** What comes now is of that thread, or of none where there is no room for it. */
  final void begin(ThreadDump into, SeenThread next) {
    thread = add(into, next) ? next : null;
  }

  /** What comes now is of no thread. */
  final void between() {
    thread = null;
  }

  /** What lines now are of, null for none. */
  final @Nullable SeenThread thread() {
    return thread;
  }

  /** A line outside of dumps, which may tell of the next one. */
  void passes(String line) {}

  /** All of a dump is there. */
  private void whole(ThreadDump dump) {
    if (!dump.threads.isEmpty()) {
      dump.settle();
      dumps.accept(dump);
    }
  }

  final void unknown(String what) {
    uncounted.accept(what);
  }

  /** Counts what was taken for a name and was none. */
  final void drop(BrokenName name) {
    for (int i = name.drop(); i > 0; i--) {
      unknown(DumpText.STRANGE);
    }
  }

  /** Takes a thread into a dump where there is room. */
  final boolean add(ThreadDump dump, SeenThread thread) {
    if (dump.threads.size() >= MOST_THREADS) {
      unknown("thread beyond " + MOST_THREADS);
      return false;
    }
    return dump.threads.add(thread);
  }

  /** Takes a frame into a stack where there is room. */
  final void add(SeenThread thread, Frame frame) {
    if (!thread.add(frame)) {
      unknown("frame deeper than " + SeenThread.DEEPEST);
    }
  }
}
