package interleave.timeline.derive.column;

import interleave.timeline.column.LongColumn;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Smallest and largest values of 16 accesses, of 16 times 16, and so on; a node is complete before
 * it is kept, so levels only grow at their ends.
 */
public final class Extremes {
  /** Values under one node. */
  private static final int FAN = 16;

  private static final int LEVELS = 7;
  private final LongColumn[] lows = new LongColumn[LEVELS];
  private final LongColumn[] highs = new LongColumn[LEVELS];
  private final double[] low = new double[LEVELS];
  private final double[] high = new double[LEVELS];
  private final int[] filled = new int[LEVELS];

  public Extremes() {
    for (int i = 0; i < LEVELS; i++) {
      lows[i] = new LongColumn();
      highs[i] = new LongColumn();
    }
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  public void add(double value) {
    double least = value;
    double most = value;
    for (int level = 0; level < LEVELS; level++) {
      low[level] = Math.min(low[level], least);
      high[level] = Math.max(high[level], most);
      if (++filled[level] < FAN) {
        return;
      }
      least = low[level];
      most = high[level];
      lows[level].add(Double.doubleToRawLongBits(least));
      highs[level].add(Double.doubleToRawLongBits(most));
      low[level] = Double.POSITIVE_INFINITY;
      high[level] = Double.NEGATIVE_INFINITY;
      filled[level] = 0;
    }
  }

  /** The least ({@code sign} 1) or the negated greatest ({@code sign} -1) of values [from, to). */
  private double least(IntToDoubleFunction of, int from, int to, int sign) {
    double least = Double.POSITIVE_INFINITY;
    int at = from;
    while (at < to) {
      int level = -1;
      int span = 1;
      while (level + 1 < LEVELS && at % (span * FAN) == 0 && at + span * FAN <= to) {
        span *= FAN;
        level++;
      }
      least = Math.min(least, sign * node(of, level, at / span, sign));
      at += span;
    }
    return least;
  }

  /** The same of values [from, to), as it is; {@link Double#NaN} where there are none. */
  public double extreme(IntToDoubleFunction of, int from, int to, int sign) {
    return from >= to ? Double.NaN : sign * least(of, from, to, sign);
  }

  private double node(IntToDoubleFunction of, int level, int at, int sign) {
    if (level < 0) {
      return of.applyAsDouble(at);
    }
    return Double.longBitsToDouble(sign > 0 ? lows[level].get(at) : highs[level].get(at));
  }
}
