package interleave.app.command;

import interleave.app.window.Display;
import interleave.app.window.Windows;
import interleave.program.RunOrigin;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window on a saved recording. */
@Command(name = "open", mixinStandardHelpOptions = true)
public final class OpenCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  @Parameters(paramLabel = "F", descriptionKey = "open.file")
  private Path file = Path.of("");

  public OpenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return open(file);
  }

  /** The same of a file that was named without a command. */
  public int open(Path file) throws IOException {
    if (Display.isThere()) {
      return Windows.open(Optional.of(new RunOrigin.Saved(file.toAbsolutePath())));
    }
    terminal.say(WORDS.get("no-display.open"));
    return new InfoCommand(terminal).show(file, false);
  }
}
