package interleave.laboratory;

import interleave.explore.EndingKind;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Operation;
import interleave.explore.Progress;
import interleave.explore.RandomSearch;
import interleave.explore.Schedule;
import interleave.explore.Search;
import interleave.explore.ThreadId;
import interleave.words.Words;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of an exploration, in lines. */
public final class Report {
  private static final Words WORDS = Words.of("laboratory/report");
  private static final int MOST_ENDINGS = 30;
  private static final int MOST_SHOWN = 500;

  private final Experiment.Findings findings;
  private final Progress progress;
  private final Endings endings;
  private final Exploration exploration;
  private final Limits limits;
  private final String label;
  private final List<String> lines = new ArrayList<>();

  /** The report of what an exploration has found. */
  public Report(
      Experiment.Findings findings, Exploration exploration, Limits limits, String label) {
    this.findings = findings;
    this.progress = findings.progress();
    this.endings = findings.endings();
    this.exploration = exploration;
    this.limits = limits;
    this.label = label;
  }

  /** Ending by ending, then what that says of the program. */
  public List<String> lines() {
    lines.clear();
    List<EndingKind> kinds = EndingKind.of(endings);
    kinds.stream().limit(MOST_ENDINGS).forEach(this::ending);
    more(kinds.size() - MOST_ENDINGS);
    if (isOfOneThread()) {
      lines.add("");
    } else if (!endings.groups().isEmpty()) {
      lines.add(threads());
      lines.add("");
    }
    conclude();
    return List.copyOf(lines);
  }

  /** The endings, with the fewest preemptions first. */
  public List<EndingKind> kinds() {
    return EndingKind.of(endings).stream().limit(MOST_SHOWN).toList();
  }

  /** What is said of the program beside its endings. */
  public List<String> conclusions() {
    lines.clear();
    more(EndingKind.of(endings).size() - MOST_SHOWN);
    conclude();
    return List.copyOf(lines);
  }

  /** The text by which an ending comes about again. */
  public Schedule schedule(EndingKind kind) {
    return new Schedule(label, kind.shortest().schedule());
  }

  /** The shortest run that comes to it; empty where none was found. */
  public Optional<Schedule> schedule(Failure failure) {
    return failure.in(endings).map(each -> new Schedule(label, each.schedule()));
  }

  private String threads() {
    return WORDS.get("threads", EndingSentence.threads(endings.groups().getLast().trace()));
  }

  private void more(long beyond) {
    long more = Math.max(0, beyond) + endings.more();
    if (more > 0) {
      lines.add(WORDS.count("more", more));
    }
  }

  private void conclude() {
    if (isOfOneThread()) {
      onlyOne();
      return;
    }
    if (!endings.groups().isEmpty()) {
      for (Failure failure : Failure.values()) {
        verdict(failure);
      }
    }
    extent();
    doubts();
    lines.add(WORDS.get("sequential"));
  }

  /** With one thread there is never a choice. */
  private boolean isOfOneThread() {
    return !endings.groups().isEmpty()
        && endings.groups().stream().allMatch(each -> each.trace().threads().size() == 1);
  }

  private void onlyOne() {
    Endings.Group only = endings.groups().getFirst();
    lines.add(WORDS.get("one-thread", EndingSentence.name(ThreadId.MAIN, only.trace())));
    progress.told().keySet().stream()
        .filter(each -> each.key().equals("process"))
        .findFirst()
        .ifPresent(_ -> lines.add(WORDS.get("one-thread.processes")));
    Experiment.Again again = findings.again().get(only.ending());
    if (again != null && !again.isSure()) {
      lines.add(WORDS.get("one-thread.again", again.same(), again.times()));
    }
    findings.failure().ifPresent(each -> lines.add(counted("failure", findings.failures(), each)));
    doubts();
  }

