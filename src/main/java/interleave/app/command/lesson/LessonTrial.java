package interleave.app.command.lesson;

import interleave.app.command.DeadlockWatch;
import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Installation;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.engine.StartException;
import interleave.event.Recording;
import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.program.Program;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a lesson's program for once, unseen, to know what becomes of it. */
record LessonTrial(Installation installation, Duration timeout) {
  private static final Words WORDS = Words.of("app/lesson");
  private static final long LOOK_MS = 250;
  private static final int MOST_ERRORS = 12;
  private static final int LARGEST_ERROR = 64 << 10;

  /**
   * What became of it.
   *
   * @param ending how it ended, as a sentence
   * @param failed whether it ended with another code than 0, or not by itself; a deadlock is none
   * @param reveal what it answered
   * @param errors the last lines that it printed as errors
   */
  record Outcome(String ending, boolean failed, Optional<Reveal> reveal, List<String> errors) {}

  /** The beginning of what a program prints as errors. */
  private static final class Errors {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void printed(boolean stderr, byte[] more, int length) {
      if (stderr && bytes.size() < LARGEST_ERROR) {
        bytes.write(more, 0, Math.min(length, LARGEST_ERROR - bytes.size()));
      }
    }

    synchronized List<String> lines() {
      return bytes.toString(StandardCharsets.UTF_8).lines().limit(MOST_ERRORS).toList();
    }
  }

  Outcome of(Program.Lesson lesson) throws StartException {
    Errors errors = new Errors();
    Launch launch = lesson.launch(installation);
    Settings settings = new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, errors::printed);
    try (Run run = new Engine(installation).start(launch, settings)) {
      Ended ended = await(run);
      Timeline timeline = LiveTimeline.load(run.recording());
      Optional<Reveal> reveal = Answers.of(lesson.scenario(), timeline);
      return new Outcome(ended.sentence(timeline), ended.failed(), reveal, errors.lines());
    }
  }

  /** How a run came to its end. */
  private record Ended(String key, String exit, boolean failed) {
    String sentence(Timeline timeline) {
      double seconds = (timeline.now() - timeline.start()) / 1e9;
      return WORDS.get("ended." + key, String.format(Locale.ROOT, "%.1f s", seconds), exit);
    }
  }

  private Ended await(Run run) {
    try (DeadlockWatch deadlocks = new DeadlockWatch(run, null)) {
      return await(run, deadlocks);
    }
  }

  private Ended await(Run run, DeadlockWatch deadlocks) {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() < end) {
      try {
        Exit exit = run.ended().get(LOOK_MS, TimeUnit.MILLISECONDS);
        return new Ended("alone", exit.show(), exit.code() != 0);
      } catch (TimeoutException e) {
        if (deadlocks.look() && deadlocks.isWhole()) {
          run.stop();
          return new Ended("deadlock", "", false);
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException("the run was lost sight of", e);
      }
    }
    run.stop();
    return new Ended("timeout", "", true);
  }
}
