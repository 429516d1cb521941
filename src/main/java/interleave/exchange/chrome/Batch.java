package interleave.exchange.chrome;

/**
 * Some events of a file, as the scanner found them: numbers, and where in the bytes the rest
 * stands. A place is where it begins in the low 32 bits, above it how long it is, in bytes; 0 where
 * there is none. In strings the highest bit tells that there are escapes in it.
 */
final class Batch {
  static final int FIELDS = 15;
  static final int PHASE = 0;
  static final int TIME = 1;
  static final int DURATION = 2;
  static final int PID = 3;
  static final int TID = 4;
  static final int NAME = 5;
  static final int CATEGORY = 6;
  static final int ID = 7;
  static final int ARGS = 8;
  static final int SCOPE = 9;
  static final int BIND_ID = 10;
  static final int FLAGS = 11;

  /** The stack with which it began, or happened, and the one with which it ended. */
  static final int STACK = 12;

  static final int END_STACK = 13;

  /** Where in the file the event begins. */
  static final int POSITION = 14;

  /** In place of a phase: a frame of a stack, its key for an id and all of it for arguments. */
  static final int FRAME = 1;

  /** What an event tells, in its flags. */
  static final int HAS_TIME = 1;

  static final int HAS_DURATION = 1 << 1;

  /** The pid is a text, and {@link #PID} is its place. */
  static final int PID_IS_TEXT = 1 << 2;

  static final int TID_IS_TEXT = 1 << 3;
  static final int FLOW_IN = 1 << 4;
  static final int FLOW_OUT = 1 << 5;

  /** A flow ends in the slice that encloses it, not in the next one. */
  static final int ENCLOSING = 1 << 6;

  static final int GLOBAL = 1 << 7;
  static final int OF_PROCESS = 1 << 8;

  /** The id counts in its process only. */
  static final int LOCAL_ID = 1 << 9;

  static final int HAS_PID = 1 << 10;
  static final int HAS_TID = 1 << 11;

  /** Something of it could not be read as what it has to be. */
  static final int ODD = 1 << 12;

  /** A stack is told as a list of frames, and not by its key. */
  static final int STACK_IS_LIST = 1 << 13;

  static final int MOST = 1 << 13;

  private static final long ESCAPED = 1L << 63;

  final long[] fields;
  byte[] bytes = {};
  int count;

  /** Where the first of the bytes stands in the file, and how much of the file was read. */
  long position;

  long taken;

  Batch() {
    this(MOST);
  }

  private Batch(int most) {
    fields = new long[most * FIELDS];
  }

  /** One in which there is no room for any. */
  static Batch none() {
    return new Batch(0);
  }

  static long place(int from, int to, boolean escaped) {
    return from | (long) (to - from) << Integer.SIZE | (escaped ? ESCAPED : 0);
  }

  static int from(long place) {
    return (int) place;
  }

  static int length(long place) {
    return (int) (place >>> Integer.SIZE) & Integer.MAX_VALUE;
  }

  static boolean isEscaped(long place) {
    return place < 0;
  }

  boolean isFull() {
    return count == MOST;
  }
}
