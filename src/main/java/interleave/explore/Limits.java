package interleave.explore;

/**
 * How far a search goes.
 *
 * @param preemptions how many an order may have; {@link #NONE} for any number
 * @param choices at how many of the first choices another thread may be tried
 * @param steps how many steps a run may take
 * @param runs how many runs there may be
 * @param states how many moments of the program may be kept, some 200 bytes each
 */
public record Limits(int preemptions, int choices, int steps, long runs, int states) {
  /** Without a limit. */
  public static final int NONE = Integer.MAX_VALUE;

  /** All orders, as far as this machine's memory goes. */
  public static final Limits USUAL = new Limits(NONE, NONE, 20_000, Long.MAX_VALUE, 400_000);

  public Limits preemptions(int other) {
    return new Limits(other, choices, steps, runs, states);
  }

  public Limits choices(int other) {
    return new Limits(preemptions, other, steps, runs, states);
  }

  public Limits steps(int other) {
    return new Limits(preemptions, choices, other, runs, states);
  }

  public Limits runs(long other) {
    return new Limits(preemptions, choices, steps, other, states);
  }

  public Limits states(int other) {
    return new Limits(preemptions, choices, steps, runs, other);
  }
}
