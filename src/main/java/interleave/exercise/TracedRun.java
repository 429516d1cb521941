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
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
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
   * What its recording says.
   *
   * @param missing variables that are asked for by name and are not in it
   */
  record Seen(boolean holds, Set<String> missing) {}

  /**
   * Whether that holds of its recording.
   *
   * @param longest after so long it is stopped
   */
  Seen holds(Expression condition, Program program, Duration longest) throws IOException {
    Settings settings = new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {});
    try (Run run = new Engine(installation).start(program.launch(installation), settings)) {
      await(run, longest);
      Timeline timeline = LiveTimeline.load(run.recording());
      Set<String> missing = new TreeSet<>(condition.variables());
      for (VariableTrack known : timeline.variables()) {
        missing.removeIf(each -> known.name().equals(each) || known.name().endsWith("." + each));
      }
      return new Seen(condition.holds(RecordedRun.of(timeline)), missing);
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
