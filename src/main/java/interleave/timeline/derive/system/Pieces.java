package interleave.timeline.derive.system;

import interleave.event.WaitChannel;
import interleave.timeline.ThreadState;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.SpanColumns;

/**
 * Where the running spans of a lane are parted, because the system says something else of a part.
 * Each piece begins within a span, and ends with the next piece of the same span or with the span.
 * What a lane costs more by being sampled is these, and not its spans once more.
 */
public final class Pieces {
  private static final int KIND_BITS = 2;
  private static final ThreadState[] KINDS = {
    ThreadState.RUNNING, ThreadState.READY, ThreadState.UNTRACED_WAIT
  };

  private final SpanColumns spans;
  private final LongColumn starts = new LongColumn();
  private final IntColumn owners = new IntColumn();

  /** The kind of each, and its channel above. */
  private final ByteColumn states = new ByteColumn();

  /** For how long the lane was ready and waited in all pieces before this one. */
  private final LongColumn readyBefore = new LongColumn();

  private final LongColumn waitedBefore = new LongColumn();

  Pieces(SpanColumns spans) {
    this.spans = spans;
  }

  public int size() {
    return starts.size();
  }

  /** A piece of the last span that has begun by then; later than the one before it. */
  void add(int span, long start, ThreadState state, WaitChannel channel) {
    int last = size() - 1;
    long lasted = last < 0 ? 0 : endOf(last, owners.get(last) == span ? start : Long.MAX_VALUE);
    long length = last < 0 ? 0 : lasted - starts.get(last);
    readyBefore.add(before(readyBefore, last) + (is(last, ThreadState.READY) ? length : 0));
    waitedBefore.add(
        before(waitedBefore, last) + (is(last, ThreadState.UNTRACED_WAIT) ? length : 0));
    starts.add(start);
    owners.add(span);
    states.add(kindOf(state) | channel.ordinal() << KIND_BITS);
  }

  private static long before(LongColumn sums, int last) {
    return last < 0 ? 0 : sums.get(last);
  }

  private boolean is(int piece, ThreadState state) {
    return piece >= 0 && state(piece) == state;
  }

  private static int kindOf(ThreadState state) {
    return switch (state) {
      case READY -> 1;
      case UNTRACED_WAIT -> 2;
      default -> 0;
    };
  }

  /** What the span is at its end so far: running, unless the last piece is of it. */
  ThreadState stateAtEndOf(int span) {
    int last = size() - 1;
    return last >= 0 && owners.get(last) == span ? state(last) : ThreadState.RUNNING;
  }

  WaitChannel channelAtEndOf(int span) {
    int last = size() - 1;
    return last >= 0 && owners.get(last) == span ? channel(last) : WaitChannel.UNKNOWN;
  }

  /** Nothing may begin earlier than after this. */
  long lastStart() {
    return size() == 0 ? Long.MIN_VALUE : starts.get(size() - 1);
  }

  long start(int piece) {
    return starts.get(piece);
  }

  /** The span that it is a part of. */
  int span(int piece) {
    return owners.get(piece);
  }

  ThreadState state(int piece) {
    return KINDS[states.get(piece) & (1 << KIND_BITS) - 1];
  }

  WaitChannel channel(int piece) {
    return WaitChannel.values()[states.get(piece) >>> KIND_BITS];
  }

  private long endOf(int piece, long next) {
    return Math.min(next, spans.end(owners.get(piece)));
  }

  /** The last piece that begins by then, of the first {@code size}; -1 for none. */
  int floor(long time, int size) {
    return starts.floor(time, size);
  }

  /**
   * The last piece that is not behind the place {@code i} where spans and the first {@code size}
   * pieces stand in one row, -1 for none.
   */
  int before(int i, int size) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (owners.get(middle) + middle + 1 <= i) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** Nanoseconds in that state in the first {@code size} pieces, before {@code time}. */
  long nanosBefore(ThreadState state, long time, int size) {
    int last = floor(time, size);
    if (last < 0) {
      return 0;
    }
    long sum = (state == ThreadState.READY ? readyBefore : waitedBefore).get(last);
    return state(last) == state ? sum + Math.max(0, endOf(last, time) - starts.get(last)) : sum;
  }
}
