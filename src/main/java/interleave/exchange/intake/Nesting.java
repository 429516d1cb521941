package interleave.exchange.intake;

import interleave.event.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes slots of a thread's records, which come in their order. A slice that was told as a whole is
 * written with its length, up to where what it lies in ends; whatever is still open within it ends
 * there, too. What ends and did not begin is counted and left out, as are slices that lie absurdly
 * deep.
 */
final class Nesting {
  static final int MOST_DEPTH = 1000;

  /** In the flags of a flow that arrives: it does so in the slice that begins next. */
  static final int NEXT = 1 << 13;

  /** So many flows may wait for a slice. */
  private static final int MOST_ARRIVALS = 1000;

  private static final int BEGIN = EventKind.SLICE_BEGIN.code();
  private static final int WHOLE = EventKind.SLICE.code();
  private static final int END = EventKind.SLICE_END.code();

  /** Begins and lengths are rounded apart: by so many ns an end may be off. */
  private static final long ROUNDED = 1000;

  private static final int FIRST = 8;
  private static final byte[] NOTHING = {};

  private final int thread;
  private final Unknowns unknowns;

  /** Of each open slice: when it ends at the latest, when it began, its name. */
  private long[] bounds = new long[FIRST];

  private long[] begins = new long[FIRST];
  private int[] names = new int[FIRST];

  /** Of each open slice whether an event tells its end. */
  private boolean[] told = new boolean[FIRST];

  private int depth;
  private int open;

  /** Flows that wait for the next slice: their names and numbers. */
  private final List<long[]> arrivals = new ArrayList<>();

  /** Ends that are to come of slices that had to end before. */
  private long ended;

  Nesting(int thread, Unknowns unknowns) {
    this.thread = thread;
    this.unknowns = unknowns;
  }

  /** The next record, and the ends of slices that come before it. */
  void take(long[] record, int at, byte[] texts, Slots to) {
    long time = record[at];
    int kind = (int) record[at + Records.KIND] & 0xFFFF;
    if (kind == END) {
      end(record, at, texts, to);
      return;
    }
    if (Records.isWithin(record, at)) {
      endBefore(time, to);
    } else {
      endAt(time, to);
    }
    if (Records.isOfNext(record, at)) {
      if (arrivals.size() < MOST_ARRIVALS) {
        arrivals.add(new long[] {record[at + Records.OBJECT], record[at + Records.VALUE]});
      }
      return;
    }
    boolean begins = kind == BEGIN || kind == WHOLE;
    if (begins) {
      begin(record, at);
      if (depth > MOST_DEPTH) {
        unknowns.count(Unknowns.TOO_DEEP);
        return;
      }
    }
    put(
        record,
        at,
        kind == WHOLE ? bounds[depth - 1] - time : record[at + Records.VALUE],
        texts,
        to);
    if (begins && !arrivals.isEmpty()) {
      arrivals.forEach(each -> to.put(EventKind.FLOW_IN.code(), 0, thread, each[0], each[1], time));
      arrivals.clear();
    }
  }

  private void put(long[] record, int at, long value, byte[] texts, Slots to) {
    long kind = record[at + Records.KIND];
    to.put(
        (int) kind & 0xFFFF,
        (int) (kind >>> 16) & 0xFFFF,
        thread,
        record[at + Records.OBJECT],
        value,
        record[at],
        texts,
        (int) record[at + Records.TEXT],
        (int) (kind >>> 32));
  }

  private void begin(long[] record, int at) {
    if (depth == bounds.length) {
      bounds = Arrays.copyOf(bounds, depth * 2);
      begins = Arrays.copyOf(begins, depth * 2);
      names = Arrays.copyOf(names, depth * 2);
      told = Arrays.copyOf(told, depth * 2);
    }
    long end = record[at + Records.END];
    long bound = depth == 0 ? Long.MAX_VALUE : bounds[depth - 1];
    if (end != 0 && end - ROUNDED > bound) {
      unknowns.count(Unknowns.OVERLAPPING);
    }
    bounds[depth] = end == 0 ? bound : Math.min(end, bound);
    begins[depth] = record[at];
    names[depth] = (int) record[at + Records.OBJECT];
    told[depth] = end == 0;
    open += end == 0 ? 1 : 0;
    depth++;
  }

  private void end(long[] record, int at, byte[] texts, Slots to) {
    long time = record[at];
    while (depth > 0 && bounds[depth - 1] < time) {
      cut(to, bounds[depth - 1]);
    }
    int which = ending((int) record[at + Records.OBJECT]);
    if (which < 0) {
      endOfNothing();
      return;
    }
    boolean named = (int) record[at + Records.OBJECT] != 0;
    while (depth - 1 > which) {
      if (named) {
        leave(to, time);
      } else {
        cut(to, time);
      }
    }
    depth--;
    open--;
    if (depth < MOST_DEPTH) {
      put(record, at, record[at + Records.VALUE], texts, to);
    }
  }

  private void endOfNothing() {
    if (ended > 0) {
      ended--;
    } else {
      unknowns.count(Unknowns.END_OF_NOTHING);
    }
  }

  /** Which of the open slices that is whose end is told; negative when it is none. */
  private int ending(int name) {
    int which = open == 0 ? -1 : depth - 1;
    while (which >= 0 && !(told[which] && (name == 0 || names[which] == name))) {
      which--;
    }
    return which;
  }

  /** Ends the innermost slice, though nobody told that it ends then. */
  private void cut(Slots to, long time) {
    ended += told[depth - 1] ? 1 : 0;
    if (bounds[depth - 1] - ROUNDED > time || told[depth - 1]) {
      unknowns.count(Unknowns.OVERLAPPING);
    }
    leave(to, time);
  }

  private void leave(Slots to, long time) {
    depth--;
    if (!told[depth]) {
      return; // it was written with its length
    }
    open--;
    if (depth < MOST_DEPTH) {
      to.put(END, 0, thread, 0, 0, time, NOTHING, 0, 0);
    }
  }

  /** Ends what ends by then. */
  void endAt(long time, Slots to) {
    while (depth > 0 && bounds[depth - 1] <= time && bounds[depth - 1] != Long.MAX_VALUE) {
      cut(to, bounds[depth - 1]);
    }
  }

  /** Ends what ends before that, and what began before it and ends then. */
  private void endBefore(long time, Slots to) {
    while (depth > 0
        && bounds[depth - 1] <= time
        && (bounds[depth - 1] < time || begins[depth - 1] < time)) {
      cut(to, bounds[depth - 1]);
    }
  }

  /** No more records come; what was told to begin and not to end stays open. */
  void finish(Slots to) {
    endAt(Long.MAX_VALUE, to);
    unknowns.count(Unknowns.ARRIVALS, arrivals.size());
  }
}
