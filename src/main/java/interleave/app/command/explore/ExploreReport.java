package interleave.app.command.explore;

import interleave.explore.EndingKind;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Operation;
import interleave.explore.Progress;
import interleave.explore.RandomSearch;
import interleave.explore.Schedule;
import interleave.explore.Search;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.Experiment;
import interleave.words.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of an exploration, in lines. */
final class ExploreReport {
  private static final Words WORDS = Words.of("app/explore");
  private static final int MOST_ENDINGS = 30;
  private static final int MOST_PLACES = 10;

  private final Experiment.Findings findings;
  private final Progress progress;
  private final Endings endings;
  private final Exploration exploration;
  private final Limits limits;
  private final String label;
  private final List<String> lines = new ArrayList<>();

  ExploreReport(
      Experiment.Findings findings, Exploration exploration, Limits limits, String label) {
    this.findings = findings;
    this.progress = findings.progress();
    this.endings = findings.endings();
    this.exploration = exploration;
    this.limits = limits;
    this.label = label;
  }

  List<String> lines() {
    List<EndingKind> kinds = EndingKind.of(endings);
    kinds.stream().limit(MOST_ENDINGS).forEach(this::ending);
    long more = Math.max(0, kinds.size() - MOST_ENDINGS) + endings.more();
    if (more > 0) {
      lines.add(WORDS.count("more", more));
    }
    if (!endings.groups().isEmpty()) {
      lines.add(WORDS.get("threads", EndingSentence.threads(endings.groups().getLast().trace())));
      lines.add("");
      for (Failure failure : Failure.values()) {
        verdict(failure);
      }
    }
    extent();
    doubts();
    lines.add(WORDS.get("sequential"));
    return lines;
  }

  private void ending(EndingKind kind) {
    Endings.Group group = kind.shortest();
    lines.add(EndingSentence.of(group));
    String often =
        endings.orders().isPresent() && group.orders().isPresent()
            ? often(count(group.orders().get()), count(endings.orders().get()))
            : often(count(group.times()), count(progress.runs()));
    String outputs = kind.endings() > 1 ? WORDS.get("outputs", kind.endings()) : "";
    lines.add("    " + often + outputs + " · " + preemptions(group.preemptions()) + again(group));
    lines.add("    " + new Schedule(label, group.schedule()));
  }

  private String often(String times, String all) {
    return isOnly() ? WORDS.get("often.only") : WORDS.get("often", times, all);
  }

  /** A sentence about so many, which is its first value. */
  private static String of(String key, long number, Object... others) {
    if (number == 1) {
      return WORDS.count(key, number, others);
    }
    List<Object> values = new ArrayList<>(List.of(count(number)));
    values.addAll(List.of(others));
    return WORDS.get(key, values.toArray());
  }

  private String again(Endings.Group group) {
    Experiment.Again again = findings.again().get(group.ending());
    if (again == null || again.times() == 0) {
      return "";
    }
    String key = again.isSure() ? "again" : "again.not";
    return " · " + WORDS.get(key, again.same(), again.times());
  }

  private static String preemptions(int number) {
    return WORDS.count("preemptions", number);
  }

  /** Whether the program comes to what it should not; said only where it could. */
  private void verdict(Failure failure) {
    Optional<Endings.Group> found = failure.in(endings);
    if (found.isPresent()) {
      Endings.Group group = found.get();
      lines.add(
          WORDS.get(
              "found." + failure.word(),
              count(group.times()),
              count(progress.runs()),
              new Schedule(label, group.schedule())));
    } else if (isPossible(failure)) {
      lines.add(WORDS.get("none." + failure.word(), tried()));
    }
  }

  private boolean isPossible(Failure failure) {
    return failure != Failure.LOST_UPDATES
        || endings.groups().stream()
            .flatMap(each -> each.trace().steps().stream())
            .anyMatch(step -> step.operation().kind() == Operation.Kind.WRITE);
  }

  /** How far that is true. */
  private String tried() {
    if (progress.isWhole()) {
      return isOnly() ? WORDS.get("tried.all.only") : WORDS.get("tried.all", all());
    }
    return progress.completed() >= 0 && progress.completed() != Limits.NONE
        ? WORDS.get("tried.bound", progress.completed())
        : of("tried.runs", progress.runs());
  }

  private boolean isOnly() {
    return endings.orders().filter(BigInteger.ONE::equals).isPresent();
  }

  private String all() {
    return endings.orders().map(ExploreReport::count).orElse(count(progress.runs()));
  }

  private void extent() {
    String took = String.format(Locale.ROOT, "%.1f", findings.took().toNanos() / 1e9);
    boolean isReduced = exploration instanceof Search search && search.isReduced();
    lines.add(of(isReduced ? "runs.one-each" : "runs", progress.runs(), took));
    if (exploration instanceof RandomSearch random) {
      lines.add(
          WORDS.get(
              "chance",
              random.chance().depth(),
              String.format(Locale.ROOT, "%.3g", random.chance().ofAll()),
              random.chance().threads(),
              random.chance().choices()));
    } else if (progress.isWhole()) {
      lines.add(isOnly() ? WORDS.get("whole.only") : WORDS.get("whole", all()));
    } else if (progress.completed() >= 0 && progress.completed() != Limits.NONE) {
      lines.add(WORDS.count("bound", progress.completed()) + left("left.more"));
    } else {
      lines.add(WORDS.get("part") + left("left"));
    }
    if (progress.beyondChoices() > 0) {
      lines.add(WORDS.get("choices", limits.choices(), count(progress.beyondChoices())));
    }
    if (progress.cut() > 0) {
      lines.add(of("cut", progress.cut(), limits.steps()));
    }
    switch (findings.end()) {
      case TRIED -> {}
      case RUNS, TIME, CANCELLED, FAILED ->
          lines.add(WORDS.get("end." + findings.end().name().toLowerCase(Locale.ROOT)));
    }
    findings
        .failure()
        .ifPresent(each -> lines.add(WORDS.count("failure", findings.failures(), each)));
  }

  /** None is left where the program did not come by there again. */
  private String left(String key) {
    return progress.left() == 0 ? WORDS.get("left.none") : of(key, progress.left());
  }

  private void doubts() {
    if (progress.differences() > 0) {
      lines.add(
          of(
              "differs",
              progress.differences(),
              String.join(
                  ", ", progress.differencePlaces().stream().map(EndingSentence::place).toList())));
    }
    if (!progress.told().isEmpty()) {
      lines.add(WORDS.get("told"));
    }
    progress.told().entrySet().stream()
        .limit(MOST_PLACES)
        .forEach(
            each ->
                lines.add(
                    "    " + of("told.in", each.getValue(), EndingSentence.of(each.getKey()))));
    if (progress.told().size() > MOST_PLACES) {
      lines.add("    " + WORDS.get("told.more", progress.told().size() - MOST_PLACES));
    }
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String count(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
