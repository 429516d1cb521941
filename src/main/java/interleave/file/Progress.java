package interleave.file;

import java.util.concurrent.CancellationException;

/**
 * Hears how far saving or opening has come, and may end it. Called from the thread that does it.
 */
@FunctionalInterface
public interface Progress {
  /** Of this much a part tells. */
  long WHOLE = 1_000_000;

  Progress UNHEARD =
      new Progress() {
        @Override
        public boolean at(long done, long total) {
          return true;
        }

        @Override
        public Progress part(double from, double to) {
          return this;
        }
      };

  /**
   * So many bytes of about so many are done.
   *
   * @return whether to go on; if not, a {@link CancellationException} follows and nothing of the
   *     work is left behind
   */
  boolean at(long done, long total);

  /** Hears of a part of the work, from the one share of it to the other. */
  default Progress part(double from, double to) {
    return (done, total) -> {
      double share =
          from + (to - from) * (total <= 0 ? 1 : Math.clamp((double) done / total, 0, 1));
      return at(Math.round(share * WHOLE), WHOLE);
    };
  }

  /**
   * Tells how far the work has come.
   *
   * @throws CancellationException when it is to end
   */
  static void check(Progress progress, long done, long total) {
    if (!progress.at(done, total)) {
      throw new CancellationException("cancelled");
    }
  }
}
