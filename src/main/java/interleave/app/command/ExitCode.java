package interleave.app.command;

/** The exit codes of Interleave's own; those of a program that was run are passed on. */
public final class ExitCode {
  /** The program ended well, but something that was wished for could not be written. */
  public static final int NOT_SAVED = 1;

  /** A run that was compared is worse than another by more than it may be. */
  public static final int WORSE = 1;

  public static final int WRONG_USAGE = 2;
  public static final int NOT_STARTED = 3;

  /** An exploration found what was named as a failure. */
  public static final int FOUND = 1;

  static final int TIMED_OUT = 124;
  static final int DEADLOCKED = 125;

  /** The user ended it with Ctrl+C: 128 and the signal's number, as shells say it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
