package interleave.process;

import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code fork(2)}: one process becomes two that are alike, and both go on from the same line.
 *
 * <pre>{@code
 * Fork fork = Fork.rehearsed(Program::child);
 * long pid = fork.fork();      // called once, returns twice
 * if (pid == 0) {
 *   child(fork);               // here in the child, which ends with fork.exit(code)
 * } else {
 *   fork.waitFor();            // here in the parent
 * }
 * }</pre>
 *
 * <p>A JVM was not made for this. Only the thread that calls {@code fork} is in the child: no
 * collector, no compiler, and a lock that another thread held stays locked for ever. So:
 *
 * <ul>
 *   <li>the child does nothing but what the methods of this class offer, which go straight into the
 *       system and take no lock; {@code println} and the recorder are not among them;
 *   <li>what it will do is done once beforehand without effect, the rehearsal, so that no class has
 *       to be loaded and nothing to be linked in the child;
 *   <li>it reports through a pipe, and the parent records on its behalf, with the child's own
 *       times;
 *   <li>a child that does not report its birth is killed and {@code fork} is called again; one that
 *       falls silent later is killed. Both are told: {@link #repeated}, {@link Ending#toString}.
 * </ul>
 *
 * <p>Call it in a process made for the purpose, best one without compilers, {@code -Xint}: their
 * locks are what a child mostly hangs at. One thread calls all methods.
 */
public final class Fork {
  /** Why there is none here; for systems where {@link #isPossible} is false. */
  public static final String WHY_NOT =
      "Windows has no fork: a process there is always started afresh from a program, never split"
          + " off from another process.";

  private static final int MOST_ATTEMPTS = 5;

  /** The JVM's compilers are done by then, and hold no lock that the child would find locked. */
  private static final int QUIET_MS = 40;

  private static final long SILENCE_MS = 3_000;

  /** A child that has lived is given so much longer: a busy machine can keep it waiting. */
  private static final int LENIENCE = 4;

  private final Consumer<Fork> child;
  private final long silence;
  private final Recorder recorder = Recorder.current();
  private final String name;
  private final ForkReport report = new ForkReport();
  private int unlucky;
  private int repeated;
  private boolean inRehearsal;
  private @Nullable ForkedChild forked;

  /** What the child becomes, made ready by the rehearsal. */
  private @Nullable MemorySegment program;

  private Fork(String name, Consumer<Fork> child, long silence, int unlucky) {
    this.name = name;
    this.child = child;
    this.silence = silence;
    this.unlucky = unlucky;
  }

  /** Whether this system can fork. */
  public static boolean isPossible() {
    return !System.getProperty("os.name").startsWith("Windows");
  }

  /**
   * Rehearses what the child will do; nothing of it takes effect.
   *
   * @param name of the child, for people
   * @throws UnsupportedOperationException where there is no fork
   */
  public static Fork rehearsed(String name, Consumer<Fork> child) {
    return rehearsed(name, child, SILENCE_MS, 0);
  }

  /**
   * The same for tests.
   *
   * @param silence after so many milliseconds without a report a child counts as hung
   * @param unlucky so many children hang at birth
   */
  static Fork rehearsed(String name, Consumer<Fork> child, long silence, int unlucky) {
    if (!isPossible()) {
      throw new UnsupportedOperationException(WHY_NOT);
    }
    Fork fork = new Fork(name, child, silence, unlucky);
    fork.rehearse();
    return fork;
  }

  /** Twice: what is done the first time only is done now. */
  private void rehearse() {
    inRehearsal = true;
    for (int i = 0; i < 2; i++) {
      report.toNowhere();
      born();
      child.accept(this);
      exit(0);
    }
    inRehearsal = false;
    report.end();
  }

  /**
   * Makes a copy of this process. Returns twice: 0 in the copy, and in this process the copy's pid,
   * once the copy has reported that it lives.
   *
   * @throws IllegalStateException when the system has no room for another process, or each of
   *     several children hung at birth
   */
  public long fork() throws InterruptedException {
    int site = recorder.callerSite();
    System.gc(); // in the child there is nobody to make room
    TimeUnit.MILLISECONDS.sleep(QUIET_MS);
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      int[] pipe = SystemCalls.pipe();
      report.into(pipe[1]);
      long time = Clock.now();
      int pid = SystemCalls.fork();
      if (pid == 0) {
        if (unlucky > 0) {
          SystemCalls.sleep(Integer.MAX_VALUE);
        }
        born();
        return 0;
      }
      SystemCalls.close(pipe[1]);
      if (pid < 0) {
        SystemCalls.close(pipe[0]);
        throw new IllegalStateException("The system has no room for another process.");
      }
      recorder.log().textAt(EventKind.CHILD_START, Flags.FORK, 0, site, pid, time, name);
      if (lives(new ForkedChild(pid, pipe[0], recorder))) {
        return pid;
      }
    }
    throw new IllegalStateException(
        "Each of " + MOST_ATTEMPTS + " children hung right after fork: this JVM cannot be forked.");
  }

  private boolean lives(ForkedChild born) throws InterruptedException {
    born.start();
    if (born.awaitBirth(silence)) {
      forked = born;
      return true;
    }
    born.kill();
    born.ending().record(recorder, born.pid());
    unlucky--;
    repeated++;
    recorder.note(
        "Child "
            + born.pid()
            + " hung right after fork, as may happen to the copy of a JVM; it was killed, and fork"
            + " was called again.");
    return false;
  }

  /** How often {@code fork} had to be called again because a child hung at its birth. */
  public int repeated() {
    return repeated;
  }

  /**
   * Waits until the child has ended, and says how; a child that falls silent is killed.
   *
   * @return its exit code, 128 + n where signal n ended it
   */
  public int waitFor() throws InterruptedException {
    ForkedChild waited = forked;
    if (waited == null) {
      throw new IllegalStateException("There is no child to wait for: call fork() first.");
    }
    int site = recorder.callerSite();
    recorder.log().event(EventKind.CHILD_WAIT_BEGIN, 0, 0, site, waited.pid());
    if (!waited.awaitEnd(LENIENCE * silence)) {
      recorder.log().event(EventKind.CHILD_TERMINATE, Flags.KILL, 0, site, waited.pid());
      waited.kill();
      recorder.note("Child " + waited.pid() + " fell silent after fork and was killed.");
    }
    Ending ending = waited.ending();
    recorder.log().event(EventKind.CHILD_WAIT_END, 0, 0, site, waited.pid());
    ending.record(recorder, waited.pid());
    forked = null;
    return ending.exitCode();
  }

  private void born() {
    SystemCalls.alarm(inRehearsal ? 0 : ForkReport.LONGEST_LIFE); // the last resort
    report.send(ForkReport.BORN, SystemCalls.getppid());
  }

  /** In the child: its own pid, as the system says. */
  public long pid() {
    return SystemCalls.getpid();
  }

  /** In the child: the pid of its parent, as the system says. */
  public long parentPid() {
    return SystemCalls.getppid();
  }

  /** In the child: prints a line. */
  public void print(String line) {
    report.print(line);
  }

  /** In the child: sleeps. */
  public void sleep(int millis) {
    report.send(ForkReport.SLEEPS, TimeUnit.MILLISECONDS.toNanos(millis));
    SystemCalls.sleep(inRehearsal ? 0 : millis);
    report.send(ForkReport.WAKES, 0);
  }

  /**
   * In the child: becomes another program, under the same pid. Returns only where that cannot be,
   * and in the rehearsal. The command is the same each time.
   */
  public void exec(String... command) {
    if (program == null) {
      program = SystemCalls.words(command);
    }
    report.send(ForkReport.BECOMES, String.join(" ", command));
    if (inRehearsal) {
      SystemCalls.exec(SystemCalls.words("")); // nothing is called so
    } else {
      SystemCalls.alarm(0); // another program lives as long as it likes
      SystemCalls.exec(program);
      SystemCalls.alarm(ForkReport.LONGEST_LIFE);
    }
    report.send(ForkReport.REMAINS, 0);
  }

  /** In the child: ends it. Does not return, but for the rehearsal. */
  public void exit(int code) {
    report.send(ForkReport.EXITS, code);
    if (!inRehearsal) {
      SystemCalls.exit(code);
    }
  }
}
