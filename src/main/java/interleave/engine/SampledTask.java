package interleave.engine;

import java.io.IOException;

/** What is looked at again and again: a process for its threads, a thread for what it does. */
abstract class SampledTask {
  /** When it is to be looked at next. */
  long due;

  /**
   * Looks at it.
   *
   * @return after how many nanoseconds to look again
   * @throws IOException when it is gone
   */
  abstract long look(long now) throws IOException;

  /** It is gone, or nobody wants to know any more. */
  abstract void gone(long now);
}
