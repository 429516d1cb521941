package interleave.remote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * How another machine's monotonic clock relates to this one's, as far as questions and answers
 * tell:
 *
 * <pre>
 *   here   asked ───╲                      ╱─── heard
 *   there            ╲─ received  answered ╱
 * </pre>
 *
 * <p>What was received there had been asked before, and what was answered was heard after: so the
 * difference of the clocks lies between {@code asked - received} and {@code heard - answered},
 * however unequal the two ways are. What several exchanges leave is what all of them leave, each
 * widened by what clocks may drift apart since. Where that is nothing, a clock was set or slept,
 * and the last exchange counts alone.
 *
 * <p>Times are translated with the middle of that, and never back: from one estimate to the next
 * the translation glides, and what is told of its uncertainty has in it how far it still has to go.
 */
final class ClockRelation {
  /**
   * Two quartzes go apart by less, a part in ten thousand; a clock that is being corrected may for
   * a while, and is found out by an exchange that contradicts.
   */
  static final double DRIFT = 1e-4;

  /** After so many exchanges times may be translated. */
  static final int ENOUGH = 8;

  /** While the translation goes back it lets time pass slower by that part. */
  private static final double GLIDE = 0.05;

  /** Further than that it goes back more quickly, and ahead at once. */
  private static final long FAR_NS = 10_000_000;

  private static final double STEEP = 0.5;
  private static final int MOST_PIECES = 64;

  /** Nothing is from longer after the last exchange, whatever it says. */
  private static final long MOST_AHEAD = 60_000_000_000L;

  /** From {@code since} there on, the difference goes from one to the other by {@code slope}. */
  private record Piece(long since, long from, long to, double slope) {
    long at(long there) {
      double gone = Math.abs(slope) * Math.max(0, there - since);
      return gone >= Math.abs(to - from) ? to : from + (long) (to > from ? gone : -gone);
    }
  }

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private long least;
  private long most;

  /** When there the bounds were those. */
  private long at;

  private long newest = Long.MIN_VALUE;
  private int exchanges;
  private int contradictions;

  /** Whether times may be translated. */
  boolean isKnown() {
    return exchanges >= ENOUGH;
  }

  /** How many exchanges there were. */
  int exchanges() {
    return exchanges;
  }

  /** How often an exchange did not fit those before. */
  int contradictions() {
    return contradictions;
  }

  /**
   * An exchange. One that cannot be is left out.
   *
   * @param asked by the clock here, as {@code heard}
   * @param received by the clock there, as {@code answered}
   */
  void exchanged(long asked, long received, long answered, long heard) {
    long there = answered - received;
    if (there < 0 || there > heard - asked) {
      return;
    }
    long low = asked - received;
    long high = heard - answered;
    if (exchanges++ > 0) {
      long drift = drift(answered);
      long lower = Math.max(least - drift, low);
      long higher = Math.min(most + drift, high);
      contradictions += lower > higher ? 1 : 0;
      low = lower > higher ? low : lower;
      high = lower > higher ? high : higher;
    }
    least = low;
    most = high;
    at = answered;
    steer(low + (high - low) / 2);
  }

  private long drift(long there) {
    return (long) (Math.abs((double) there - at) * DRIFT) + 1;
  }

  private void steer(long target) {
    if (newest == Long.MIN_VALUE) {
      pieces.clear();
      pieces.add(new Piece(at, target, target, GLIDE));
      return;
    }
    long since = Math.max(newest, pieces.getLast().since());
    long now = offset(since);
    long apart = target - now;
    double slope = apart < -FAR_NS ? STEEP : GLIDE;
    pieces.add(new Piece(since, apart > FAR_NS ? target : now, target, slope));
    if (pieces.size() > MOST_PIECES) {
      pieces.removeFirst();
    }
  }

  /** What time it was here at a time there. Later times never become earlier ones. */
  long here(long there) {
    newest = Math.max(newest, Math.min(there, at + MOST_AHEAD));
    return there + offset(there);
  }

  private long offset(long there) {
    for (Iterator<Piece> last = pieces.descendingIterator(); last.hasNext(); ) {
      Piece piece = last.next();
      if (piece.since() <= there || !last.hasNext()) {
        return piece.at(there);
      }
    }
    return 0;
  }

  /** By how much {@link #here} may be wrong at a time there, at most, as far as is known now. */
  long uncertainty(long there) {
    long offset = offset(there);
    long drift = drift(there);
    return Math.max(0, Math.max(most + drift - offset, offset - (least - drift)));
  }
}
