package interleave.explore;

import java.io.IOException;

/** Runs a program in one order after the other. */
public interface Exploration {
  /**
   * Goes on by one run, or by some thinking.
   *
   * @return whether there is more to do
   * @throws IOException where no run came about; one may go on nevertheless
   */
  boolean advance() throws IOException;

  Progress progress();

  /** What was found, with how many orders lead to it where that can be counted. */
  Endings endings();

  /** What was found so far; nothing is counted for it. */
  Endings found();
}
