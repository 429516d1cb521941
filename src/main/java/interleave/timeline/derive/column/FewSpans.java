package interleave.timeline.derive.column;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The spans of a lane that has few of them, as most of a million virtual threads do: one array,
 * where columns would be a dozen objects. One thread writes; others read what was there when they
 * were handed a size.
 */
final class FewSpans {
  /** So many at most. */
  static final int MOST = 8;

  private static final int START = 0;
  private static final int END = 1;
  private static final int PLACE = 2;
  private static final int WHAT = 3;
  private static final int EACH = 4;

  private long[] values = new long[MOST / 2 * EACH];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MOST;
  }

  void add(long start, long end, int what, int object, int site) {
    if (size * EACH == values.length) {
      long[] more = Arrays.copyOf(values, 2 * values.length);
      VarHandle.releaseFence(); // a reader that finds it finds it complete
      values = more;
    }
    int at = size * EACH;
    values[at + START] = start;
    values[at + END] = end;
    values[at + PLACE] = place(object, site);
    values[at + WHAT] = what;
    size++;
  }

  private static long place(int object, int site) {
    return (long) object << Integer.SIZE | Integer.toUnsignedLong(site);
  }

  long start(int i) {
    return values[i * EACH + START];
  }

  long end(int i) {
    return values[i * EACH + END];
  }

  int object(int i) {
    return (int) (values[i * EACH + PLACE] >> Integer.SIZE);
  }

  int site(int i) {
    return (int) values[i * EACH + PLACE];
  }

  /** State, subject and variant, as they were added. */
  int what(int i) {
    return (int) values[i * EACH + WHAT];
  }

  void end(int i, long end) {
    values[i * EACH + END] = end;
  }

  void turn(int i, int what, int object, int site) {
    values[i * EACH + PLACE] = place(object, site);
    values[i * EACH + WHAT] = what;
  }

  /** The last of the first {@code count} that starts at or before {@code time}, -1 for none. */
  int floor(long time, int count) {
    int i = count - 1;
    while (i >= 0 && start(i) > time) {
      i--;
    }
    return i;
  }
}
