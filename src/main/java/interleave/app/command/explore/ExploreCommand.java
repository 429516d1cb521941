package interleave.app.command.explore;

import interleave.app.command.ExitCode;
import interleave.app.command.HeadlessRun;
import interleave.app.command.RunArguments;
import interleave.app.command.RunOutputs;
import interleave.app.command.ScenarioIds;
import interleave.app.command.TargetResolver;
import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.engine.Installation;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.RandomSearch;
import interleave.explore.Schedule;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.laboratory.ControlledProgram;
import interleave.laboratory.Experiment;
import interleave.laboratory.Failure;
import interleave.laboratory.Label;
import interleave.laboratory.Refusing;
import interleave.laboratory.Report;
import interleave.program.Program;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program in all orders that its threads may come in, or in one that is given. */
@Command(name = "explore", mixinStandardHelpOptions = true, sortOptions = false)
public final class ExploreCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app/explore");
  private static final int USUAL_DEPTH = 3;
  private static final double USUAL_SECONDS = 60;

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGET [-- ARGS]",
      descriptionKey = "explore.target",
      completionCandidates = ScenarioIds.class)
  private List<String> words = List.of();

  @Option(names = "-p", paramLabel = "name=value", descriptionKey = "run.p")
  private List<String> parameters = List.of();

  @Option(names = "--bound", paramLabel = "K", descriptionKey = "explore.bound")
  private @Nullable Integer bound;

  @Option(names = "--choices", paramLabel = "N", descriptionKey = "explore.choices")
  private @Nullable Integer choices;

  @Option(names = "--runs", paramLabel = "N", descriptionKey = "explore.runs")
  private @Nullable Long runs;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "explore.seconds")
  private double seconds = USUAL_SECONDS;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "explore.steps")
  private int steps = 10_000;

  @Option(names = "--random", paramLabel = "SEED", descriptionKey = "explore.random")
  private @Nullable Long random;

  @Option(names = "--depth", paramLabel = "D", descriptionKey = "explore.depth")
  private int depth = USUAL_DEPTH;

  @Option(names = "--every-order", descriptionKey = "explore.every-order")
  private boolean everyOrder;

  @Option(names = "--schedule", paramLabel = "TEXT", descriptionKey = "explore.schedule")
  private @Nullable String schedule;

  @Option(names = "--again", paramLabel = "N", descriptionKey = "explore.again")
  private int again = 20;

  @Option(names = "--record", paramLabel = "F.interleave", descriptionKey = "explore.record")
  private @Nullable Path record;

  @Option(names = "--json", paramLabel = "F.json", descriptionKey = "explore.json")
  private @Nullable Path json;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      descriptionKey = "explore.fail-on",
      completionCandidates = FailOn.Typed.class)
  private List<String> failOn = List.of();

  @Option(
      names = "--uncontrolled",
      paramLabel = "free|refuse",
      descriptionKey = "explore.uncontrolled",
      completionCandidates = Uncontrolled.class)
  private String uncontrolled = Uncontrolled.FREE;

  @Option(names = "--anyway", descriptionKey = "explore.anyway")
  private boolean anyway;

  @Option(names = "--java", paramLabel = "PATH", descriptionKey = "run.java")
  private @Nullable Path java;

  @Option(
      names = "--python",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "PATH",
      descriptionKey = "run.python")
  private @Nullable String python;

  @Option(
      names = "--watch",
      paramLabel = "Class.field",
      split = ",",
      descriptionKey = "explore.watch")
  private List<String> watched = List.of();

  @Option(names = "--observe", paramLabel = "NAME", split = ",", descriptionKey = "explore.observe")
  private List<String> observed = List.of();

  @Option(
      names = {"-cp", "-classpath", "--class-path"},
      paramLabel = "PATH",
      descriptionKey = "run.class-path")
  private @Nullable String classPath;

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE",
      descriptionKey = "explore.module")
  private @Nullable String module;

  @Option(names = "-J", paramLabel = "OPTION", descriptionKey = "run.J")
  private List<String> options = List.of();

  private @Nullable Schedule telling;

  public ExploreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Limits limits = limits();
    List<Failure> failures = FailOn.of(failOn);
    Uncontrolled.check(uncontrolled);
    RunOutputs.check("--record", record);
    RunOutputs.check("--json", json == null || json.toString().equals("-") ? null : json);
    Schedule given = schedule == null ? null : given(schedule);
    Program program =
        TargetResolver.of(
            new RunArguments(
                given != null && words.isEmpty() && module == null
                    ? Label.words(given.target())
                    : words,
                parameters,
                RunArguments.classPath(classPath),
                null,
                module,
                options,
                java,
                python,
                RunArguments.fields(watched),
                RunArguments.variables(observed)));
    Optional<String> reason = given == null && !anyway ? Reason.of(program) : Optional.empty();
    if (reason.isPresent()) {
      terminal.say(reason.get());
      return ExitCode.NOT_STARTED;
    }
    program = given == null ? SmallValues.in(program, terminal) : program;
    Installation installation = Installation.find(java);
    int code;
    try (ControlledProgram controlled = ControlledProgram.of(program, installation)) {
      Subject subject = Uncontrolled.as(uncontrolled, controlled);
      code =
          given == null
              ? explore(program, controlled, subject, limits, failures)
              : new Replay(terminal, subject, limits, Label.of(program)).play(given, again);
    } catch (Refusing.Refusal e) {
      terminal.say(String.valueOf(e.getMessage()));
      return ExitCode.NOT_STARTED;
    }
    Schedule wanted = given == null ? telling : given;
    if (record != null && wanted != null) {
      terminal.line(WORDS.get("recording", wanted));
      Program whole = ControlledProgram.watched(program);
      HeadlessRun.record(terminal, installation, whole, wanted, record);
    }
    return code;
  }

  private static Schedule given(String text) {
    return Schedule.of(text)
        .orElseThrow(
            () ->
                new UsageException(
                    WORDS.get("usage.schedule", text, Schedule.mistake(text).orElse(""))));
  }

  private int explore(
      Program program,
      ControlledProgram controlled,
      Subject subject,
      Limits limits,
      List<Failure> failures)
      throws IOException {
    Exploration exploration =
        random == null
            ? new Search(subject, limits, everyOrder)
            : new RandomSearch(subject, random, depth, limits);
    Experiment experiment = new Experiment(controlled, exploration, limits);
    Experiment.Findings findings;
    try (StopSignal signal = new StopSignal(experiment::cancel);
        ExploreProgress progress = new ExploreProgress(terminal)) {
      Duration time = seconds == 0 ? null : Duration.ofNanos((long) (seconds * 1e9));
      findings = experiment.run(time, again, progress);
    }
    String label = Label.of(program);
    Report report = new Report(findings, exploration, limits, label);
    if (findings.endings().groups().isEmpty() && findings.end() != Experiment.End.CANCELLED) {
      terminal.say(findings.failure().orElseGet(() -> WORDS.get("nothing", (long) seconds)));
    } else if (json == null || !json.toString().equals("-")) {
      report.lines().forEach(terminal::line);
    }
    if (json != null) {
      new ExploreJson(findings, exploration, label).write(terminal, json);
    }
    if (findings.end() == Experiment.End.CANCELLED) {
      return ExitCode.INTERRUPTED;
    }
    if (findings.end() == Experiment.End.FAILED || findings.endings().groups().isEmpty()) {
      return ExitCode.NOT_STARTED;
    }
    telling = telling(findings.endings(), label);
    List<String> found =
        failures.stream()
            .filter(each -> each.in(findings.endings()).isPresent())
            .map(Failure::word)
            .toList();
    if (found.isEmpty()) {
      return 0;
    }
    terminal.say(WORDS.get("failed", String.join(", ", found)));
    return ExitCode.FOUND;
  }

  /**
   * What is worth to be recorded: what should not be, or else the ending that is hardest to find.
   */
  private static @Nullable Schedule telling(Endings endings, String label) {
    for (Failure each : Failure.values()) {
      if (each.in(endings).isPresent()) {
        return new Schedule(label, each.in(endings).get().schedule());
      }
    }
    return endings.groups().isEmpty()
        ? null
        : new Schedule(label, endings.groups().getLast().schedule());
  }

  private Limits limits() {
    check("--bound", bound, 0);
    check("--choices", choices, 1);
    check("--runs", runs == null ? null : (int) Math.clamp(runs, -1, 1), 1);
    check("--steps", steps, 1);
    check("--depth", depth, 1);
    check("--again", again, 0);
    if (random != null && (bound != null || choices != null || everyOrder)) {
      throw new UsageException(WORDS.get("usage.random"));
    }
    if (!(seconds >= 0 && seconds < 1e9)) {
      throw new UsageException(WORDS.get("usage.seconds", seconds));
    }
    return Limits.USUAL
        .preemptions(bound == null ? Limits.NONE : bound)
        .choices(choices == null ? Limits.NONE : choices)
        .runs(runs == null ? Long.MAX_VALUE : runs)
        .steps(steps);
  }

  private static void check(String option, @Nullable Integer number, int least) {
    if (number != null && number < least) {
      throw new UsageException(WORDS.get("usage.least", option, least));
    }
  }
}
