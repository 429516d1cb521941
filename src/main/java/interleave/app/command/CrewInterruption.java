package interleave.app.command;

import interleave.worker.Crew;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What happens at Ctrl+C while workers work for another machine: they end, and what they had taken
 * is given to others. Where we are to terminate, the engine sees to it that they do, too.
 */
final class CrewInterruption implements AutoCloseable {
  private @Nullable SignalHandler before;
  private volatile boolean happened;

  CrewInterruption(Crew crew) {
    try {
      before =
          Signal.handle(
              new Signal("INT"),
              _ -> {
                happened = true;
                crew.stop();
              });
    } catch (IllegalArgumentException e) {
      // This JVM was told to leave signals alone: Ctrl+C ends it.
    }
  }

  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    if (before != null) {
      Signal.handle(new Signal("INT"), before);
    }
  }
}
