package interleave.timeline.lod;

/**
 * Which of many arrows are drawn, so that they do not become a wall: a few are drawn wherever they
 * lie; of more, the first of each piece of time that is wide enough for one. As pieces hang on
 * time, the same ones stay while one pans.
 */
public final class ArrowDensity {
  /** So many can be told apart wherever they lie. */
  public static final int FEW = 16;

  private static final double APART = 36;

  private final Bins bins;
  private final boolean few;
  private final boolean hidden;
  private long last = Long.MIN_VALUE;
  private int drawn;
  private int all;

  /**
   * @param count how many there are in sight, of those that share the room
   * @param hidden whether none is to be drawn but what is lit
   */
  public ArrowDensity(double nsPerPixel, int count, boolean hidden) {
    bins = Bins.of(nsPerPixel * APART);
    few = count <= FEW;
    this.hidden = hidden;
  }

  /**
   * Whether an arrow that begins then is drawn; to be asked in the order of time.
   *
   * @param lit whether it is selected or pointed at, and so is drawn in any case
   */
  public boolean admits(long time, boolean lit) {
    all++;
    long bin = bins.floor(time);
    boolean first = bin != last;
    if (!lit && (hidden || (!few && !first))) {
      return false;
    }
    if (!lit) {
      last = bin;
    }
    drawn++;
    return true;
  }

  /** Whether there are so many that what is not lit stands back. */
  public boolean crowded() {
    return !few;
  }

  public int drawn() {
    return drawn;
  }

  public int all() {
    return all;
  }
}
