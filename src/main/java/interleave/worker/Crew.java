package interleave.worker;

import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.engine.StartException;
import interleave.process.broker.BrokerAddress;
import interleave.remote.RecordingShipper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The workers of this machine, each a process of its own with a recording of its own, which is sent
 * to the run that they work for.
 */
public final class Crew implements AutoCloseable {
  /** So long sending what is left may take when they have ended. */
  private static final Duration FAREWELL = Duration.ofSeconds(8);

  private final List<Run> runs = new ArrayList<>();
  private final List<RecordingShipper> shippers = new ArrayList<>();

  private Crew() {}

  /**
   * Starts one for each of {@code launches}.
   *
   * @param address the broker of the run that they work for
   */
  public static Crew start(
      Engine engine, List<Launch> launches, Settings settings, BrokerAddress address)
      throws StartException {
    Crew crew = new Crew();
    try {
      for (Launch launch : launches) {
        Run run = engine.start(launch, settings);
        crew.runs.add(run);
        crew.shippers.add(RecordingShipper.start(run.recording(), address));
        closeInput(run);
      }
      return crew;
    } catch (StartException e) {
      crew.close();
      throw e;
    }
  }

  private static void closeInput(Run run) {
    try {
      run.closeInput();
    } catch (IOException e) {
      // it has ended already
    }
  }

  /** Waits until all have ended, no longer than that; returns whether they have. */
  public boolean await(Duration longest) throws InterruptedException {
    CompletableFuture<?>[] ends =
        runs.stream().map(Run::ended).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(longest.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      return true; // one was lost sight of; the others are stopped with it
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** Ends them; what they had taken is given to others. Blocks until they are gone. */
  public void stop() {
    runs.forEach(Run::stop);
  }

  /**
   * They have ended, and what is left of their recordings is sent.
   *
   * @return about how many bytes could not be sent
   */
  public long finish() {
    long end = System.nanoTime() + FAREWELL.toNanos();
    long left = 0;
    for (RecordingShipper shipper : shippers) {
      left += shipper.finish(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return left;
  }

  /** The exit code of the first that did not end well, 0 where all did. */
  public int code() {
    return runs.stream()
        .map(Run::ended)
        .mapToInt(
            end ->
                end.isDone() && !end.isCompletedExceptionally()
                    ? end.getNow(new Exit(1, null)).code()
                    : 1)
        .filter(code -> code != 0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    runs.forEach(Run::stop);
    shippers.forEach(RecordingShipper::close);
    runs.forEach(Run::close);
  }
}
