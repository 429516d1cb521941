package interleave.app;

import interleave.file.InterleaveFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window on a saved recording. */
@Command(
    name = "open",
    description = "Opens a saved recording in the window.",
    mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "F" + InterleaveFile.SUFFIX, description = "The recording.")
  private Path file = Path.of("");

  OpenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (Display.isThere()) {
      return Windows.open(new Windows.Content.Saved(file));
    }
    terminal.say("there is no display here to open a window on, so this is what the file holds.");
    return new InfoCommand(terminal).show(file, false);
  }
}
