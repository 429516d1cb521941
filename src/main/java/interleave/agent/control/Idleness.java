package interleave.agent.control;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a thread that waits from one that computes, or would if it had a processor. */
final class Idleness {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** What the system says of a thread when it sleeps until somebody wakes it. */
  private static final char SLEEPS = 'S';

  /**
   * After so many looks it waits also where others run. Before that it may be one of those that it
   * waits for, as the JVM's own when they stop all threads, and have to wait for a processor.
   */
  private static final int SURE = 25;

  private String before = "";
  private int still;

  /** Whether it has waited since the last look, in Java or by the system. */
  boolean waits(Strand strand) {
    return waits(strand.thread, strand.system);
  }

  /**
   * Whether it has waited since the last look.
   *
   * @param system the system's thread that runs it; 0 where that is not known
   */
  boolean waits(Thread looked, long system) {
    Thread.State state = looked.getState();
    boolean waits = state != Thread.State.TERMINATED && state != Thread.State.NEW;
    if (looked.isVirtual() || system == 0) {
      return waits && state != Thread.State.RUNNABLE;
    }
    String now = sight(system);
    still = !now.isEmpty() && now.equals(before) ? still + 1 : 0;
    before = now;
    return still > 0 && waits && (still > SURE || isQuiet());
  }

  /** Whether but for who looks no thread of this process runs, or would if it had a processor. */
  private static boolean isQuiet() {
    int running = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(TASKS)) {
      for (Path each : threads) {
        running += state(each) == SLEEPS ? 0 : 1;
      }
    } catch (IOException | RuntimeException e) {
      return false; // one has ended just now
    }
    return running <= 1;
  }

  private static char state(Path thread) throws IOException {
    String stat = Files.readString(thread.resolve("stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }

  /** How often a thread that sleeps now was made to run so far; empty for one that runs. */
  private static String sight(long thread) {
    try {
      Path of = TASKS.resolve(Long.toString(thread));
      if (state(of) != SLEEPS) {
        return "";
      }
      String status = Files.readString(of.resolve("status"));
      return thread + status.substring(status.indexOf("voluntary_ctxt_switches"));
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
