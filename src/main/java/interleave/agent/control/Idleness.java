package interleave.agent.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a thread that waits from one that computes, or would if it had a processor. */
final class Idleness {
  private static final Path TASKS = Path.of("/proc/self/task");

  /** What the system says of a thread when it sleeps until somebody wakes it. */
  private static final char SLEEPS = 'S';

  private String before = "";

  /** Whether it has waited since the last look, in Java or by the system. */
  boolean waits(Strand strand) {
    Thread looked = strand.thread;
    Thread.State state = looked.getState();
    boolean waits = state != Thread.State.TERMINATED && state != Thread.State.NEW;
    if (looked.isVirtual() || strand.system == 0) {
      return waits && state != Thread.State.RUNNABLE;
    }
    String now = sight(strand.system);
    boolean still = !now.isEmpty() && now.equals(before);
    before = now;
    return still && waits;
  }

  /** How often a thread that sleeps now was made to run so far; empty for one that runs. */
  private static String sight(long thread) {
    try {
      Path of = TASKS.resolve(Long.toString(thread));
      String stat = Files.readString(of.resolve("stat"));
      if (stat.charAt(stat.lastIndexOf(')') + 2) != SLEEPS) {
        return "";
      }
      String status = Files.readString(of.resolve("status"));
      return thread + status.substring(status.indexOf("voluntary_ctxt_switches"));
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }
}
