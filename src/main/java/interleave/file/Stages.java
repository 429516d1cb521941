package interleave.file;

/**
 * Pieces of work that follow each other, heard of as one that never goes back. A piece of which
 * nothing was heard had nothing to do: the next one begins where the one before it ended, and not
 * behind a share that nobody needed.
 */
public final class Stages {
  private final Progress whole;
  private double reached;

  public Stages(Progress whole) {
    this.whole = whole;
  }

  /**
   * Hears of the next piece, which ends at that share of the way. It begins as far as the way has
   * come when it is first heard of.
   */
  public Progress upTo(double share) {
    return new Stage(share);
  }

  private final class Stage implements Progress {
    private final double end;
    private double begin = -1;

    Stage(double end) {
      this.end = end;
    }

    @Override
    public boolean at(long done, long total) {
      begin = begin < 0 ? Math.min(reached, end) : begin;
      double part = total <= 0 ? 1 : Math.clamp((double) done / total, 0, 1);
      reached = Math.max(reached, begin + (end - begin) * part);
      return whole.at(Math.round(reached * WHOLE), WHOLE);
    }
  }
}
