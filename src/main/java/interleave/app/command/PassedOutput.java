package interleave.app.command;

import interleave.engine.OutputListener;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Hands the program's output on as it comes, and keeps one line of progress below it where somebody
 * looks: never behind a line that the program has not finished.
 */
public final class PassedOutput implements OutputListener {
  public static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private boolean atLineStart = true;
  private @Nullable String shown;

  public PassedOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void printed(boolean stderr, byte[] bytes, int length) {
    clear();
    PrintStream to = stderr ? terminal.err() : terminal.out();
    to.write(bytes, 0, length);
    to.flush();
    atLineStart = bytes[length - 1] == '\n';
    if (to.checkError()) {
      // Nobody reads any more: the program is to notice it as it would without us.
      throw new UncheckedIOException(new IOException("the output was closed"));
    }
  }

  /** Says a sentence of ours while the program runs. */
  synchronized void say(String sentence) {
    clear();
    terminal.say(sentence);
  }

  /** Says a line that is to be copied as it is. */
  synchronized void plain(String line) {
    clear();
    terminal.err().println(PlainText.of(line));
  }

  /** Shows that line in place of the last one. */
  public synchronized void progress(String line) {
    if (terminal.live() && atLineStart) {
      terminal.err().print(CLEAR + line);
      terminal.err().flush();
      shown = line;
    }
  }

  /** Takes the line away. */
  public synchronized void clear() {
    if (shown != null) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
      shown = null;
    }
  }
}
