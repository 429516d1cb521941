package interleave.explore;

/**
 * What random runs promise of an ending that comes about when {@code depth} events, rightly chosen,
 * are in the right order.
 *
 * @param threads how many there were at most
 * @param choices how many a run had at most
 * @param runs how many there were
 */
public record Chance(int depth, int threads, int choices, long runs) {
  /** Each run meets it at least with this probability. */
  public double ofOne() {
    return 1 / (Math.max(1, threads) * Math.pow(Math.max(1, choices), depth - 1.0));
  }

  /** One of all runs at least did with this. */
  public double ofAll() {
    return -Math.expm1(runs * Math.log1p(-Math.min(ofOne(), 1 - 1e-12)));
  }
}
