package interleave.laboratory;

import java.io.Closeable;
import java.io.IOException;

/** Whoever starts hosts of one program, one after the other. */
interface Hosts extends Closeable {
  /**
   * Starts one.
   *
   * @param address what it needs to find its way here
   */
  Host start(String address) throws IOException;

  /** What was laid out for them goes. */
  @Override
  void close();

  /** One that was started. */
  interface Host {
    boolean isAlive();

    /** What it printed last, such as why it ended; may be empty. */
    String lastWords();

    /** It was told that it is no longer needed: ends it if it does not in a moment. */
    void leave();

    /** Ends it, and whatever it has started. */
    void end();
  }
}
