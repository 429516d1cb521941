package interleave.file;

import java.util.concurrent.CancellationException;

/**
 * Hears how far saving or opening has come, and may end it. Called from the thread that does it.
 */
@FunctionalInterface
public interface Progress {
  Progress UNHEARD = (_, _) -> true;

  /**
   * So many bytes of about so many are done.
   *
   * @return whether to go on; if not, a {@link CancellationException} follows and nothing of the
   *     work is left behind
   */
  boolean at(long done, long total);

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
