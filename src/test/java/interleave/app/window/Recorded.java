package interleave.app.window;

import interleave.app.command.QuickRuns;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.timeline.Timeline;
import interleave.view.session.RecordedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A scenario that was run to its end, to be looked at as often as one likes. */
public record Recorded(Program.Lesson program, RecordedRun run, Timeline timeline, String ending)
    implements RecordedRun {
  private static final long LOOK_MS = 20;

  /**
   * Runs it.
   *
   * @throws IOException when it does not start
   * @throws IllegalStateException when it does not end in time, or ends otherwise than well
   */
  public static Recorded of(Program.Lesson lesson, Duration patience) throws IOException {
    RecordedRun run =
        new EngineRunSource(new KeptRecordings(Path.of("unused"), _ -> {})).run(lesson);
    long limit = System.nanoTime() + patience.toNanos();
    boolean endless = QuickRuns.endless(lesson.scenario());
    while (run.running() && System.nanoTime() < limit) {
      pause();
      if (endless && QuickRuns.tells(lesson.scenario(), run.timeline())) {
        break;
      }
    }
    boolean ended = !run.running();
    if (!ended) {
      run.stop();
    }
    String how = run.ending();
    if (!endless && (!ended || run.failed())) {
      run.close();
      throw new IllegalStateException(
          ended
              ? "it ended with " + how + "."
              : "it was stopped after " + patience.toSeconds() + " s and had not ended.");
    }
    return new Recorded(lesson, run, run.timeline(), how);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("it was interrupted.", e);
    }
  }

  String id() {
    return program.scenario().id();
  }

  String title() {
    return program.title();
  }

  String summary() {
    return program.summary();
  }

  @Override
  public boolean running() {
    return false;
  }

  @Override
  public Optional<Program.Lesson> lesson() {
    return Optional.of(program);
  }

  @Override
  public void stop() {}

  @Override
  public void input(String line) throws IOException {
    throw new IOException("A recording takes no input.");
  }

  @Override
  public void endInput() throws IOException {
    throw new IOException("A recording takes no input.");
  }

  @Override
  public void save(Path file, Progress progress) throws IOException {
    run.save(file, progress);
  }

  /** It may be looked at again. */
  @Override
  public void close() {}

  public void discard() {
    run.close();
  }
}
