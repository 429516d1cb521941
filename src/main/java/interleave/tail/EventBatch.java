package interleave.tail;

import interleave.event.AsciiText;
import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.SegmentInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Some events on their way from one thread to another, and what else a reader says among them. */
final class EventBatch {
  private static final int MOST = 1 << 12;
  private static final int FIRST_BYTES = 1 << 16;
  private static final int MOST_BYTES = 1 << 20;
  private static final int NONE = -1;

  /** What is said that is no event. */
  interface Said {
    void to(EventSink sink, LongConsumer reached);
  }

  private final @Nullable SegmentInfo[] segments = new @Nullable SegmentInfo[MOST];
  private final @Nullable EventKind[] kinds = new @Nullable EventKind[MOST];
  private final int[] flags = new int[MOST];
  private final int[] threads = new int[MOST];
  private final int[] objects = new int[MOST];
  private final int[] sites = new int[MOST];
  private final long[] values = new long[MOST];
  private final long[] times = new long[MOST];

  /** Of an event its text, unless that is among the bytes; what was said where it is none. */
  private final @Nullable Object[] said = new @Nullable Object[MOST];

  /**
   * Texts of ASCII, one behind the other, and where each ends; {@link #NONE} where there is none.
   */
  private byte[] bytes = new byte[FIRST_BYTES];

  private final int[] ends = new int[MOST];
  private int used;
  private final AsciiText ascii = new AsciiText();
  private int count;

  /** It has room for one more, of whatever text. */
  boolean isFull() {
    return count == MOST || used > MOST_BYTES;
  }

  void event(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    int at = count++;
    segments[at] = from;
    kinds[at] = kind;
    this.flags[at] = flags;
    threads[at] = thread;
    objects[at] = object;
    sites[at] = site;
    values[at] = value;
    times[at] = time;
    said[at] = text;
    ends[at] = NONE;
  }

  /** As the other; the text is copied. */
  void asciiEvent(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      AsciiText text) {
    event(from, kind, flags, thread, object, site, value, time, null);
    int length = text.length();
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
    }
    System.arraycopy(text.bytes(), text.from(), bytes, used, length);
    used += length;
    ends[count - 1] = used;
  }

  void say(Said what) {
    int at = count++;
    kinds[at] = null;
    said[at] = what;
  }

  /** Says all of it, in the order in which it was told; then nothing is in it. */
  void tell(EventSink sink, LongConsumer reached) {
    int text = 0;
    for (int i = 0; i < count; i++) {
      EventKind kind = kinds[i];
      SegmentInfo from = segments[i];
      if (kind == null || from == null) {
        ((Said) Objects.requireNonNull(said[i])).to(sink, reached);
      } else if (ends[i] != NONE) {
        sink.asciiEvent(
            from,
            kind,
            flags[i],
            threads[i],
            objects[i],
            sites[i],
            values[i],
            times[i],
            ascii.is(bytes, text, ends[i] - text));
        text = ends[i];
      } else {
        sink.event(
            from,
            kind,
            flags[i],
            threads[i],
            objects[i],
            sites[i],
            values[i],
            times[i],
            (String) said[i]);
      }
    }
    Arrays.fill(said, 0, count, null);
    count = 0;
    used = 0;
  }
}
