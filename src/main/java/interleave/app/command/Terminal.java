package interleave.app.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line prints.
 *
 * @param live whether somebody looks at {@code err} as it comes, so that a line may be rewritten
 */
public record Terminal(PrintStream out, PrintStream err, boolean live) {
  public static Terminal ofThisProcess() {
    return new Terminal(System.out, System.err, isTerminal());
  }

  /** Says a sentence of ours, told apart from what the program says. */
  public void say(String sentence) {
    err.println("interleave: " + PlainText.of(sentence));
  }

  /**
   * Prints a line of what was asked for. Whatever it names, it stays one line, and the terminal
   * obeys nothing in it: all text of ours goes through here or {@link #say}.
   */
  public void line(String text) {
    out.println(PlainText.of(text));
  }

  private static boolean isTerminal() {
    try {
      Path err = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return err.startsWith("/dev/pts") || err.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      @Nullable Console console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
