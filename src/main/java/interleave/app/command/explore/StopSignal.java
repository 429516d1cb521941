package interleave.app.command.explore;

import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl+C ends the exploration, and what was found is told; a second one ends all. */
public final class StopSignal implements AutoCloseable {
  private @Nullable SignalHandler before;

  public StopSignal(Runnable stop) {
    try {
      Signal signal = new Signal("INT");
      before =
          Signal.handle(
              signal,
              _ -> {
                close();
                stop.run();
              });
    } catch (IllegalArgumentException e) {
      // This JVM was told to leave signals alone: Ctrl+C ends it.
    }
  }

  @Override
  public void close() {
    SignalHandler handler = before;
    if (handler != null) {
      Signal.handle(new Signal("INT"), handler);
    }
  }
}
