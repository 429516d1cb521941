package interleave.exchange.dump;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SeenState;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes dumps into a recording: what each thread was seen doing at each moment. */
final class DumpRecording {
  /**
   * A dump may have a hundred thousand threads: after so many somebody is asked whether to go on.
   */
  private static final int TOLD_EVERY = 256;

  private final Intake intake;

  /** By pid, and by what else tells a process. */
  private final Map<String, Seen> processes = new HashMap<>();

  /** Of which all dumps are, and that has threads of its own; null where dumps tell theirs. */
  private final @Nullable Seen only;

  private int unnamed;

  /** A process, and its threads by what is the same of them in all dumps. */
  private static final class Seen {
    final IntakeProcess process;
    final Map<String, IntakeThread> threads = new HashMap<>();

    final CrewRows crews;

    /** Whether what runs it was told. */
    boolean told;

    Seen(IntakeProcess process) {
      this.process = process;
      crews = new CrewRows(process);
    }
  }

  DumpRecording(Intake intake) {
    this.intake = intake;
    only = null;
  }

  /** Of dumps of a process that is told of by other means, too. */
  DumpRecording(Intake intake, IntakeProcess process) {
    this.intake = intake;
    only = new Seen(process);
    only.told = true;
  }

  void write(ThreadDump dump, long time) throws IOException {
    Seen seen = process(dump);
    List<IntakeThread> threads = threads(seen, dump);
    Places places = new Places(dump);
    String label = dump.label;
    int written = 0;
    for (int i : new Foremost(dump).order()) {
      tell(written++);
      SeenThread thread = dump.threads.get(i);
      IntakeThread to = threads.get(i);
      if (!seen.told) {
        seen.told = true;
        to.write(EventKind.PROCESS_RUNTIME, 0, 0, 0, 0, time, dump.interpreter);
      }
      sighting(seen.process, thread, to, owner(thread, places, threads), label, time);
      label = "";
    }
    intake.unknown("containers", seen.crews.write(dump, time));
  }

  /** Now and then, that it goes on. */
  private void tell(int done) {
    if (done % TOLD_EVERY == 0) {
      intake.meanwhile();
    }
  }

  /** In the order of the dump; made in the order in which they shall stand. */
  private List<IntakeThread> threads(Seen seen, ThreadDump dump) throws IOException {
    IntakeThread[] threads = new IntakeThread[dump.threads.size()];
    int made = 0;
    for (int i : Crew.order(dump)) {
      tell(made++);
      threads[i] = thread(seen, dump.threads.get(i));
    }
    return List.of(threads);
  }

  private Seen process(ThreadDump dump) throws IOException {
    if (only != null) {
      return only;
    }
    String pid = dump.pid == 0 ? "" : "pid " + dump.pid;
    String other = dump.process.isEmpty() ? dump.runtime.name() : dump.process;
    Seen known = processes.get(pid.isEmpty() ? other : pid);
    if (known == null && !dump.process.isEmpty()) {
      known = processes.get(other); // jcmd tells the pid, jstack does not
    }
    if (known == null) {
      long number = dump.pid == 0 ? --unnamed : dump.pid; // of what has no pid, one that none has
      IntakeProcess made = intake.process(number);
      made.name(name(dump));
      known = new Seen(made);
    }
    if (!pid.isEmpty()) {
      processes.put(pid, known);
    }
    if (pid.isEmpty() || !dump.process.isEmpty()) {
      processes.put(other, known);
    }
    return known;
  }

  private static String name(ThreadDump dump) {
    if (!dump.command.isEmpty()) {
      return dump.command;
    }
    return switch (dump.runtime) {
      case PYTHON -> "Python";
      default -> "Java";
    };
  }

  private IntakeThread thread(Seen seen, SeenThread thread) throws IOException {
    int flags =
        (thread.daemon ? Flags.DAEMON : 0)
            | (thread.virtual ? Flags.VIRTUAL : 0)
            | (thread.service ? Flags.SERVICE : 0);
    IntakeThread known = seen.threads.get(thread.key);
    if (known == null) {
      boolean nameless = thread.name.isEmpty() && thread.virtual;
      String name = nameless ? "virtual " + thread.id : thread.name;
      known =
          seen == only
              ? ofRecording(seen, thread, name, flags)
              : seen.process.row(thread.id, name, flags);
      known.system(thread.system);
      seen.threads.put(thread.key, known);
    } else if (!thread.name.isEmpty()) {
      known.name(thread.name);
    }
    return known;
  }

  /** The one that the recording knows by its number; by the system's where the runtime has none. */
  private static IntakeThread ofRecording(Seen seen, SeenThread thread, String name, int flags)
      throws IOException {
    long number = thread.key.startsWith("#") ? thread.id : -thread.system;
    IntakeThread known =
        number == 0 ? seen.process.row(0, name, flags) : seen.process.thread(number, name, flags);
    known.sortIndex(number > 0 ? number : Integer.MAX_VALUE);
    return known;
  }

  /**
   * The thread that has what another waits for, by the dump's own word; null where it says none, or
   * where two are called so: its locks may tell.
   */
  private static @Nullable IntakeThread owner(
      SeenThread thread, Places places, List<IntakeThread> threads) {
    int place = thread.owner == null ? -1 : places.of(thread.owner);
    return place < 0 ? null : threads.get(place);
  }

  private static void sighting(
      IntakeProcess process,
      SeenThread thread,
      IntakeThread to,
      @Nullable IntakeThread owner,
      String label,
      long time)
      throws IOException {
    int[] sites = new int[thread.stack.size()];
    int stack = 0;
    for (int i = sites.length - 1; i >= 0; i--) {
      Frame frame = thread.stack.get(i);
      sites[i] = process.site(frame.file(), frame.function(), frame.owner(), frame.line());
      stack = process.stack(sites[i], stack);
    }
    int flags =
        thread.state.code()
            | (thread.timed ? SeenState.TIMED : 0)
            | (thread.gil ? SeenState.WITH_GIL : 0);
    DumpLock lock = thread.waitsFor;
    int object = lock == null ? 0 : object(process, lock);
    int own = ProgramFrames.first(thread.stack);
    long value = (owner == null ? 0 : owner.id()) | (long) stack << Integer.SIZE;
    int site = own < 0 ? 0 : sites[own];
    to.write(EventKind.THREAD_SEEN, flags, object, site, value, time, label);
    for (SeenThread.Held held : thread.held) {
      int depth = held.depth();
      int at = depth >= 0 && depth < sites.length ? sites[depth] : 0;
      to.write(EventKind.SEEN_HOLDING, 0, object(process, held.lock()), at, 0, time);
    }
  }

  private static int object(IntakeProcess process, DumpLock lock) throws IOException {
    return process.object(type(lock), lock.key() + " " + lock.type(), lock.name());
  }

  private static ObjectType type(DumpLock lock) {
    String type = lock.type();
    return lock.monitor()
        ? ObjectType.MONITOR
        : type.contains("ReentrantReadWriteLock")
            ? ObjectType.READ_WRITE_LOCK
            : type.contains("StampedLock")
                ? ObjectType.STAMPED_LOCK
                : type.contains("ReentrantLock") ? ObjectType.LOCK : ObjectType.BLOCKER;
  }
}
