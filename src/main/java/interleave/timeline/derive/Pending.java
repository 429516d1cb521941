package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.derive.column.CrowdBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events that concern more than their own thread and wait for their turn in time.
 *
 * <p>Each segment delivers its events in the order of their times, but for a few: a thread may say
 * afterwards when it began to wait, and virtual threads take turns in one segment. So each segment
 * has a {@link PendingLine}, and another one for what does not fit at the end of the first, and so
 * on. Taking events out is a merge of these lines: a heap holds those that are not empty, the one
 * with the oldest event on top. An event costs log(lines) and is moved once, however often is
 * drained and however much stays behind the watermark.
 */
final class Pending {
  private PendingLine[] heap = new PendingLine[8];
  private int size;
  private int made;
  private long watermark = Long.MIN_VALUE;
  private boolean late;

  /** Hears what is oldest. */
  interface Visitor {
    /** Takes the oldest event of {@code line}, which it must not keep. */
    void event(PendingLine line);

    /**
     * A lane of a crowd went from one state to another; ordinals, or {@link CrowdBuilder#GONE}.
     *
     * @param carrier who ran it last, -1 when not known
     */
    void changed(int lane, int from, int to, int carrier, long time);
  }

  /** Lines for a segment of the process with that index on that host, -1 for the engine's. */
  Lines lines(int process, int host) {
    return new Lines(new PendingLine(process, host, made++));
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
    PendingLine line = lineAt(in, turn);
    line.add(kind, flags, lane, thing, site, value, turn, text);
    joined(line);
  }

  /** A change of state waits for its turn, as {@link Visitor#changed} is to hear it. */
  void changed(Lines in, int lane, int from, int to, int carrier, long time) {
    long turn = turn(time);
    PendingLine line = lineAt(in, turn);
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

  /** How many wait. */
  long size() {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += heap[i].size();
    }
    return sum;
  }

  /** Up to when all was visited. */
  long watermark() {
    return watermark;
  }

  /** What waits of one segment. */
  static final class Lines {
    /** More than this is disorder on purpose; what fits nowhere then waits a little too long. */
    private static final int MOST = 32;

    private PendingLine[] lines;

    private Lines(PendingLine first) {
      lines = new PendingLine[] {first};
    }
  }

  /** The first line at whose end an event of that time may stand. */
  private PendingLine lineAt(Lines in, long time) {
    PendingLine[] lines = in.lines;
    for (PendingLine line : lines) {
      if (line.last() <= time) {
        return line;
      }
    }
    if (lines.length == Lines.MOST) {
      return lines[Lines.MOST - 1];
    }
    PendingLine line = new PendingLine(lines[0].process, lines[0].host, made++);
    in.lines = Arrays.copyOf(lines, lines.length + 1);
    in.lines[lines.length] = line;
    return line;
  }

  private void joined(PendingLine line) {
    if (line.size() == 1) {
      joins(line);
    }
  }

  private void joins(PendingLine line) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    heap[size++] = line;
    up(size - 1);
  }

  /** Visits all that happened up to then, in the order of time. */
  void drain(long to, Visitor visitor) {
    while (size > 0 && heap[0].time() <= to) {
      PendingLine first = heap[0];
      long before = Math.min(to, second() - 1);
      do {
        first.tell(visitor);
        first.remove();
      } while (!first.isEmpty() && first.time() <= before);
      if (first.isEmpty()) {
        heap[0] = heap[--size];
      }
      down(0);
    }
    watermark = Math.max(watermark, to);
  }

  /** The time of the oldest event of all lines but the first: until then that one is ahead. */
  private long second() {
    long time = size > 1 ? heap[1].time() : Long.MAX_VALUE;
    return size > 2 ? Math.min(time, heap[2].time()) : time;
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
    PendingLine line = heap[a];
    heap[a] = heap[b];
    heap[b] = line;
  }

  /** At the same nanosecond what lets another thread go on comes before that thread's going on. */
  private static boolean isBefore(PendingLine a, PendingLine b) {
    long one = a.time();
    long other = b.time();
    if (one != other) {
      return one < other;
    }
    int byKind = a.rank() - b.rank();
    return byKind != 0 ? byKind < 0 : a.index < b.index;
  }
}
