package interleave.tail;

/** Hears how far a recording was read, and may end that. Called from the thread that reads. */
@FunctionalInterface
public interface Hearing {
  Hearing NOBODY = (_, _) -> true;

  /**
   * So many of so many bytes were read.
   *
   * @return whether to go on
   */
  boolean at(long done, long total);
}
