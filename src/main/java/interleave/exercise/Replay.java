package interleave.exercise;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.file.Progress;
import interleave.laboratory.RecordedControl;
import interleave.program.Manifests;
import interleave.program.Program;
import interleave.program.source.KeptSources;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an attempt once more in one order, recorded, so that it can be looked at. */
public final class Replay {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long LOOK_MS = 50;

  /** What has come to its end may still have to print; what hangs is ended then. */
  private static final long GRACE_NS = 500_000_000;

  private Replay() {}

  /** Records it into that file. */
  public static void record(
      Attempt attempt, List<ThreadId> order, Installation installation, Path file)
      throws IOException {
    Path folder = Files.createTempDirectory("interleave-exercise");
    Map<String, String> values = attempt.exercise().explored();
    Program program = attempt.program(folder, values);
    try (RecordedControl control = RecordedControl.of(program, new Schedule("", order));
        Run run =
            new Engine(installation)
                .start(
                    program.launch(installation),
                    control.settings(
                        new Settings(
                            Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {})))) {
      await(run, control);
      Timeline timeline = LiveTimeline.load(run.recording());
      KnownFormats.ALL.save(
          run.recording(),
          Manifests.of(run, program),
          KeptSources.of(program, run.startedAt(), timeline::sites),
          file,
          Progress.UNHEARD);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private static void await(Run run, RecordedControl control) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      try {
        run.ended().get(LOOK_MS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException _) {
        if (control.trace().isPresent()) {
          end = Math.min(end, System.nanoTime() + GRACE_NS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
    }
    run.stop();
  }
}
