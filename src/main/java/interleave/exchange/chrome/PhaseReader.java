package interleave.exchange.chrome;

import java.io.IOException;

/**
 * Understands events of some phases. There is one class for each kind of them, and one place that
 * calls them: so the compiler makes a small piece of code of each, once. Of one method for all it
 * made a large one, and that three times, for those that call it and within its loop.
 */
interface PhaseReader {
  /**
   * Hands on what an event tells.
   *
   * @param base where the fields of the event begin in the batch
   */
  void read(Batch batch, int base, TraceProcess process) throws IOException;
}
