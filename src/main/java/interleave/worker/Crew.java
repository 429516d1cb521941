package interleave.worker;

import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.engine.StartException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The workers of this machine, each a process of its own with a recording of its own. */
public final class Crew implements AutoCloseable {
  private final List<Run> runs = new ArrayList<>();

  private Crew() {}

  /** Starts one for each of {@code launches}. */
  public static Crew start(Engine engine, List<Launch> launches, Settings settings)
      throws StartException {
    Crew crew = new Crew();
    try {
      for (Launch launch : launches) {
        Run run = engine.start(launch, settings);
        crew.runs.add(run);
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
    runs.forEach(Run::close);
  }
}
