package interleave.app;

import interleave.engine.StartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's entry point: without a command it is the window. */
@Command(
    name = "interleave",
    mixinStandardHelpOptions = true,
    version = "Interleave 0.1.0",
    description = "Traces what processes and threads really do, and draws it.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "*:of run: the program's own, 128 + n where signal n ended it",
      "1:the program ended well, but what was to be saved could not be written",
      "2:wrong usage",
      "3:the program could not be started",
      "124:the program was stopped at the timeout",
      "125:the program was stopped because a deadlock kept all of it from going on"
    })
public final class Main implements Callable<Integer> {
  static final int NOT_SAVED = 1;
  static final int WRONG_USAGE = 2;
  static final int NOT_STARTED = 3;
  static final int TIMED_OUT = 124;
  static final int DEADLOCKED = 125;

  private final Terminal terminal;

  Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    System.exit(execute(Terminal.ofThisProcess(), args));
  }

  static int execute(Terminal terminal, String... args) {
    return new CommandLine(new Main(terminal))
        .addSubcommand(new ListCommand(terminal))
        .addSubcommand(new RunCommand(terminal))
        .addSubcommand(new OpenCommand(terminal))
        .addSubcommand(new InfoCommand(terminal))
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setParameterExceptionHandler((e, _) -> wrongUsage(terminal, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(terminal, e))
        .execute(args);
  }

  /** No command was given. */
  @Override
  public Integer call() throws IOException {
    if (Display.isThere()) {
      return Windows.open(Windows.Content.NOTHING);
    }
    terminal.say("there is no display here, so every scenario runs without a window.");
    return new EveryScenario(terminal).run();
  }

  private static int wrongUsage(Terminal terminal, ParameterException e) {
    terminal.say(String.valueOf(e.getMessage()));
    CommandLine command = e.getCommandLine();
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      terminal.say("see " + command.getCommandSpec().qualifiedName() + " --help.");
    }
    return WRONG_USAGE;
  }

  private static int failed(Terminal terminal, Exception e) throws Exception {
    return switch (e) {
      case UsageException usage -> said(terminal, usage.getMessage(), WRONG_USAGE);
      case StartException start -> said(terminal, start.getMessage(), NOT_STARTED);
      case IOException io -> said(terminal, io.getMessage(), NOT_STARTED);
      default -> throw e;
    };
  }

  private static int said(Terminal terminal, @Nullable String sentence, int code) {
    terminal.say(String.valueOf(sentence));
    return code;
  }
}
