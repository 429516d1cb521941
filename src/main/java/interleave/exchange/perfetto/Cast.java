package interleave.exchange.perfetto;

import interleave.event.ObjectType;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The processes and threads that are drawn: those of which something is told beside their names.
 */
final class Cast {
  private static final Words WORDS = Words.of("exchange/perfetto");

  private final Intake intake;
  private final int host;
  private final ThreadNames names;
  private final Map<Integer, Member> members = new HashMap<>();
  private final Map<IntakeProcess, Member> byProcess = new IdentityHashMap<>();
  private final Map<Long, IntakeThread> ofKernel = new HashMap<>();

  /**
   * @param host the number of their machine in the recording
   */
  Cast(Intake intake, int host, ThreadNames names) {
    this.intake = intake;
    this.host = host;
    this.names = names;
  }

  /** A process, and the names that it was given already. */
  static final class Member {
    final int pid;
    final IntakeProcess process;
    private final Map<String, Integer> slices = new HashMap<>();

    private Member(int pid, IntakeProcess process) {
      this.pid = pid;
      this.process = process;
    }

    /** The number that a name of slices has in it. */
    int slice(String name) throws IOException {
      Integer known = slices.get(name);
      if (known == null) {
        known = process.object(ObjectType.SLICE, name);
        slices.put(name, known);
      }
      return known;
    }
  }

  Member member(int pid) throws IOException {
    Member known = members.get(pid);
    if (known == null) {
      IntakeProcess process = intake.process(host, pid);
      String name = names.process(pid);
      if (pid == ThreadNames.NOBODY) {
        process.name(WORDS.get("nobody"));
      } else if (name != null) {
        process.name(name);
      } else if (pid == ThreadNames.KERNEL) {
        process.name(WORDS.get("kernel"));
      }
      process.sortIndex(names.rank(pid));
      known = new Member(pid, process);
      members.put(pid, known);
      byProcess.put(process, known);
    }
    return known;
  }

  /** The process of a thread. */
  Member member(IntakeThread thread) {
    return Objects.requireNonNull(byProcess.get(thread.process()));
  }

  /** A thread that the file names with its process. */
  IntakeThread thread(int pid, long tid) throws IOException {
    String name = names.thread(pid, tid);
    return member(pid).process.thread(tid, name == null ? "" : name, 0);
  }

  /** A thread that the kernel names by its number alone; {@code called} where nothing else says. */
  IntakeThread thread(long tid, String called) throws IOException {
    IntakeThread known = ofKernel.get(tid);
    if (known == null) {
      String name = names.thread(tid);
      int pid = names.owner(tid);
      known = member(pid).process.thread(tid, name == null ? called : name, 0);
      ofKernel.put(tid, known);
    }
    return known;
  }

  /** The system gives the number of a thread that is gone to another one. */
  IntakeThread another(long tid, String called) throws IOException {
    IntakeThread made = member(names.owner(tid)).process.row(tid, called, 0);
    ofKernel.put(tid, made);
    return made;
  }
}
