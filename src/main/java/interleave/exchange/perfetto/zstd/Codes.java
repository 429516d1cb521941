package interleave.exchange.perfetto.zstd;

import org.jspecify.annotations.Nullable;

/** How one of the three numbers of a sequence is written: as a code, and more bits of it. */
final class Codes {
  private static final int[] LITERALS = {
    4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
    -1, -1, -1, -1
  };
  private static final int[] LITERAL_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11,
    12, 13, 14, 15, 16
  };
  private static final int[] MATCHES = {
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
  };
  private static final int[] MATCH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
  };
  private static final int[] OFFSETS = {
    1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
  };
  private static final int MOST_OFFSETS = 32;

  private final StateTable usual;
  private final int mostLog;
  private final int[] bits;
  private final int[] bases;

  /** The one that is in use, which blocks may use again. */
  private @Nullable StateTable table;

  private Codes(int log, int[] shares, int mostLog, int[] bits, int first) {
    usual = StateTable.of(log, shares, shares.length);
    this.mostLog = mostLog;
    this.bits = bits;
    bases = new int[bits.length];
    for (int i = 0, base = first; i < bits.length; i++) {
      bases[i] = base;
      base += 1 << bits[i];
    }
  }

  /** How many literals come before a copy. */
  static Codes literals() {
    return new Codes(6, LITERALS, 9, LITERAL_BITS, 0);
  }

  /** How much is copied. */
  static Codes matches() {
    return new Codes(6, MATCHES, 9, MATCH_BITS, 3);
  }

  /** From how far back. */
  static Codes offsets() {
    int[] bits = new int[MOST_OFFSETS];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = i;
    }
    return new Codes(5, OFFSETS, 8, bits, 1);
  }

  void begin() {
    table = null;
  }

  /** Reads which table a block has; returns where that ends. */
  int read(int mode, byte[] from, int at, int end) {
    switch (mode) {
      case 0 -> table = usual;
      case 1 -> {
        table = StateTable.of(from[at]);
        return at + 1;
      }
      case 2 -> {
        StateTable.Told told = StateTable.read(from, at, end, mostLog, bits.length);
        table = told.table();
        return told.end();
      }
      default -> {} // as the block before
    }
    return at;
  }

  StateTable table() {
    StateTable use = table;
    if (use == null) {
      throw new IndexOutOfBoundsException("no table");
    }
    return use;
  }

  /** The number that a code stands for, with more bits of it. */
  long number(int code, BackwardBits in) {
    return (bases[code] & 0xFFFF_FFFFL) + in.take(bits[code]);
  }
}
