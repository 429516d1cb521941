package interleave.app;

import interleave.engine.Installation;
import interleave.event.Recording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one program, in the window or without one. */
@Command(
    name = "run",
    description = "Runs a scenario or a Java program of your own.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGET [-- ARGS]",
      description = "A scenario's id, a .jar, a .java file or a main class, and its arguments.")
  private List<String> words = List.of();

  @Option(
      names = "-p",
      paramLabel = "name=value",
      description = "A parameter of the scenario; with -m, the module path.")
  private List<String> parameters = List.of();

  @Option(names = "--headless", description = "Without a window.")
  private boolean headless;

  @Option(names = "--record", paramLabel = "F.interleave", description = "Saves the recording.")
  private @Nullable Path record;

  @Option(
      names = "--snapshot",
      paramLabel = "F.png",
      description = "Saves the timeline as a picture.")
  private @Nullable Path snapshot;

  @Option(
      names = "--summary",
      paramLabel = "F.json",
      description = "Saves what happened, in numbers.")
  private @Nullable Path summary;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Stops the program after so many seconds.")
  private @Nullable Double timeout;

  @Option(
      names = "--keep-deadlocked",
      description = "Without a window: a program that a deadlock keeps from going on is let stand.")
  private boolean keepDeadlocked;

  @Option(names = "--java", paramLabel = "PATH", description = "The Java that runs the program.")
  private @Nullable Path java;

  @Option(
      names = "--watch",
      paramLabel = "Class.field",
      split = ",",
      description = "Records every read and write of that field.")
  private List<String> watched = List.of();

  @Option(
      names = "--cap",
      paramLabel = "SIZE",
      description = "What the recording may take on disk, such as 500M; 2G where not given.")
  private @Nullable String cap;

  @Option(
      names = {"-cp", "-classpath", "--class-path"},
      paramLabel = "PATH",
      description = "Class path of a main class or a .java file.")
  private @Nullable String classPath;

  @Option(names = "--module-path", paramLabel = "PATH", description = "Module path, as -p of java.")
  private @Nullable String modulePath;

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE[/CLASS]",
      description = "Runs the main class of a module; then -p is the module path.")
  private @Nullable String module;

  @Option(
      names = "-J",
      paramLabel = "OPTION",
      description = "An option of the JVM that runs the program, such as -J-Xmx1g.")
  private List<String> options = List.of();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Target target =
        Target.of(
            new Asked(words, parameters, classPath(), modulePath, module, options, watched()));
    Wishes wishes = wishes();
    String unseen = optionWithoutWindow();
    if (!headless && Display.isThere() && unseen == null) {
      return Windows.open(new Windows.Content.Program(target));
    }
    if (!headless) {
      terminal.say(
          Display.isThere()
              ? unseen + " was given, so the program runs without a window."
              : "there is no display here, so the program runs without a window.");
    }
    return new HeadlessRun(terminal, Installation.find(java), wishes).run(target);
  }

  /**
   * The first option given that asks for something at the end of a run; in the window that is done
   * by its buttons.
   */
  private @Nullable String optionWithoutWindow() {
    Map<String, Boolean> given = new LinkedHashMap<>();
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

  private Wishes wishes() {
    long bytes = cap == null ? Recording.DEFAULT_CAP : ByteSize.parse(cap);
    return new Wishes(record, snapshot, false, summary, limit(), keepDeadlocked, bytes).checked();
  }

  private @Nullable Duration limit() {
    if (timeout == null) {
      return null;
    }
    if (!(timeout > 0 && timeout < 1e9)) {
      throw new UsageException("--timeout takes a number of seconds above 0, not " + timeout + ".");
    }
    return Duration.ofNanos((long) (timeout * 1e9));
  }

  private List<Path> classPath() {
    return classPath == null
        ? List.of()
        : Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
            .filter(each -> !each.isBlank())
            .map(Path::of)
            .toList();
  }

  private List<String> watched() {
    List<String> fields = new ArrayList<>();
    for (String field : watched) {
      if (!field.matches("[\\p{javaJavaIdentifierPart}$]+(\\.[\\p{javaJavaIdentifierPart}$]+)+")) {
        throw new UsageException("--watch takes Class.field, and “" + field + "” is none.");
      }
      fields.add(field);
    }
    return fields;
  }
}
