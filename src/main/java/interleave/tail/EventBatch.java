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
  private static final EventKind[] KINDS = EventKind.values();
  private static final int MOST = 1 << 12;
  private static final int FIRST_BYTES = 1 << 16;
  private static final int MOST_BYTES = 1 << 20;
  private static final int NONE = -1;

  /**
   * An event has so many numbers, put together as in a slot: the fewer, the less is handed over.
   */
  private static final int NUMBERS = 4;

  private static final int OBJECT = 1;
  private static final int VALUE = 2;
  private static final int TIME = 3;

  /** In place of the kind of an event: something else is said. */
  private static final int OTHER = 0xFFFF;

  /** What is said that is no event. */
  interface Said {
    void to(EventSink sink, LongConsumer reached);
  }

  /** Kind, flags (16 bits, as in slots) and thread; object and site; value; time. */
  private final long[] numbers = new long[MOST * NUMBERS];

  /**
   * Of an event its text, unless that is among the bytes; what else is said: the segment of the
   * events that follow, or a {@link Said}.
   */
  private final @Nullable Object[] said = new @Nullable Object[MOST];

  /**
   * Texts of ASCII, one behind the other, and where each ends; {@link #NONE} where there is none.
   */
  private byte[] bytes = new byte[FIRST_BYTES];

  private final int[] ends = new int[MOST];
  private int used;
  private final AsciiText ascii = new AsciiText();
  private int count;

  /** Of which segment the newest event is. */
  private @Nullable SegmentInfo segment;

  /** It has no room for one more, of whatever segment and text. */
  boolean isFull() {
    return count >= MOST - 1 || used > MOST_BYTES;
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
    int at = put(from, kind, flags, thread, object, site, value, time);
    ends[at] = NONE;
    if (text != null) {
      said[at] = text;
    }
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
    int at = put(from, kind, flags, thread, object, site, value, time);
    int length = text.length();
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length, bytes.length * 2));
    }
    System.arraycopy(text.bytes(), text.from(), bytes, used, length);
    used += length;
    ends[at] = used;
  }

  private int put(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time) {
    if (from != segment) {
      segment = from;
      other(from);
    }
    int at = count++;
    int number = at * NUMBERS;
    long[] to = numbers;
    to[number] = pair(thread, flags << 16 | kind.ordinal());
    to[number + OBJECT] = pair(site, object);
    to[number + VALUE] = value;
    to[number + TIME] = time;
    return at;
  }

  private static long pair(int high, int low) {
    return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
  }

  void say(Said what) {
    other(what);
  }

  private void other(Object what) {
    numbers[count * NUMBERS] = OTHER;
    said[count] = what;
    count++;
  }

  /** Says all of it, in the order in which it was told; then nothing is in it. */
  void tell(EventSink sink, LongConsumer reached) {
    @Nullable SegmentInfo from = null;
    int text = 0;
    for (int i = 0; i < count; i++) {
      int kind = (int) numbers[i * NUMBERS] & 0xFFFF;
      if (kind != OTHER) {
        event(i, KINDS[kind], Objects.requireNonNull(from), text, sink);
        text = ends[i] == NONE ? text : ends[i];
      } else if (said[i] instanceof SegmentInfo next) {
        from = next;
      } else {
        ((Said) Objects.requireNonNull(said[i])).to(sink, reached);
      }
    }
    Arrays.fill(said, 0, count, null);
    segment = null;
    count = 0;
    used = 0;
  }

  /**
   * Says an event.
   *
   * @param text where its text begins among the bytes
   */
  private void event(int which, EventKind kind, SegmentInfo from, int text, EventSink sink) {
    int number = which * NUMBERS;
    long head = numbers[number];
    int flags = (int) head >>> 16;
    int thread = (int) (head >>> Integer.SIZE);
    int object = (int) numbers[number + OBJECT];
    int site = (int) (numbers[number + OBJECT] >>> Integer.SIZE);
    long value = numbers[number + VALUE];
    long time = numbers[number + TIME];
    int end = ends[which];
    if (end == NONE) {
      sink.event(from, kind, flags, thread, object, site, value, time, (String) said[which]);
    } else {
      AsciiText told = ascii.is(bytes, text, end - text);
      sink.asciiEvent(from, kind, flags, thread, object, site, value, time, told);
    }
  }
}
