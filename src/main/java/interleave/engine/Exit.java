package interleave.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param code the exit code; 128 + n where signal n ended it, as shells count
 * @param signal the signal's name, null where it ended with a code
 */
public record Exit(int code, @Nullable String signal) {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
  private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");

  private static final Map<Integer, String> SIGNALS =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(LINUX ? 7 : 10, "SIGBUS"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(LINUX ? 10 : 30, "SIGUSR1"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(LINUX ? 12 : 31, "SIGUSR2"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"),
          Map.entry(24, "SIGXCPU"),
          Map.entry(25, "SIGXFSZ"));

  /**
   * Reads what {@link Process#exitValue()} gives: on Unix 128 + n for signal n. A JVM that is asked
   * to end by a signal leaves with the same number by itself, so the two are not told apart.
   */
  public static Exit of(int value) {
    return new Exit(value, WINDOWS ? null : SIGNALS.get(value - 128));
  }

  /** The signal's number, 0 where it ended with a code. */
  public int signalNumber() {
    return signal == null ? 0 : code - 128;
  }

  /** {@code exit 0} or {@code SIGTERM}. */
  public String show() {
    return signal == null ? "exit " + code : signal;
  }
}
