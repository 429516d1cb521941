package interleave.app;

import interleave.app.command.CompletionCommand;
import interleave.app.command.EveryScenario;
import interleave.app.command.ExitCode;
import interleave.app.command.ExportCommand;
import interleave.app.command.InfoCommand;
import interleave.app.command.ListCommand;
import interleave.app.command.ManCommand;
import interleave.app.command.MergeCommand;
import interleave.app.command.OpenCommand;
import interleave.app.command.RecoverCommand;
import interleave.app.command.RunCommand;
import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.app.command.UsageWords;
import interleave.app.command.Version;
import interleave.app.command.WorkerCommand;
import interleave.app.command.compare.CompareCommand;
import interleave.app.command.exercise.ExerciseCommand;
import interleave.app.command.explore.ExploreCommand;
import interleave.app.command.lesson.LessonCommand;
import interleave.app.command.lesson.LessonPlaces;
import interleave.app.command.share.ShareCommand;
import interleave.app.window.Display;
import interleave.app.window.UiLanguage;
import interleave.app.window.Windows;
import interleave.engine.StartException;
import interleave.scenario.Catalogue;
import interleave.tail.LiveTimeline;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's entry point: without a command it is the window. */
@Command(name = "interleave", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  /** In the order in which they are listed. */
  private static final List<String> COMMANDS =
      List.of(
          "list",
          "run",
          "explore",
          "open",
          "info",
          "compare",
          "export",
          "share",
          "merge",
          "recover",
          "lesson",
          "exercise",
          "worker",
          "completion",
          "man");

  /** These speak of all the others. */
  private static final Set<String> OF_ALL = Set.of("completion", "man");

  private final Terminal terminal;

  @Option(
      names = "--language",
      paramLabel = "en|zh",
      scope = ScopeType.INHERIT,
      descriptionKey = "language")
  void language(String tag) {} // UiLanguage has read it before anything is said

  @Option(
      names = "--lessons",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      descriptionKey = "lessons")
  void lessons(List<Path> places) {} // LessonPlaces has read it before a scenario is looked for

  @Option(names = "--teacher", scope = ScopeType.INHERIT, descriptionKey = "teacher")
  void teacher(boolean on) {
    if (on) {
      Windows.teach();
    }
  }

  @Option(names = "--figures", paramLabel = "DIR", descriptionKey = "figures")
  private @Nullable Path figures;

  @Parameters(arity = "0..1", paramLabel = "F", descriptionKey = "opened")
  private @Nullable Path file;

  @Spec private @Nullable CommandSpec spec;

  Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    Language.use(Language.ofSystem());
    System.setProperty(LiveTimeline.ONE_COMMAND, "true");
    System.exit(execute(Terminal.ofThisProcess(), args));
  }

  public static int execute(Terminal terminal, String... args) {
    Optional<String> tag = UiLanguage.asked(args, System::getenv);
    tag.flatMap(Language::of).ifPresent(Language::use);
    if (tag.isPresent() && Language.of(tag.get()).isEmpty()) {
      return said(terminal, WORDS.get("usage.language", tag.get()), ExitCode.WRONG_USAGE);
    }
    try {
      Catalogue.lookIn(LessonPlaces.named(args), List.of(LessonPlaces.own(System::getenv)));
      return line(terminal, args).execute(args);
    } catch (UsageException e) {
      return said(terminal, e.getMessage(), ExitCode.WRONG_USAGE);
    } catch (OutOfMemoryError e) {
      return said(terminal, WORDS.get("memory"), ExitCode.NOT_STARTED);
    }
  }

  /** With that command alone which is asked for: to know of all takes longer than most take. */
  private static CommandLine line(Terminal terminal, String[] args) {
    CommandLine line = new CommandLine(new Main(terminal));
    String first = args.length == 0 ? "" : args[0];
    boolean alone = COMMANDS.contains(first) && !OF_ALL.contains(first);
    for (String each : alone ? List.of(first) : COMMANDS) {
      line.addSubcommand(command(each, terminal));
    }
    return line.setResourceBundle(new UsageWords())
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setParameterExceptionHandler((e, _) -> wrongUsage(terminal, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(terminal, e));
  }

  private static Object command(String name, Terminal terminal) {
    return switch (name) {
      case "list" -> new ListCommand(terminal);
      case "run" -> new RunCommand(terminal);
      case "explore" -> new ExploreCommand(terminal);
      case "open" -> new OpenCommand(terminal);
      case "info" -> new InfoCommand(terminal);
      case "compare" -> new CompareCommand(terminal);
      case "export" -> new ExportCommand(terminal);
      case "share" -> new ShareCommand(terminal);
      case "merge" -> new MergeCommand(terminal);
      case "recover" -> new RecoverCommand(terminal);
      case "lesson" -> lessons(terminal);
      case "exercise" -> new ExerciseCommand(terminal);
      case "worker" -> new WorkerCommand(terminal);
      case "completion" -> new CompletionCommand(terminal);
      case "man" -> new ManCommand(terminal);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static CommandLine lessons(Terminal terminal) {
    LessonCommand lesson = new LessonCommand(terminal);
    CommandLine lessons = new CommandLine(lesson);
    Stream.of(lesson.commands()).forEach(lessons::addSubcommand);
    return lessons;
  }

  /** No command was given. */
  @Override
  public Integer call() throws IOException {
    if (file != null) {
      return open(file);
    }
    if (Display.isThere()) {
      return Windows.open(Optional.empty());
    }
    if (figures == null) {
      return said(terminal, WORDS.get("no-display.alone"), ExitCode.WRONG_USAGE);
    }
    terminal.say(WORDS.get("no-display.all"));
    return new EveryScenario(terminal, figures).run();
  }

  /** A file alone is opened; what is neither a file nor a command may be a command misspelt. */
  private int open(Path file) throws IOException {
    if (spec != null && Files.notExists(file)) {
      throw new UnmatchedArgumentException(spec.commandLine(), List.of(file.toString()));
    }
    return new OpenCommand(terminal).open(file);
  }

  private static int wrongUsage(Terminal terminal, ParameterException e) {
    terminal.say(UsageWords.of(e));
    CommandLine command = e.getCommandLine();
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      terminal.say(WORDS.get("usage.see", command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.WRONG_USAGE;
  }

  private static int failed(Terminal terminal, Exception e) throws Exception {
    return switch (e) {
      case UsageException usage -> said(terminal, usage.getMessage(), ExitCode.WRONG_USAGE);
      case StartException start -> said(terminal, start.getMessage(), ExitCode.NOT_STARTED);
      case IOException io -> said(terminal, io.getMessage(), ExitCode.NOT_STARTED);
      default -> throw e;
    };
  }

  private static int said(Terminal terminal, @Nullable String sentence, int code) {
    terminal.say(String.valueOf(sentence));
    return code;
  }
}
