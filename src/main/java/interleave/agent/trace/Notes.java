package interleave.agent.trace;

import java.util.concurrent.atomic.AtomicInteger;

/** What the tracer has to say about itself; never more than a reader would read. */
public final class Notes {
  private static final int MOST = 200;
  private static final AtomicInteger SAID = new AtomicInteger();

  private Notes() {}

  public static void say(String sentence) {
    try {
      if (SAID.incrementAndGet() <= MOST) {
        Lane.RECORDER.note(sentence);
      }
    } catch (Throwable e) {
      // There is nobody left to tell.
    }
  }
}
