package interleave.timeline;

/** The names of signals, as Linux numbers them. */
public final class Signals {
  private Signals() {}

  public static String name(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 3 -> "SIGQUIT";
      case 4 -> "SIGILL";
      case 5 -> "SIGTRAP";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 10 -> "SIGUSR1";
      case 11 -> "SIGSEGV";
      case 12 -> "SIGUSR2";
      case 13 -> "SIGPIPE";
      case 14 -> "SIGALRM";
      case 15 -> "SIGTERM";
      case 17 -> "SIGCHLD";
      case 18 -> "SIGCONT";
      case 19 -> "SIGSTOP";
      case 20 -> "SIGTSTP";
      case 28 -> "SIGWINCH";
      default -> "signal " + number;
    };
  }
}
