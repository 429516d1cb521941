package interleave.timeline.column;

import org.jspecify.annotations.Nullable;

/**
 * Where a thread packs chunks: room for the values and for what is made of them, and the least and
 * the greatest value of each block of 32, and of all. It is kept, since a chunk is packed for every
 * few hundred events, and what would be made anew for each is more than all else that is let go of
 * meanwhile.
 */
final class Packing {
  static final int BLOCK_SHIFT = 5;
  static final int BLOCK = 1 << BLOCK_SHIFT;
  static final int BLOCKS = Column.CHUNK >> BLOCK_SHIFT;

  /** In {@link #least} and {@link #most} that there is none. */
  private static final long OPEN = Long.MAX_VALUE;

  private static final long NONE = Long.MIN_VALUE;

  private static final ThreadLocal<Packing> OF_THREAD =
      new ThreadLocal<>() {
        @Override
        protected Packing initialValue() {
          return new Packing();
        }
      };

  /** Room for the values of a chunk. */
  final long[] values = new long[Column.CHUNK];

  /** Room for them as they are packed, however wide. */
  final byte[] packed = new byte[BLOCKS * Integer.BYTES + Column.CHUNK * Long.BYTES];

  /** The least value of each block; {@link Long#MAX_VALUE} where all of it is open. */
  final long[] leasts = new long[BLOCKS];

  private final long[] mosts = new long[BLOCKS];
  private long least;
  private long most;

  /** Whether there are open ones, which count apart. */
  private boolean open;

  /** Arrays of whole chunks that columns do not need any more, and others may use again. */
  long @Nullable [] spareLongs;

  int @Nullable [] spareInts;
  byte @Nullable [] spareBytes;

  private boolean unseen;

  private Packing() {}

  /** That of the thread that asks, which is done with it before it asks again. */
  static Packing ofThread() {
    return OF_THREAD.get();
  }

  /** See {@link ColumnSpace#unseen}. */
  void unseen(Runnable writing) {
    boolean before = unseen;
    unseen = true;
    try {
      writing.run();
    } finally {
      unseen = before;
      spareLongs = null;
      spareInts = null;
      spareBytes = null;
    }
  }

  /** Whether nobody else looks at what this thread writes. */
  boolean isUnseen() {
    return unseen;
  }

  /** Looks for the least and the greatest of a chunk. */
  void over(long[] chunk) {
    least = OPEN;
    most = NONE;
    open = false;
    for (int block = 0; block < BLOCKS; block++) {
      add(chunk, block);
      least = Math.min(least, leasts[block]);
      most = Math.max(most, mosts[block]);
    }
  }

  private void add(long[] chunk, int block) {
    long low = OPEN;
    long high = NONE;
    for (int i = block << BLOCK_SHIFT; i < block + 1 << BLOCK_SHIFT; i++) {
      low = Math.min(low, chunk[i]);
      high = Math.max(high, chunk[i]);
    }
    if (high == OPEN) {
      open = true;
      high = mostOfClosed(chunk, block);
    }
    leasts[block] = low;
    mosts[block] = high;
  }

  private static long mostOfClosed(long[] chunk, int block) {
    long high = NONE;
    for (int i = block << BLOCK_SHIFT; i < block + 1 << BLOCK_SHIFT; i++) {
      high = chunk[i] == OPEN ? high : Math.max(high, chunk[i]);
    }
    return high;
  }

  /** The least value of all. */
  long least() {
    return least;
  }

  /** So many bytes each distance from the least of all needs. */
  int width() {
    if (least == OPEN) {
      return 0;
    }
    int width = width(least, most);
    return open ? Math.max(1, width) : width;
  }

  /** So many bytes each distance needs from the least of its block. */
  int widthInBlocks() {
    int widest = 1;
    for (int block = 0; block < BLOCKS; block++) {
      if (leasts[block] != OPEN) {
        int ofFirst = width(least, leasts[block]);
        int within = width(leasts[block], mosts[block]);
        widest = Math.max(widest, ofFirst > 4 ? 8 : within);
      }
    }
    return widest;
  }

  private static int width(long least, long most) {
    long distance = most - least;
    return distance < 0 ? 8 : width(distance); // further apart than a number can tell
  }

  /** The greatest distance of each width means that something goes on. */
  static int width(long distance) {
    if (distance == 0) {
      return 0;
    } else if (distance < 0xFF) {
      return 1;
    } else if (distance < 0xFFFF) {
      return 2;
    }
    return distance < 0xFFFF_FFFFL ? 4 : 8;
  }
}
