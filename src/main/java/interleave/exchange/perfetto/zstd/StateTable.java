package interleave.exchange.perfetto.zstd;

/** What each state of a finite-state entropy coder stands for, and how it goes on from there. */
final class StateTable {
  private static final int LEAST_LOG = 5;

  /** How many bits a state is. */
  final int log;

  private final byte[] symbols;
  private final byte[] bits;
  private final int[] bases;

  private StateTable(int log) {
    this.log = log;
    symbols = new byte[1 << log];
    bits = new byte[1 << log];
    bases = new int[1 << log];
  }

  /** That of one symbol alone. */
  static StateTable of(int symbol) {
    StateTable table = new StateTable(0);
    table.symbols[0] = (byte) symbol;
    return table;
  }

  /**
   * By how probable symbols are.
   *
   * @param shares of all states; -1 of one that has less than one state
   */
  static StateTable of(int log, int[] shares, int count) {
    StateTable table = new StateTable(log);
    int size = 1 << log;
    int[] next = new int[count];
    int high = size;
    for (int symbol = 0; symbol < count; symbol++) {
      if (shares[symbol] < 0) {
        table.symbols[--high] = (byte) symbol;
        next[symbol] = 1;
      }
    }
    table.spread(shares, count, high, next);
    for (int state = 0; state < size; state++) {
      int place = next[table.symbols[state] & 0xFF]++;
      int width = log - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(place));
      table.bits[state] = (byte) width;
      table.bases[state] = (place << width) - size;
    }
    return table;
  }

  private void spread(int[] shares, int count, int high, int[] next) {
    int size = symbols.length;
    int step = (size >> 1) + (size >> 3) + 3;
    int at = 0;
    for (int symbol = 0; symbol < count; symbol++) {
      for (int i = 0; i < shares[symbol]; i++) {
        next[symbol] = shares[symbol];
        symbols[at] = (byte) symbol;
        do {
          at = at + step & size - 1;
        } while (at >= high);
      }
    }
  }

  /** A table that is told in the bytes; where these end. */
  record Told(StateTable table, int end) {}

  /** Reads one. */
  static Told read(byte[] bytes, int from, int to, int mostLog, int mostSymbols) {
    ForwardBits in = new ForwardBits(bytes, from, to);
    int log = in.take(4) + LEAST_LOG;
    if (log > mostLog) {
      throw new IndexOutOfBoundsException("states");
    }
    int[] shares = new int[mostSymbols];
    int left = 1 << log;
    int symbol = 0;
    while (left > 0) {
      int width = Integer.SIZE - Integer.numberOfLeadingZeros(left + 1);
      int value = in.peek(width);
      int low = (1 << width - 1) - 1;
      int spare = (1 << width) - 1 - (left + 1);
      if ((value & low) < spare) {
        in.skip(width - 1);
        value &= low;
      } else {
        in.skip(width);
        value -= value > low ? spare : 0;
      }
      int share = value - 1;
      left -= Math.abs(share);
      shares[symbol++] = share;
      for (int more = share == 0 ? 3 : 0; more == 3; symbol += more) {
        more = in.take(2);
      }
    }
    if (left < 0 || symbol > mostSymbols) {
      throw new IndexOutOfBoundsException("shares");
    }
    return new Told(of(log, shares, symbol), in.end());
  }

  int first(BackwardBits in) {
    return (int) in.take(log);
  }

  int symbol(int state) {
    return symbols[state] & 0xFF;
  }

  int next(int state, BackwardBits in) {
    return bases[state] + (int) in.take(bits[state]);
  }
}
