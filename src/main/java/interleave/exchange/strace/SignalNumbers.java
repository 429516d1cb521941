package interleave.exchange.strace;

import java.util.List;

/** Signals by their names, as Linux numbers them. */
final class SignalNumbers {
  private static final List<String> NAMES =
      List.of(
          "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV",
          "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",
          "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS");

  private SignalNumbers() {}

  /** Of {@code SIGTERM}; 0 where it is not known. */
  static int of(String name) {
    String bare = name.startsWith("SIG") ? name.substring(3) : name;
    return bare.isEmpty() ? 0 : Math.max(0, NAMES.indexOf(bare));
  }
}
