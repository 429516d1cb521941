package interleave.exchange.dump;

import java.util.function.Consumer;

/**
 * A way in which thread dumps are written as lines of text. It is handed one line after the other,
 * with other output before, behind and sometimes between.
 */
abstract class Dialect {
  /** So many threads of a dump are understood. */
  static final int MOST_THREADS = 1_000_000;

  private final Consumer<ThreadDump> dumps;
  private final Consumer<String> uncounted;

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

  /** Takes a line of the dump; if it is none, the dump is over. */
  abstract boolean takes(String line, long number);

  /** Nothing more comes: what there is of a dump counts. */
  abstract void ends();

  /** A line outside of dumps, which may tell of the next one. */
  void passes(String line) {}

  /** All of a dump is there. */
  final void whole(ThreadDump dump) {
    if (!dump.threads.isEmpty()) {
      dump.settle();
      dumps.accept(dump);
    }
  }

  final void unknown(String what) {
    uncounted.accept(what);
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
