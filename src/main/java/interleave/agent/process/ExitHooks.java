package interleave.agent.process;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Life;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code around {@code main} and before it ends the process. */
public final class ExitHooks {
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private static final int SIGHUP = 1;
  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  /** How {@code main} ended; null while it runs. */
  private static volatile @Nullable Boolean mainReturned;

  /** The thread in which {@code main} will run: the one that runs {@code premain}. */
  private static volatile long mainThread;

  private ExitHooks() {}

  /** Runs when everything else has ended or the process is told to end. */
  private static final class Last extends Thread {
    Last() {
      super(null, null, "interleave", 0, false);
    }

    @Override
    public void run() {
      last();
    }
  }

  public static void install() {
    mainThread = Thread.currentThread().threadId();
    Thread last = new Last();
    Lane.RECORDER.service(last);
    Runtime.getRuntime().addShutdownHook(last);
  }

  /** Before {@code System.exit}. */
  public static long exitBegin(int code, int site) {
    endHere(code, site);
    return 0;
  }

  /** Before {@code Runtime.exit} and {@code Runtime.halt}. */
  public static long exitBegin(@Nullable Object runtime, int code, int site) {
    if (runtime != null) {
      endHere(code, site);
    }
    return 0;
  }

  private static void endHere(int code, int site) {
    try {
      Lane.current().lastWords();
    } catch (Throwable e) {
      // Half a line is not recorded.
    }
    end(code, 0, site);
  }

  /** A {@code main} begins. */
  public static long mainBegin() {
    return Thread.currentThread().threadId() == mainThread ? Life.begin(false) : 0;
  }

  /** A {@code main} returns. */
  public static void mainEnd(long token) {
    if (token == 1) {
      mainReturned = true;
    }
    Life.end(token, null);
  }

  /** A {@code main} throws. */
  public static void mainFailed(Throwable why, long token) {
    if (token == 1) {
      mainReturned = false;
    }
    Life.end(token, why);
  }

  private static void last() {
    try {
      Boolean returned = mainReturned;
      int signal = signal();
      if (signal != 0) {
        long value = (long) signal << Integer.SIZE;
        Lane.RECORDER.log().event(EventKind.SIGNAL, Flags.HANDLED, 0, 0, value);
      }
      if (returned == null || signal != 0) {
        end(0, Flags.UNKNOWN, 0);
      } else {
        end(returned ? 0 : 1, 0, 0);
      }
      Lane.processEnds();
    } catch (Throwable e) {
      // Nothing more can be said.
    }
  }

  /** Which signal ends the process, by the thread that then runs the shutdown; 0 for none. */
  private static int signal() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group != null && group.getParent() != null) {
      group = group.getParent();
    }
    if (group == null) {
      return 0;
    }
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads, true);
    for (int i = 0; i < count; i++) {
      String name = threads[i].getName();
      if (name.startsWith("SIG") && name.endsWith(" handler")) {
        return name.startsWith("SIGTERM") ? SIGTERM : name.startsWith("SIGINT") ? SIGINT : SIGHUP;
      }
    }
    return 0;
  }

  private static void end(int code, int flags, int site) {
    try {
      if (SAID.compareAndSet(false, true)) {
        Lane.RECORDER.log().event(EventKind.PROCESS_END, flags, 0, site, code);
      }
    } catch (Throwable e) {
      // The process ends all the same.
    }
  }
}
