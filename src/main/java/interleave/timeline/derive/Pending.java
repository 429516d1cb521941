package interleave.timeline.derive;

import interleave.event.EventKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events that concern more than their own thread and wait for their turn in time.
 *
 * <p>Each segment delivers its events in the order of their times, but for a few: a thread may say
 * afterwards when it began to wait, and virtual threads take turns in one segment. So each segment
 * has a {@link Line}, and another one for what does not fit at the end of the first, and so on.
 * Taking events out is a merge of these lines: a heap holds those that are not empty, the one with
 * the oldest event on top. An event costs log(lines) and is moved once, however often is drained
 * and however much stays behind the watermark.
 */
final class Pending {
  private Line[] heap = new Line[8];
  private int size;
  private int made;

  /** Takes the oldest event of {@code line}, which it must not keep. */
  interface Visitor {
    void visit(Line line);
  }

  /** Lines for a segment of the process with that index, -1 for the engine's. */
  Lines lines(int process) {
    return new Lines(this, process);
  }

  /** The waiting events of one segment. */
  static final class Lines {
    /** More than this is disorder on purpose; what fits nowhere then waits a little too long. */
    private static final int MOST = 32;

    private final Pending pending;
    private final int process;
    private Line[] lines;

    private Lines(Pending pending, int process) {
      this.pending = pending;
      this.process = process;
      lines = new Line[] {new Line(pending, process, pending.made++)};
    }

    /** The first line at whose end an event of that time may stand. */
    Line at(long time) {
      for (Line line : lines) {
        if (line.last() <= time) {
          return line;
        }
      }
      if (lines.length == MOST) {
        return lines[MOST - 1];
      }
      Line line = new Line(pending, process, pending.made++);
      lines = Arrays.copyOf(lines, lines.length + 1);
      lines[lines.length - 1] = line;
      return line;
    }
  }

  private void joins(Line line) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    heap[size++] = line;
    up(size - 1);
  }

  /** Visits all events up to {@code watermark} in the order of their times. */
  void drain(long watermark, Visitor visitor) {
    while (size > 0 && heap[0].time() <= watermark) {
      Line first = heap[0];
      visitor.visit(first);
      first.remove();
      if (first.isEmpty()) {
        heap[0] = heap[--size];
      }
      down(0);
    }
  }

  private void up(int from) {
    int at = from;
    while (at > 0 && isBefore(heap[at], heap[(at - 1) / 2])) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void down(int from) {
    int at = from;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[at])) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int a, int b) {
    Line line = heap[a];
    heap[a] = heap[b];
    heap[b] = line;
  }

  /** At the same nanosecond what lets another thread go on comes before that thread's going on. */
  private static boolean isBefore(Line a, Line b) {
    long one = a.time();
    long other = b.time();
    if (one != other) {
      return one < other;
    }
    int byKind = rank(a.kind()) - rank(b.kind());
    return byKind != 0 ? byKind < 0 : a.index < b.index;
  }

  private static int rank(EventKind kind) {
    return switch (kind) {
      case LOCK_RELEASED,
          WAIT_BEGIN,
          NOTIFY,
          UNPARK,
          SYNC_STATE,
          PERMIT_RELEASED,
          ARRIVED,
          PUT,
          TASK_SUBMITTED,
          CHILD_START ->
          0;
      default -> 1;
    };
  }

  /** The waiting events of one segment: a ring that grows. */
  static final class Line {
    private static final EventKind[] KINDS = EventKind.values();
    private static final int FIELDS = 4;

    private final Pending pending;
    final int process;
    private final int index;
    private long[] fields = new long[8 * FIELDS];
    private @Nullable String @Nullable [] texts;
    private int head;
    private int size;
    private long last = Long.MIN_VALUE;

    private Line(Pending pending, int process, int index) {
      this.pending = pending;
      this.process = process;
      this.index = index;
    }

    boolean isEmpty() {
      return size == 0;
    }

    private int capacity() {
      return fields.length / FIELDS;
    }

    private int slot(int position) {
      return (head + position) & (capacity() - 1);
    }

    void add(
        EventKind kind,
        int flags,
        int lane,
        int thing,
        int site,
        long value,
        long time,
        @Nullable String text) {
      if (size == capacity()) {
        grow(size * 2);
      }
      last = Math.max(last, time);
      int at = slot(size);
      fields[at * FIELDS] = last;
      fields[at * FIELDS + 1] = value;
      fields[at * FIELDS + 2] = (long) lane << 32 | thing & 0xFFFF_FFFFL;
      fields[at * FIELDS + 3] = (long) (kind.ordinal() << 16 | flags) << 32 | site & 0xFFFF_FFFFL;
      if (text != null && texts == null) {
        texts = new @Nullable String[capacity()];
      }
      if (texts != null) {
        texts[at] = text;
      }
      if (size++ == 0) {
        pending.joins(this);
      }
    }

    long last() {
      return last;
    }

    private void grow(int capacity) {
      long[] more = new long[capacity * FIELDS];
      int first = Math.min(size, capacity() - head);
      System.arraycopy(fields, head * FIELDS, more, 0, first * FIELDS);
      System.arraycopy(fields, 0, more, first * FIELDS, (size - first) * FIELDS);
      if (texts != null) {
        @Nullable String[] moreTexts = new @Nullable String[capacity];
        System.arraycopy(texts, head, moreTexts, 0, first);
        System.arraycopy(texts, 0, moreTexts, first, size - first);
        texts = moreTexts;
      }
      fields = more;
      head = 0;
    }

    private void remove() {
      if (texts != null) {
        texts[head] = null;
      }
      head = slot(1);
      size--;
      if (size == 0 && capacity() > 1 << 16) {
        fields = new long[8 * FIELDS];
        texts = null;
        head = 0;
      }
    }

    EventKind kind() {
      return KINDS[(int) (fields[head * FIELDS + 3] >>> 48)];
    }

    int flags() {
      return (int) (fields[head * FIELDS + 3] >>> 32) & 0xFFFF;
    }

    int lane() {
      return (int) (fields[head * FIELDS + 2] >> 32);
    }

    int thing() {
      return (int) fields[head * FIELDS + 2];
    }

    int site() {
      return (int) fields[head * FIELDS + 3];
    }

    long value() {
      return fields[head * FIELDS + 1];
    }

    long time() {
      return fields[head * FIELDS];
    }

    @Nullable String text() {
      return texts == null ? null : texts[head];
    }
  }
}
