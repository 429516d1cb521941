package interleave.timeline.range;

import java.util.concurrent.CancellationException;

/** How long somebody waits for an answer: asked now and then by who works on it, on its thread. */
@FunctionalInterface
public interface Patience {
  /** For what is done soon, or has to be done. */
  Patience ENDLESS = () -> false;

  /** Whether nobody wants the answer any more. */
  boolean isOver();

  /** Gives up where nobody wants it any more. */
  default void check() {
    if (isOver()) {
      throw new CancellationException();
    }
  }

  /** The same for the i-th of very many steps: not at each. */
  default void check(int i) {
    if ((i & 0xfff) == 0) {
      check();
    }
  }
}
