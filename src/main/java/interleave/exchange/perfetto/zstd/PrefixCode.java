package interleave.exchange.perfetto.zstd;

import java.util.Arrays;

/** A Huffman code for bytes. */
final class PrefixCode {
  private static final int LONGEST = 11;
  private static final int MOST_LOG = 6;
  private static final int SYMBOLS = 256;
  private static final int DIRECT = 128;

  private final int longest;
  private final byte[] symbols;
  private final byte[] bits;

  private PrefixCode(int[] weights, int count) {
    int all = 0;
    for (int i = 0; i < count; i++) {
      all += weights[i] > 0 ? 1 << weights[i] - 1 : 0;
    }
    longest = Integer.SIZE - Integer.numberOfLeadingZeros(all);
    int left = (1 << longest) - all;
    if (all == 0 || longest > LONGEST || Integer.bitCount(left) != 1) {
      throw new IndexOutOfBoundsException("weights");
    }
    weights[count] = Integer.numberOfTrailingZeros(left) + 1; // the last one is not told
    symbols = new byte[1 << longest];
    bits = new byte[1 << longest];
    int at = 0;
    for (int weight = 1; weight <= longest; weight++) {
      for (int symbol = 0; symbol <= count; symbol++) {
        if (weights[symbol] == weight) {
          int end = at + (1 << weight - 1);
          Arrays.fill(symbols, at, end, (byte) symbol);
          Arrays.fill(bits, at, end, (byte) (longest + 1 - weight));
          at = end;
        }
      }
    }
  }

  /** A code that is told in the bytes; where these end. */
  record Told(PrefixCode code, int end) {}

  static Told read(byte[] bytes, int from, int to) {
    int head = bytes[from] & 0xFF;
    int[] weights = new int[SYMBOLS + 1];
    if (head < DIRECT) {
      int end = from + 1 + head;
      if (end > to) {
        throw new IndexOutOfBoundsException("weights");
      }
      return new Told(new PrefixCode(weights, packed(bytes, from + 1, end, weights)), end);
    }
    int count = head - DIRECT + 1;
    for (int i = 0; i < count; i++) {
      int both = bytes[from + 1 + i / 2];
      weights[i] = i % 2 == 0 ? both >> 4 & 0xF : both & 0xF;
    }
    return new Told(new PrefixCode(weights, count), from + 1 + (count + 1) / 2);
  }

  /** Two states take turns; who runs out of bits leaves the last word to the other. */
  private static int packed(byte[] bytes, int from, int to, int[] weights) {
    StateTable.Told told = StateTable.read(bytes, from, to, MOST_LOG, LONGEST + 2);
    StateTable table = told.table();
    BackwardBits in = new BackwardBits(bytes, told.end(), to);
    int state = table.first(in);
    int other = table.first(in);
    int count = 0;
    while (true) {
      weights[count++] = table.symbol(state);
      state = table.next(state, in);
      if (in.left() < 0) {
        weights[count++] = table.symbol(other);
        return count;
      }
      int mine = state;
      state = other;
      other = mine;
    }
  }

  /** Reads so many bytes. */
  void read(byte[] bytes, int from, int to, byte[] into, int at, int count) {
    BackwardBits in = new BackwardBits(bytes, from, to);
    for (int i = at; i < at + count; i++) {
      int next = (int) in.peek(longest);
      into[i] = symbols[next];
      in.skip(bits[next]);
    }
    if (in.left() != 0) {
      throw new IndexOutOfBoundsException("literals");
    }
  }
}
