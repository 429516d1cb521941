package interleave.exercise;

import interleave.engine.Installation;
import interleave.exercise.Verdict.Outcome;
import interleave.explore.Endings;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.Search;
import interleave.laboratory.ControlledProgram;
import interleave.laboratory.Experiment;
import interleave.program.Program;
import interleave.scenario.Exercise;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries whether an attempt does what its exercise asks: whether it compiles, whether what must hold
 * of every ending does in all orders, and whether what a recording must show is seen in one.
 */
public final class ExerciseCheck {
  /** How long all orders are tried at most, where nothing else is said. */
  public static final Duration USUAL = Duration.ofSeconds(60);

  private static final Words WORDS = Words.of("exercise");
  private static final int STEPS = 10_000;

  /** Each ending is played again so often, to see whether it is deterministic. */
  private static final int AGAIN = 2;

  /** So long a shorter order is looked for when one is known that breaks it. */
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  /** Endings are looked through so often meanwhile; with many of them that takes a while. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Attempt attempt;
  private final Installation installation;
  private final Duration longest;
  private final TracedRun traced;
  private volatile @Nullable Experiment experiment;
  private volatile boolean cancelled;

  /**
   * @param longest how long all orders are tried at most
   */
  public ExerciseCheck(Attempt attempt, Installation installation, Duration longest) {
    this.attempt = attempt;
    this.installation = installation;
    this.longest = longest;
    this.traced = new TracedRun(installation);
  }

  /** Ends it soon. From any thread. */
  public void cancel() {
    cancelled = true;
    traced.cancel();
    Experiment going = experiment;
    if (going != null) {
      going.cancel();
    }
  }

  /**
   * Does it, on the caller's thread.
   *
   * @throws IOException with a sentence where it could not be tried at all
   */
  public Verdict run(Experiment.Listener listener) throws IOException {
    List<Mistake> mistakes =
        SourceCheck.mistakes(attempt.file(), attempt.text(), attempt.language());
    if (!mistakes.isEmpty()) {
      return Verdict.notCompiled(() -> WORDS.get("not-compiled", attempt.file()), mistakes);
    }
    Path folder = Files.createTempDirectory("interleave-exercise");
    try {
      Exercise exercise = attempt.exercise();
      Verdict verdict =
          exercise.endings().isEmpty() ? NOTHING_ASKED.get() : orders(exercise, folder, listener);
      return exercise.run().isEmpty() || !mayHold(verdict) ? verdict : recorded(folder, verdict);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  /** Where only a recording tells. */
  private static final Supplier<Verdict> NOTHING_ASKED =
      () -> Verdict.without(Outcome.HOLDS, () -> WORDS.get("holds.run"));

  private static boolean mayHold(Verdict verdict) {
    return verdict.outcome() == Outcome.HOLDS || verdict.outcome() == Outcome.HOLDS_SO_FAR;
  }

  private Verdict orders(Exercise exercise, Path folder, Experiment.Listener listener)
      throws IOException {
    Limits limits =
        Limits.USUAL
            .steps(STEPS)
            .preemptions(exercise.preemptions() < 0 ? Limits.NONE : exercise.preemptions());
    Program program = attempt.program(folder, exercise.explored());
    Judgement judgement = new Judgement(exercise);
    try (ControlledProgram controlled = ControlledProgram.of(program, installation)) {
      Search search = new Search(controlled, limits, false);
      Experiment going = new Experiment(controlled, search, limits);
      experiment = going;
      if (cancelled) {
        return Verdict.without(Outcome.CANCELLED, () -> WORDS.get("cancelled"));
      }
      Watch watch = new Watch(listener, () -> judgement.breaking(search.endings()), going);
      Experiment.Findings findings = going.run(longest, AGAIN, watch);
      return judgement.of(findings);
    } finally {
      experiment = null;
    }
  }

  /** Hands on how it goes, and ends it when it is known for a while that it is broken. */
  private static final class Watch implements Experiment.Listener {
    private final Experiment.Listener next;
    private final Supplier<Optional<Endings.Group>> breaking;
    private final Experiment experiment;
    private Duration looked = Duration.ZERO;
    private @Nullable Duration known;

    Watch(
        Experiment.Listener next,
        Supplier<Optional<Endings.Group>> breaking,
        Experiment experiment) {
      this.next = next;
      this.breaking = breaking;
      this.experiment = experiment;
    }

    @Override
    public void at(Progress progress, Duration since) {
      next.at(progress, since);
      if (since.minus(looked).compareTo(LOOK) < 0) {
        return;
      }
      looked = since;
      if (known == null && breaking.get().isPresent()) {
        known = since;
      }
      if (known != null && since.minus(known).compareTo(ENOUGH) >= 0) {
        experiment.cancel();
      }
    }
  }

  private Verdict recorded(Path folder, Verdict verdict) throws IOException {
    Exercise exercise = attempt.exercise();
    Program program = attempt.recorded(folder);
    TracedRun.Seen seen = traced.holds(exercise.run().orElseThrow(), program, longest);
    if (!seen.missing().isEmpty()) {
      String names = String.join(", ", seen.missing());
      return Verdict.without(Outcome.UNDECIDED, () -> WORDS.get("missing", names));
    }
    if (seen.holds()) {
      return verdict;
    }
    return cancelled
        ? Verdict.without(Outcome.CANCELLED, () -> WORDS.get("cancelled"))
        : Verdict.without(Outcome.BROKEN, () -> WORDS.get("broken.run"));
  }
}
