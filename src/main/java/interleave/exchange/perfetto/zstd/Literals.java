package interleave.exchange.perfetto.zstd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a block that are told and not copied. */
final class Literals {
  private static final int STREAMS = 4;

  /** No block has more. */
  private static final int MOST = 1 << 17;

  final byte[] bytes = new byte[MOST];
  int size;

  /** The last one that was told, which blocks may use again. */
  private @Nullable PrefixCode code;

  void begin() {
    code = null;
  }

  /** Reads those of a block; returns where they end. */
  int read(byte[] from, int at, int end) {
    int head = from[at] & 0xFF;
    return (head & 3) < 2 ? plain(from, at, end, head) : coded(from, at, end, head);
  }

  /** As they are, or one that is said once. */
  private int plain(byte[] from, int at, int end, int head) {
    int format = head >> 2 & 3;
    int length = format == 1 ? 2 : format == 3 ? 3 : 1;
    size = (int) number(from, at, length) >>> ((format & 1) == 0 ? 3 : 4);
    int begin = at + length;
    if ((head & 3) == 1) {
      Arrays.fill(bytes, 0, size, from[begin]);
      return begin + 1;
    }
    if (size > end - begin) {
      throw new IndexOutOfBoundsException("literals");
    }
    System.arraycopy(from, begin, bytes, 0, size);
    return begin + size;
  }

  private int coded(byte[] from, int at, int end, int head) {
    int format = head >> 2 & 3;
    int length = format < 2 ? 3 : format + 2;
    int width = format < 2 ? 10 : format == 2 ? 14 : 18;
    long sizes = number(from, at, length) >>> 4;
    size = (int) (sizes & (1 << width) - 1);
    int begin = at + length;
    int over = begin + (int) (sizes >>> width & (1 << width) - 1);
    if (size > MOST || over > end) {
      throw new IndexOutOfBoundsException("literals");
    }
    int data = begin;
    if ((head & 3) == 2) {
      PrefixCode.Told told = PrefixCode.read(from, begin, over);
      code = told.code();
      data = told.end();
    }
    PrefixCode use = code;
    if (use == null) {
      throw new IndexOutOfBoundsException("no code");
    }
    if (format == 0) {
      use.read(from, data, over, bytes, 0, size);
    } else {
      streams(use, from, data, over);
    }
    return over;
  }

  private void streams(PrefixCode use, byte[] from, int data, int over) {
    int each = (size + STREAMS - 1) / STREAMS;
    int begin = data + 2 * (STREAMS - 1);
    for (int i = 0; i < STREAMS; i++) {
      boolean last = i == STREAMS - 1;
      int end = last ? over : begin + (int) number(from, data + 2 * i, 2);
      int count = last ? size - i * each : each;
      if (end > over || count < 0) {
        throw new IndexOutOfBoundsException("literals");
      }
      use.read(from, begin, end, bytes, i * each, count);
      begin = end;
    }
  }

  /** The lowest byte first. */
  static long number(byte[] from, int at, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = number << Byte.SIZE | from[at + i] & 0xFF;
    }
    return number;
  }
}
