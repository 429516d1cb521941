package interleave.exercise;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.event.Recording;
import interleave.lesson.recorded.RecordedRun;
import interleave.program.Program;
import interleave.scenario.expression.Expression;
import interleave.tail.LiveTimeline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program once as it likes, recorded and unseen. */
final class TracedRun {
  private static final long LOOK_MS = 100;

  private final Installation installation;
  private volatile boolean cancelled;

  TracedRun(Installation installation) {
    this.installation = installation;
  }

  /**
   * Whether that holds of its recording.
   *
   * @param longest after so long it is stopped
   */
  boolean holds(Expression condition, Program program, Duration longest) throws IOException {
    Settings settings = new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {});
    try (Run run = new Engine(installation).start(program.launch(installation), settings)) {
      await(run, longest);
      return condition.holds(RecordedRun.of(LiveTimeline.load(run.recording())));
    }
  }

  private void await(Run run, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end && !cancelled) {
      try {
        run.ended().get(LOOK_MS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        // It goes on.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
    }
    run.stop();
  }

  /** Ends it. From any thread. */
  void cancel() {
    cancelled = true;
  }
}
