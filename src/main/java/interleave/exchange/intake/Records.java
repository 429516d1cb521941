package interleave.exchange.intake;

import interleave.event.EventKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Events of one thread that are not in a segment yet. A record is {@value #LONGS} numbers:
 *
 * <pre>
 *   0 time   1 end, of a slice that is told as a whole; else 0
 *   2 kind, 16 bits   flags, 16 bits   bytes of text, 32 bits
 *   3 object, 32 bits   site, 32 bits   4 value   5 where its text begins
 * </pre>
 *
 * <p>In their order an event comes before those of later times. At equal times slices that are told
 * as a whole come behind others, the longest first, so that parents stand before their children;
 * behind them instants and flows, which lie within; else they stay as they came.
 */
final class Records {
  static final int LONGS = 6;
  static final int END = 1;
  static final int KIND = 2;
  static final int OBJECT = 3;
  static final int VALUE = 4;
  static final int TEXT = 5;

  private static final int FIRST = 8;

  /** What stands behind other things of the same time: slices told as a whole, what is in them. */
  private static final int WHOLE = 1;

  private static final int WITHIN = 2;
  private static final int INSTANT = EventKind.INSTANT.code();
  private static final int FLOW_OUT = EventKind.FLOW_OUT.code();
  private static final int FLOW_IN = EventKind.FLOW_IN.code();
  private static final byte[] NOTHING = {};

  /** Where records begin that are in their order, of as many as most often are written at once. */
  private static final int[] STRAIGHT = straight(IntakeThread.MOST_RECORDS);

  /** A text up to that many bytes is copied by eights, and may write beyond its end. */
  private static final int SHORT = 64;

  /** Behind the last text, so that it can be read and written by eights. */
  private static final int SLACK = 24;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private long[] numbers = new long[FIRST * LONGS];
  private byte[] texts = NOTHING;
  private int count;
  private int textBytes;
  private boolean ordered = true;

  int count() {
    return count;
  }

  long[] numbers() {
    return numbers;
  }

  byte[] texts() {
    return texts;
  }

  /** What it takes in memory. */
  int bytes() {
    return numbers.length * Long.BYTES + texts.length;
  }

  int textBytes() {
    return textBytes;
  }

  boolean isOrdered() {
    return ordered;
  }

  void add(
      long time, long end, long kind, long object, long value, byte[] text, int from, int length) {
    int at = count * LONGS;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, at * 2);
    }
    long[] to = numbers;
    to[at] = time;
    to[at + END] = end;
    to[at + KIND] = kind | (long) length << 32;
    to[at + OBJECT] = object;
    to[at + VALUE] = value;
    to[at + TEXT] = textBytes;
    if (length > 0) {
      text(text, from, length);
    }
    ordered = ordered && (count == 0 || !isBefore(to, at, at - LONGS));
    count++;
  }

  private void text(byte[] text, int from, int length) {
    if (textBytes + length + SLACK > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(textBytes + length + SLACK, texts.length * 2));
    }
    if (length <= SHORT && from + length + Long.BYTES <= text.length) {
      for (int done = 0; done < length; done += Long.BYTES) {
        EIGHT.set(texts, textBytes + done, (long) EIGHT.get(text, from + done));
      }
    } else {
      System.arraycopy(text, from, texts, textBytes, length);
    }
    textBytes += length;
  }

  private static boolean isBefore(long[] numbers, int one, int other) {
    return compare(numbers, one, numbers, other) < 0;
  }

  /** Which of two comes first, as far as that is told. */
  static int compare(long[] one, int at, long[] other, int otherAt) {
    long time = one[at];
    long otherTime = other[otherAt];
    if (time != otherTime) {
      return time < otherTime ? -1 : 1;
    }
    int rank = rank(one, at);
    int otherRank = rank(other, otherAt);
    return rank != otherRank
        ? Integer.compare(rank, otherRank)
        : Long.compare(other[otherAt + END], one[at + END]);
  }

  private static int rank(long[] numbers, int at) {
    return numbers[at + END] != 0 ? WHOLE : isWithin(numbers, at) ? WITHIN : 0;
  }

  /** Whether it belongs to the slice that begins next. */
  static boolean isOfNext(long[] numbers, int at) {
    return (numbers[at + KIND] >>> 16 & Nesting.NEXT) != 0;
  }

  /** Whether it lies within a slice that begins at the same time. */
  static boolean isWithin(long[] numbers, int at) {
    int kind = (int) numbers[at + KIND] & 0xFFFF;
    return kind == INSTANT || kind == FLOW_OUT || kind == FLOW_IN && !isOfNext(numbers, at);
  }

  private static int[] straight(int count) {
    int[] begins = new int[count];
    for (int i = 0; i < count; i++) {
      begins[i] = i * LONGS;
    }
    return begins;
  }

  /**
   * Where each record begins, in the order of the records; only to be looked at.
   *
   * @param childrenFirst whether of slices that begin and end together the one that came last is
   *     the parent
   */
  int[] inOrder(boolean childrenFirst) {
    if (ordered && !childrenFirst) {
      return count == STRAIGHT.length ? STRAIGHT : straight(count);
    }
    int[] from = straight(count);
    if (areNearlyOrdered(from, childrenFirst)) {
      return from;
    }
    int[] to = new int[count];
    for (int width = 1; width < count; width *= 2) {
      for (int low = 0; low < count; low += 2 * width) {
        merge(
            from,
            low,
            Math.min(low + width, count),
            Math.min(low + 2 * width, count),
            to,
            childrenFirst);
      }
      int[] swapped = from;
      from = to;
      to = swapped;
    }
    return from;
  }

  /** Brings records into order one after the other; false where that would be too many steps. */
  private boolean areNearlyOrdered(int[] order, boolean childrenFirst) {
    int steps = count;
    for (int i = 1; i < order.length; i++) {
      int one = order[i];
      int to = i;
      while (to > 0 && goesBefore(one, order[to - 1], childrenFirst)) {
        order[to] = order[to - 1];
        to--;
        if (--steps == 0) {
          order[to] = one;
          return false;
        }
      }
      order[to] = one;
    }
    return true;
  }

  private void merge(int[] from, int low, int middle, int high, int[] to, boolean childrenFirst) {
    if (middle >= high || !goesBefore(from[middle], from[middle - 1], childrenFirst)) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    int left = low;
    int right = middle;
    for (int at = low; at < high; at++) {
      boolean takesRight =
          left >= middle || right < high && goesBefore(from[right], from[left], childrenFirst);
      to[at] = takesRight ? from[right++] : from[left++];
    }
  }

  /** Whether one that came later goes before one that came earlier. */
  private boolean goesBefore(int later, int earlier, boolean childrenFirst) {
    int compared = compare(numbers, later, numbers, earlier);
    return compared < 0 || compared == 0 && childrenFirst && numbers[later + END] != 0;
  }

  /** Adds to others those from a place in their order on. */
  void copy(int[] order, int from, Records to) {
    for (int i = from; i < order.length; i++) {
      int at = order[i];
      to.add(
          numbers[at],
          numbers[at + END],
          numbers[at + KIND] & 0xFFFF_FFFFL,
          numbers[at + OBJECT],
          numbers[at + VALUE],
          texts,
          (int) numbers[at + TEXT],
          (int) (numbers[at + KIND] >>> 32));
    }
  }

  /** As {@link #clear}, and lets go of the room. */
  void release() {
    clear();
    numbers = new long[FIRST * LONGS];
    texts = NOTHING;
  }

  void clear() {
    count = 0;
    textBytes = 0;
    ordered = true;
  }
}