  private void ending(EndingKind kind) {
    lines.add(EndingSentence.of(kind.shortest()));
    if (isOfOneThread()) {
      return; // it is the only one, and has no schedule
    }
    lines.add("    " + often(kind));
    lines.add("    " + schedule(kind));
  }

  /** How often, with how few preemptions, and whether it comes again. */
  public String often(EndingKind kind) {
    Endings.Group group = kind.shortest();
    String often =
        endings.orders().isPresent() && group.orders().isPresent()
            ? counted("often", endings.orders().get(), count(group.orders().get()))
            : counted("often", progress.runs(), count(group.times()));
    String outputs = kind.endings() > 1 ? WORDS.get("outputs", kind.endings()) : "";
    return often + outputs + " · " + preemptions(group.preemptions()) + again(group);
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
          counted(
              "found." + failure.word(),
              progress.runs(),
              count(group.times()),
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
      return counted("tried.all", all());
    }
    return progress.completed() >= 0 && progress.completed() != Limits.NONE
        ? WORDS.get("tried.bound", progress.completed())
        : counted("tried.runs", progress.runs());
  }

  private BigInteger all() {
    return endings.orders().orElse(BigInteger.valueOf(progress.runs()));
  }

  private void extent() {
    String took = String.format(Locale.ROOT, "%.1f", findings.took().toNanos() / 1e9);
    boolean isReduced = exploration instanceof Search search && search.isReduced();
    lines.add(counted(isReduced ? "runs.one-each" : "runs", progress.runs(), took));
    if (exploration instanceof RandomSearch random) {
      lines.add(
          WORDS.get(
              "chance",
              random.chance().depth(),
              String.format(Locale.ROOT, "%.3g", random.chance().ofAll()),
              random.chance().threads(),
              random.chance().choices()));
    } else if (progress.isWhole()) {
      lines.add(counted("whole", all()));
    } else if (progress.completed() >= 0 && progress.completed() != Limits.NONE) {
      lines.add(WORDS.get("bound", progress.completed(), count(progress.left())));
    } else {
      lines.add(
          progress.left() == 0 ? WORDS.get("part.unknown") : counted("part", progress.left()));
    }
    if (progress.beyondChoices() > 0) {
      lines.add(WORDS.get("choices", limits.choices(), count(progress.beyondChoices())));
    }
    if (progress.cut() > 0) {
      lines.add(counted("cut", progress.cut(), limits.steps()));
    }
    switch (findings.end()) {
      case TRIED -> {}
      case RUNS, TIME, CANCELLED, FAILED ->
          lines.add(WORDS.get("end." + findings.end().name().toLowerCase(Locale.ROOT)));
    }
    findings.failure().ifPresent(each -> lines.add(counted("failure", findings.failures(), each)));
  }

  private void doubts() {
    if (progress.differences() > 0) {
      lines.add(
          counted(
              "differs",
              progress.differences(),
              String.join(
                  ", ", progress.differencePlaces().stream().map(EndingSentence::place).toList())));
    }
    lines.addAll(Remarks.of(progress));
  }

  /** How far it is, in a line. */
  public static String progress(Progress progress, Duration since) {
    long perSecond = Math.round(progress.runs() * 1e9 / Math.max(1, since.toNanos()));
    boolean isRandom = progress.completed() < 0 && progress.left() == 0;
    return WORDS.get(
        isRandom ? "progress.random" : "progress",
        since.toSeconds(),
        count(progress.runs()),
        progress.preemptions(),
        count(progress.left()),
        perSecond);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String count(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String counted(String key, long number, Object... others) {
    return counted(key, BigInteger.valueOf(number), others);
  }

  /** A sentence with that number first, which has another form where it is one. */
  private static String counted(String key, BigInteger number, Object... others) {
    if (number.equals(BigInteger.ONE)) {
      return WORDS.count(key, 1, others);
    }
    Object[] values = new Object[others.length + 1];
    values[0] = count(number);
    System.arraycopy(others, 0, values, 1, others.length);
    return WORDS.get(key, values);
  }
}
