package interleave.process;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import java.util.Map;

/**
 * How a process ended. Like a shell, Java says 128 + n for a process that a signal n ended, and so
 * does a JVM that ends itself because of one, so such codes are taken for signals.
 */
record Ending(int exitCode) {
  private static final int SIGNAL_BASE = 128;
  private static final int LAST_SIGNAL = 31;
  private static final long SIGKILL = 9;
  private static final long SIGTERM = 15;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "SIGHUP"),
          Map.entry(2, "SIGINT"),
          Map.entry(3, "SIGQUIT"),
          Map.entry(4, "SIGILL"),
          Map.entry(5, "SIGTRAP"),
          Map.entry(6, "SIGABRT"),
          Map.entry(8, "SIGFPE"),
          Map.entry(9, "SIGKILL"),
          Map.entry(11, "SIGSEGV"),
          Map.entry(13, "SIGPIPE"),
          Map.entry(14, "SIGALRM"),
          Map.entry(15, "SIGTERM"));

  private static final boolean UNIX = !System.getProperty("os.name").startsWith("Windows");

  /** The number of the signal, 0 for none. */
  int signal() {
    int number = exitCode - SIGNAL_BASE;
    return UNIX && number > 0 && number <= LAST_SIGNAL ? number : 0;
  }

  /**
   * The number of the signal by which a process is asked to end, or ended; 0 where there is none.
   */
  static long asked(boolean kill) {
    return !UNIX ? 0 : kill ? SIGKILL : SIGTERM;
  }

  String signalName() {
    return NAMES.getOrDefault(signal(), "signal " + signal());
  }

  /** As in {@code worker 1234 was killed by SIGKILL}. */
  @Override
  public String toString() {
    return signal() == 0 ? "ended with exit code " + exitCode : "was killed by " + signalName();
  }

  void record(Recorder recorder, long pid) {
    long how = signal() == 0 ? exitCode : signal();
    int flags = signal() == 0 ? 0 : Flags.SIGNAL;
    recorder
        .log()
        .event(EventKind.CHILD_EXIT, flags, 0, 0, how << Integer.SIZE | (pid & 0xffff_ffffL));
  }
}
