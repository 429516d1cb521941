package interleave.exercise;

import interleave.exercise.Verdict.Outcome;
import interleave.explore.Ending;
import interleave.explore.EndingKind;
import interleave.explore.Endings;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.Schedule;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.Experiment;
import interleave.scenario.Exercise;
import interleave.scenario.expression.Expression;
import interleave.words.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Says what the endings that were found mean for the task. Pure. */
public final class Judgement {
  private static final Words WORDS = Words.of("exercise");

  private final Exercise exercise;

  public Judgement(Exercise exercise) {
    this.exercise = exercise;
  }

  /** The ending that should not be, where one was found: the one that is reached most easily. */
  public Optional<Endings.Group> breaking(Endings endings) {
    return EndingKind.of(endings).stream()
        .map(EndingKind::shortest)
        .filter(each -> each.ending().kind().isOfProgram() && !holds(each))
        .findFirst();
  }

  private boolean holds(Endings.Group group) {
    return exercise.endings().isEmpty() || exercise.endings().get().holds(FoundEnding.of(group));
  }

  /** What all of it comes to. */
  Verdict of(Experiment.Findings findings) {
    Endings endings = findings.endings();
    Progress progress = findings.progress();
    Optional<Endings.Group> breaking = breaking(endings);
    if (breaking.isPresent()) {
      Set<String> missing = missing(breaking.get());
      return missing.isEmpty()
          ? verdict(Outcome.BROKEN, () -> broken(breaking.get()), breaking, progress)
          : verdict(Outcome.UNDECIDED, () -> missing(missing), breaking, progress);
    }
    if (findings.end() == Experiment.End.CANCELLED) {
      return verdict(Outcome.CANCELLED, () -> WORDS.get("cancelled"), breaking, progress);
    }
    Optional<Endings.Group> endless = ofKind(endings, Ending.Kind.STEPS);
    if (endless.isPresent()) {
      return verdict(Outcome.UNDECIDED, () -> WORDS.get("endless"), endless, progress);
    }
    Optional<Endings.Group> stuck = ofKind(endings, Ending.Kind.STUCK);
    if (stuck.isPresent()) {
      Supplier<String> says = () -> WORDS.get("stuck", EndingSentence.of(stuck.get()));
      return verdict(Outcome.UNDECIDED, says, stuck, progress);
    }
    if (endings.groups().isEmpty()) {
      String why = findings.failure().orElse("");
      return verdict(
          Outcome.UNDECIDED, () -> WORDS.get("nothing", why).strip(), breaking, progress);
    }
    for (Endings.Group each : endings.groups()) {
      Set<String> missing = missing(each);
      if (!missing.isEmpty()) {
        return verdict(Outcome.UNDECIDED, () -> missing(missing), Optional.empty(), progress);
      }
    }
    return held(endings, progress);
  }

  private static Optional<Endings.Group> ofKind(Endings endings, Ending.Kind kind) {
    return endings.groups().stream().filter(each -> each.ending().kind() == kind).findFirst();
  }

  /** Variables that the task is about, which an ending does not know. */
  private Set<String> missing(Endings.Group group) {
    Set<String> missing =
        new TreeSet<>(exercise.endings().map(Expression::variables).orElse(Set.of()));
    Ending.Kind kind = group.ending().kind();
    if (kind != Ending.Kind.DONE && kind != Ending.Kind.EXIT) {
      return Set.of();
    }
    for (String name : group.ending().values().keySet()) {
      String known = FoundEnding.name(name);
      missing.removeIf(each -> known.equals(each) || known.endsWith("." + each));
    }
    return missing;
  }

  private static String missing(Set<String> names) {
    return WORDS.get("missing", String.join(", ", names));
  }

  private static String broken(Endings.Group group) {
    String schedule = new Schedule("", group.schedule()).list();
    String says = EndingSentence.of(group);
    return schedule.isEmpty()
        ? WORDS.get("broken.always", says)
        : WORDS.get("broken", says, schedule);
  }

  private Verdict held(Endings endings, Progress progress) {
    String all = endings.orders().map(Judgement::count).orElse(count(progress.runs()));
    if (progress.differences() > 0) {
      return verdict(
          Outcome.HOLDS_SO_FAR,
          () -> WORDS.get("differs", count(progress.runs())),
          Optional.empty(),
          progress);
    }
    if (progress.isWhole()) {
      return verdict(Outcome.HOLDS, () -> WORDS.get("holds", all), Optional.empty(), progress);
    }
    boolean bounded = progress.completed() >= 0 && progress.completed() != Limits.NONE;
    boolean enough = bounded && progress.completed() >= exercise.preemptions();
    Outcome outcome = enough && exercise.preemptions() >= 0 ? Outcome.HOLDS : Outcome.HOLDS_SO_FAR;
    Supplier<String> says =
        () ->
            bounded
                ? WORDS.get("holds.bound", progress.completed(), count(progress.runs()))
                : WORDS.get("holds.runs", count(progress.runs()));
    return verdict(outcome, says, Optional.empty(), progress);
  }

  private static Verdict verdict(
      Outcome outcome, Supplier<String> says, Optional<Endings.Group> breaking, Progress progress) {
    return new Verdict(outcome, says, breaking, List.of(), Optional.of(progress));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String count(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
