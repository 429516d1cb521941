package interleave.timeline.lod;

import interleave.timeline.BinKeys;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to draw of a sequence between two times. What is at least two bins long is drawn on its own;
 * what is shorter is summed up bin by bin, and neighbouring bins in which the same dominates become
 * one piece:
 *
 * <pre>
 *   events  |#####|.|#|.|.|#|=========|#####|
 *   bins    | | | | | | | | | | | | | | | | |
 *   pieces  |##### |..#..   |=========|#####|
 *            own    summed   own       own
 * </pre>
 *
 * A bin costs a few binary searches, so a lane costs by its pixels. Whatever happened within a bin
 * is seen in it, however short: a bin stays empty only where nothing was.
 */
public final class Detail {
  private final Sequence sequence;
  private final Bins bins;
  private final long to;
  private final long now;
  private final List<Piece> pieces = new ArrayList<>();
  private final @Nullable BinKeys kept;

  /** What ends before is complete. */
  private final long settled;

  private Detail(Sequence sequence, Bins bins, long to, long now) {
    this.sequence = sequence;
    this.bins = bins;
    this.to = to;
    this.now = now;
    kept = sequence.kept();
    settled = sequence.size() == 0 ? Long.MIN_VALUE : sequence.start(sequence.size() - 1);
  }

  /** The pieces of [from, to); open ends reach to {@code now}. */
  public static List<Piece> of(Sequence sequence, Bins bins, long from, long to, long now) {
    Detail detail = new Detail(sequence, bins, to, now);
    if (sequence.size() > 0) {
      detail.run(bins.floor(from));
    }
    return detail.pieces;
  }

  private void run(long from) {
    long time = from;
    while (time < to) {
      long known = kept == null ? time : known(kept, time);
      if (known > time) {
        time = known;
        continue;
      }
      int i = sequence.at(time);
      long end = i >= 0 ? end(i) : Long.MIN_VALUE;
      if (end > time && bins.wide(end - sequence.start(i))) {
        add(new Piece(sequence.start(i), end, i, sequence.key(i)));
        time = end;
      } else if (end <= time && nextStart(i) >= bins.next(time)) {
        long next = Math.max(bins.next(time), bins.floor(nextStart(i)));
        keep(time, bins.next(time), i, Sequence.NOTHING);
        time = next;
      } else {
        time = summed(time);
      }
    }
  }

  /** Adds what is kept of the bins from there on; up to where that is. */
  private long known(BinKeys keys, long from) {
    long time = from;
    if (time != bins.floor(time)) {
      return time;
    }
    int key = keys.get(bins.size(), time);
    while (key != BinKeys.UNKNOWN && time < to) {
      long begun = time;
      int same = key;
      while (key == same && time < to) {
        time += bins.size();
        key = keys.get(bins.size(), time);
      }
      if (same != Sequence.NOTHING) {
        add(new Piece(begun, time, -1, same));
      }
    }
    return time;
  }

  /** Keeps what dominates a whole bin; {@code last} is the last that starts within it. */
  private void keep(long from, long end, int last, int key) {
    boolean complete = end <= settled && (last < 0 || sequence.end(last) != Timeline.OPEN);
    if (kept != null && complete && from == bins.floor(from) && end == bins.next(from)) {
      kept.keep(bins.size(), from, key);
    }
  }

  /** Sums up the rest of the bin, or what comes before a wide event that starts in it. */
  private long summed(long time) {
    long end = bins.next(time);
    int last = sequence.at(end - 1);
    if (last >= 0 && sequence.start(last) > time && bins.wide(end(last) - sequence.start(last))) {
      end = sequence.start(last);
    }
    int key = sequence.dominant(time, end);
    keep(time, end, last, key);
    if (key != Sequence.NOTHING) {
      add(new Piece(time, end, -1, key));
    }
    return end;
  }

  private void add(Piece piece) {
    if (!pieces.isEmpty() && continues(pieces.getLast(), piece)) {
      Piece before = pieces.removeLast();
      pieces.add(new Piece(before.from(), piece.to(), -1, piece.key()));
    } else {
      pieces.add(piece);
    }
  }

  private static boolean continues(Piece before, Piece piece) {
    return !before.single()
        && !piece.single()
        && before.key() == piece.key()
        && before.to() == piece.from();
  }

  private long end(int i) {
    long end = sequence.end(i);
    return end == Timeline.OPEN ? Math.max(now, sequence.start(i) + 1) : end;
  }

  private long nextStart(int i) {
    return i + 1 < sequence.size() ? sequence.start(i + 1) : Long.MAX_VALUE;
  }
}
