package interleave.exchange.strace;

import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the system's threads. */
final class Task {
  final int tid;
  final Group group;
  final IntakeThread thread;
  final Descriptors descriptors;

  /** The call that has begun and not come back. */
  @Nullable StraceLine going;

  long goingSince;

  /** What the file last called it. */
  String command = "";

  Task(int tid, Group group, IntakeThread thread, Descriptors descriptors) {
    this.tid = tid;
    this.group = group;
    this.thread = thread;
    this.descriptors = descriptors;
  }

  /** A process: the threads that end together. */
  static final class Group {
    final int pid;
    final IntakeProcess process;
    final Set<Integer> alive = new HashSet<>();

    /** What the file last called its first thread. */
    String command = "";

    /** The pipes of which it has told where they lead, and what it calls them. */
    final Map<Integer, Integer> pipes = new HashMap<>();

    /** Whether a program has begun in it. */
    boolean started;

    boolean over;

    Group(int pid, IntakeProcess process) {
      this.pid = pid;
      this.process = process;
    }
  }
}
