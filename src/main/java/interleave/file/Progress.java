package interleave.file;

/**
 * Hears how far saving or opening has come, and may end it. Called from the thread that does it.
 */
@FunctionalInterface
public interface Progress {
  Progress UNHEARD = (_, _) -> true;

  /**
   * So many bytes of about so many are done.
   *
   * @return whether to go on; if not, a {@link java.util.concurrent.CancellationException} follows
   *     and nothing of the work is left behind
   */
  boolean at(long done, long total);
}
