package interleave.app.command.exercise;

import interleave.app.command.PassedOutput;
import interleave.app.command.Terminal;
import interleave.app.command.explore.StopSignal;
import interleave.engine.Installation;
import interleave.exercise.Attempt;
import interleave.exercise.ExerciseCheck;
import interleave.exercise.Verdict;
import interleave.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/**
 * Checks attempts so that the terminal shows how far it is, and Ctrl+C ends it.
 *
 * @param longest after so long it is not tried any further
 * @param key what is shown: seconds, runs and preemptions are {@code {0}} to {@code {2}}
 */
public record ShownCheck(
    Terminal terminal, Installation installation, Duration longest, Words words, String key) {
  /** What comes of that one. */
  public Verdict of(Attempt attempt) throws IOException {
    ExerciseCheck check = new ExerciseCheck(attempt, installation, longest);
    PassedOutput line = new PassedOutput(terminal);
    try (StopSignal _ = new StopSignal(check::cancel)) {
      return check.run(
          (progress, since) ->
              line.progress(
                  words.get(
                      key,
                      since.toSeconds(),
                      String.format(Locale.ROOT, "%,d", progress.runs()),
                      progress.preemptions())));
    } finally {
      line.clear();
    }
  }
}
