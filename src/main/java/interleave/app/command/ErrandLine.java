package interleave.app.command;

import interleave.file.Progress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * One line on how far a file is read or written, where somebody looks and it takes its time. Ctrl+C
 * ends that: nothing of it is left behind then.
 */
public final class ErrandLine implements Progress, AutoCloseable {
  private static final long UNSEEN_NS = 300_000_000;
  private static final long PAUSE_NS = 100_000_000;

  private final Terminal terminal;
  private final String what;
  private final long begun = System.nanoTime();
  private @Nullable SignalHandler before;
  private volatile boolean interrupted;
  private long shown;

  /**
   * @param what is done, such as {@code Opening run.interleave}
   */
  public ErrandLine(Terminal terminal, String what) {
    this.terminal = terminal;
    this.what = what;
    try {
      before = Signal.handle(new Signal("INT"), _ -> interrupted = true);
    } catch (IllegalArgumentException e) {
      // This JVM was told to leave signals alone: Ctrl+C ends it.
    }
  }

  @Override
  public boolean at(long done, long total) {
    long now = System.nanoTime();
    if (terminal.live() && now - begun >= UNSEEN_NS && (shown == 0 || now - shown >= PAUSE_NS)) {
      shown = now;
      double percent = total <= 0 ? 0 : 100.0 * Math.min(done, total) / total;
      String line = PlainText.of(String.format(Locale.ROOT, "%s  %.0f %%", what, percent));
      terminal.err().print(PassedOutput.CLEAR + line);
      terminal.err().flush();
    }
    return !interrupted;
  }

  /** Takes the line away, and leaves Ctrl+C to whoever had it before. */
  @Override
  public void close() {
    if (shown != 0) {
      terminal.err().print(PassedOutput.CLEAR);
      terminal.err().flush();
    }
    shown = 0;
    if (before != null) {
      Signal.handle(new Signal("INT"), before);
      before = null;
    }
  }
}
