package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.grammar.EventGrammar;
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
  private long watermark = Long.MIN_VALUE;
  private boolean late;

  /** Hears what is oldest. */
  interface Visitor {
    /** Takes the oldest event of {@code line}, which it must not keep. */
    void event(Line line);

    /**
     * A lane of a crowd went from one state to another; ordinals, or {@link CrowdBuilder#GONE}.
     *
     * @param carrier who ran it last, -1 when not known
     */
    void changed(int lane, int from, int to, int carrier, long time);
  }

  /** Lines for a segment of the process with that index, -1 for the engine's. */
  Lines lines(int process) {
    return new Lines(new Line(process, made++));
  }

  /** An event waits for its turn. */
  void event(
      Lines in,
      EventKind kind,
      int flags,
      int lane,
      int thing,
      int site,
      long value,
      long time,
      @Nullable String text) {
    long turn = turn(time);
    Line line = lineAt(in, turn);
    line.add(kind, flags, lane, thing, site, value, turn, text);
    joined(line);
  }

  /** A change of state waits for its turn, as {@link Visitor#changed} is to hear it. */
  void changed(Lines in, int lane, int from, int to, int carrier, long time) {
    long turn = turn(time);
    Line line = lineAt(in, turn);
    line.add(lane, from, to, carrier, turn);
    joined(line);
  }

  /** Of what comes too late it is the turn at the watermark. */
  private long turn(long time) {
    late |= time < watermark;
    return Math.max(time, watermark);
  }

  /** Whether anything ever came too late to be taken in its turn. */
  boolean late() {
    return late;
  }

  /** Up to when all was visited. */
  long watermark() {
    return watermark;
  }

  /** What waits of one segment. */
  static final class Lines {
    /** More than this is disorder on purpose; what fits nowhere then waits a little too long. */
    private static final int MOST = 32;

    private Line[] lines;

    private Lines(Line first) {
      lines = new Line[] {first};
    }
  }

  /** The first line at whose end an event of that time may stand. */
  private Line lineAt(Lines in, long time) {
    Line[] lines = in.lines;
    for (Line line : lines) {
      if (line.last <= time) {
        return line;
      }
    }
    if (lines.length == Lines.MOST) {
      return lines[Lines.MOST - 1];
    }
    Line line = new Line(lines[0].process, made++);
    in.lines = Arrays.copyOf(lines, lines.length + 1);
    in.lines[lines.length] = line;
    return line;
  }

  private void joined(Line line) {
    if (line.size == 1) {
      joins(line);
    }
  }

  private void joins(Line line) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    heap[size++] = line;
    up(size - 1);
  }

  /** Visits all that happened up to then, in the order of time. */
  void drain(long to, Visitor visitor) {
    while (size > 0 && heap[0].time() <= to) {
      Line first = heap[0];
      first.tell(visitor);
      first.remove();
      if (first.isEmpty()) {
        heap[0] = heap[--size];
      }
      down(0);
    }
    watermark = Math.max(watermark, to);
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
    int byKind = a.rank() - b.rank();
    return byKind != 0 ? byKind < 0 : a.index < b.index;
  }

  /** The waiting events of one segment: a ring that grows. */
  static final class Line {
    private static final EventKind[] KINDS = EventKind.values();
    private static final int FIELDS = 4;

    /** In place of the kind of an event: a change of state, whose fields mean other things. */
    private static final int CHANGE = 0xFFFF;

    final int process;
    private final int index;
    private long[] fields = new long[8 * FIELDS];
    private @Nullable String @Nullable [] texts;
    private int head;
    private int size;
    private long last = Long.MIN_VALUE;

    private Line(int process, int index) {
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

    private void add(
        EventKind kind,
        int flags,
        int lane,
        int thing,
        int site,
        long value,
        long time,
        @Nullable String text) {
      int at = put(time, value, pair(lane, thing), pair(kind.ordinal() << 16 | flags, site));
      if (text != null && texts == null) {
        texts = new @Nullable String[capacity()];
      }
      if (texts != null) {
        texts[at] = text;
      }
    }

    private void add(int lane, int from, int to, int carrier, long time) {
      put(time, pair(from, to), pair(lane, carrier), pair(CHANGE << 16, 0));
    }

    private static long pair(int high, int low) {
      return (long) high << 32 | low & 0xFFFF_FFFFL;
    }

    private int put(long time, long first, long second, long third) {
      if (size == capacity()) {
        grow(size * 2);
      }
      last = Math.max(last, time);
      int at = slot(size++);
      fields[at * FIELDS] = last;
      fields[at * FIELDS + 1] = first;
      fields[at * FIELDS + 2] = second;
      fields[at * FIELDS + 3] = third;
      return at;
    }

    private boolean isChange() {
      return fields[head * FIELDS + 3] >>> 48 == CHANGE;
    }

    private void tell(Visitor visitor) {
      if (isChange()) {
        long states = fields[head * FIELDS + 1];
        visitor.changed(lane(), (int) (states >> 32), (int) states, thing(), time());
      } else {
        visitor.event(this);
      }
    }

    private int rank() {
      return isChange() ? 1 : EventGrammar.of(kind()).rank();
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
