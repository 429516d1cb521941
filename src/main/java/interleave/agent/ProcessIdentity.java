package interleave.agent;

/** The id of this process, found once. */
final class ProcessIdentity {
  private static final long PID = ProcessHandle.current().pid();

  private ProcessIdentity() {}

  static long pid() {
    return PID;
  }
}
