package interleave.app.command;

import interleave.app.window.Display;
import interleave.app.window.Windows;
import interleave.engine.Installation;
import interleave.event.Recording;
import interleave.explore.Schedule;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.words.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one program, in the window or without one. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGET [-- ARGS]",
      descriptionKey = "run.target",
      completionCandidates = ScenarioIds.class)
  private List<String> words = List.of();

  @Option(names = "-p", paramLabel = "name=value", descriptionKey = "run.p")
  private List<String> parameters = List.of();

  @Option(names = "--headless", descriptionKey = "run.headless")
  private boolean headless;

  @Option(
      names = "--listen",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "[HOST][:PORT]",
      descriptionKey = "run.listen")
  private @Nullable String listen;

  @Option(names = "--schedule", paramLabel = "TEXT", descriptionKey = "run.schedule")
  private @Nullable String schedule;

  @Option(names = "--record", paramLabel = "F.interleave", descriptionKey = "run.record")
  private @Nullable Path record;

  @Option(names = "--no-sources", descriptionKey = "run.no-sources")
  private boolean noSources;

  @Option(names = "--snapshot", paramLabel = "F.png|svg|pdf", descriptionKey = "run.snapshot")
  private @Nullable Path snapshot;

  @Option(names = "--summary", paramLabel = "F.json", descriptionKey = "run.summary")
  private @Nullable Path summary;

  @Option(names = "--timeout", paramLabel = "S", descriptionKey = "run.timeout")
  private @Nullable Double timeout;

  @Option(names = "--keep-deadlocked", descriptionKey = "run.keep-deadlocked")
  private boolean keepDeadlocked;

  @Option(names = "--stop-deadlocked", descriptionKey = "run.stop-deadlocked")
  private boolean stopDeadlocked;

  @Option(names = "--java", paramLabel = "PATH", descriptionKey = "run.java")
  private @Nullable Path java;

  @Option(
      names = "--python",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "PATH",
      descriptionKey = "run.python")
  private @Nullable String python;

  @Option(names = "--watch", paramLabel = "Class.field", split = ",", descriptionKey = "run.watch")
  private List<String> watched = List.of();

  @Option(names = "--observe", paramLabel = "NAME", split = ",", descriptionKey = "run.observe")
  private List<String> observed = List.of();

  @Option(
      names = "--samples",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "MS",
      descriptionKey = "run.samples")
  private @Nullable String samples;

  @Option(names = "--cap", paramLabel = "SIZE", descriptionKey = "run.cap")
  private @Nullable String cap;

  @Option(
      names = {"-cp", "-classpath", "--class-path"},
      paramLabel = "PATH",
      descriptionKey = "run.class-path")
  private @Nullable String classPath;

  @Option(names = "--module-path", paramLabel = "PATH", descriptionKey = "run.module-path")
  private @Nullable String modulePath;

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE[/CLASS]",
      descriptionKey = "run.module")
  private @Nullable String module;

  @Option(names = "-J", paramLabel = "OPTION", descriptionKey = "run.J")
  private List<String> options = List.of();

  public RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    sortListen();
    sortSamples();
    long interval = samplesNs();
    Program program =
        TargetResolver.of(
            new RunArguments(
                words,
                parameters,
                RunArguments.classPath(classPath),
                modulePath,
                module,
                options,
                java,
                python,
                RunArguments.fields(watched),
                RunArguments.variables(observed)));
    RunOutputs wishes = wishes();
    String unseen = optionWithoutWindow();
    if (!headless && Display.isThere() && unseen == null) {
      return Windows.open(Optional.of(program), interval);
    }
    if (!headless) {
      terminal.say(
          unseen != null && Display.isThere()
              ? WORDS.get("windowless", String.valueOf(unseen))
              : WORDS.get("no-display.run"));
    }
    @Nullable InetSocketAddress place = listen == null ? null : Listening.place(listen);
    return new HeadlessRun(terminal, Installation.find(java), wishes, place)
        .sampling(interval)
        .by(schedule())
        .run(program);
  }

  private @Nullable Schedule schedule() {
    if (schedule == null) {
      return null;
    }
    String text = schedule;
    return Schedule.of(text)
        .orElseThrow(() -> new UsageException(WORDS.get("usage.schedule", text)));
  }

  /** It takes a host, or none; where what follows it is what is to be run, it has none. */
  private void sortListen() {
    if (listen != null && Catalogue.find(listen).isPresent()) {
      List<String> all = new ArrayList<>(words);
      all.addFirst(listen);
      words = all;
      listen = "";
    }
  }

  /** The same of an interval. */
  private void sortSamples() {
    if (samples != null && !samples.isEmpty() && !RunTime.isInterval(samples)) {
      List<String> all = new ArrayList<>(words);
      all.addFirst(samples);
      words = all;
      samples = "";
    }
  }

  private long samplesNs() {
    return samples == null ? 0 : RunTime.interval(samples);
  }

  /**
   * The first option given that asks for something at the end of a run; in the window that is done
   * by its buttons.
   */
  private @Nullable String optionWithoutWindow() {
    Map<String, Boolean> given = new LinkedHashMap<>();
    given.put("--listen", listen != null);
    given.put("--schedule", schedule != null);
    given.put("--record", record != null);
    given.put("--snapshot", snapshot != null);
    given.put("--summary", summary != null);
    given.put("--timeout", timeout != null);
    given.put("--java", java != null);
    given.put("--cap", cap != null);
    return given.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private RunOutputs wishes() {
    long bytes = cap == null ? Recording.DEFAULT_CAP : ByteSize.parse(cap);
    return new RunOutputs(
            record, snapshot, false, summary, limit(), deadlocked(), bytes, !noSources)
        .checked();
  }

  private RunOutputs.Deadlocked deadlocked() {
    if (stopDeadlocked && keepDeadlocked) {
      throw new UsageException(WORDS.get("usage.deadlocked"));
    }
    return stopDeadlocked
        ? RunOutputs.Deadlocked.STOPPED
        : keepDeadlocked ? RunOutputs.Deadlocked.KEPT : RunOutputs.Deadlocked.BY_ORIGIN;
  }

  private @Nullable Duration limit() {
    if (timeout == null) {
      return null;
    }
    if (!(timeout > 0 && timeout < 1e9)) {
      throw new UsageException(WORDS.get("usage.timeout", timeout));
    }
    return Duration.ofNanos((long) (timeout * 1e9));
  }
}
