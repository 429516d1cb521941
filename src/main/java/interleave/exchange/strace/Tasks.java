package interleave.exchange.strace;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.strace.Task.Group;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** All processes and threads: how they begin, what program they run, how they end. */
final class Tasks {
  private static final int LONGEST_COMMAND = 400;

  private final Intake intake;
  private final Census census;
  private final Map<Integer, Task> tasks = new HashMap<>();
  private final Map<Integer, Group> groups = new HashMap<>();

  /** What children have of their makers that were not heard of yet. */
  private final Map<Integer, Descriptors> inherited = new HashMap<>();

  private int roots;

  Tasks(Intake intake, Census census) {
    this.intake = intake;
    this.census = census;
  }

  /** What is called otherwise than its process has a name of its own. */
  void called(Task task, String command) {
    if (command.isEmpty() || command.equals(task.command)) {
      return;
    }
    task.command = command;
    if (task.tid == task.group.pid) {
      task.group.command = command;
    } else if (!command.equals(task.group.command)) {
      task.thread.name(command);
    }
  }

  /** Threads that no call in the file made, as far as there are lines of them. */
  int roots() {
    return roots;
  }

  Collection<Task> all() {
    return tasks.values();
  }

  /** The thread of a line; it begins with the first of them. */
  Task of(int tid, long time) throws IOException {
    Task known = tasks.get(tid);
    return known == null ? begin(tid, time) : known;
  }

  private Task begin(int tid, long time) throws IOException {
    int pid = census.process(tid);
    Group group = group(pid);
    boolean first = tid == pid;
    IntakeThread thread = group.process.thread(tid, first ? "main" : "thread " + tid, 0);
    Census.Born born = census.born(tid);
    roots += born == null ? 1 : 0;
    Task maker = born == null ? null : tasks.get(census.maker(born));
    Descriptors own = inherited.remove(tid);
    if (own == null) {
      own =
          born == null || maker == null
              ? new Descriptors()
              : born.files() ? maker.descriptors : maker.descriptors.copy();
    }
    Task made = new Task(tid, group, thread, own);
    tasks.put(tid, made);
    group.alive.add(tid);
    thread.write(EventKind.NATIVE_THREAD, 0, 0, 0, tid, time);
    if (first && born != null) {
      group.started = true;
      thread.write(EventKind.PROCESS_START, 0, 0, 0, pid, time);
    } else {
      thread.write(EventKind.THREAD_BEGIN, 0, 0, 0, 0, time);
    }
    return made;
  }

  private Group group(int pid) throws IOException {
    Group known = groups.get(pid);
    if (known == null) {
      IntakeProcess process = intake.process(pid == 0 ? -1 : pid);
      if (pid == 0) {
        process.name("");
      }
      Census.Born born = census.born(pid);
      if (born != null) {
        process.parent(census.process(census.maker(born)));
      }
      known = new Group(pid, process);
      groups.put(pid, known);
    }
    return known;
  }

  /** Whether the file has lines of that process. */
  boolean isTraced(int pid) {
    return groups.containsKey(pid);
  }

  /** A call that makes a thread or a process has come back. */
  void born(Task by, Call call) throws IOException {
    int child = call.returned();
    Census.Born born = census.born(child);
    if (child <= 0 || born == null) {
      return;
    }
    if (born.thread()) {
      long id = of(child, call.begin()).thread.id();
      by.thread.write(EventKind.THREAD_STARTED, 0, 0, 0, id, call.begin());
      return;
    }
    if (!tasks.containsKey(child) && !born.files()) {
      inherited.put(child, by.descriptors.copy()); // as they are now, before it says a word
    }
    // A copy goes on in the thread that made it, which has the same number there.
    boolean copy = born.copy() && by.thread.id() == 1;
    by.thread.write(EventKind.CHILD_START, copy ? Flags.FORK : 0, 0, 0, child, call.begin());
    if (born.copy() && !copy) {
      by.thread.write(EventKind.CHILD_METHOD, 0, 0, 0, child, call.begin(), "fork");
    }
  }

  /** Another program, or the first one. */
  void exec(Task task, Call call) throws IOException {
    if (call.failed()) {
      return;
    }
    String command = command(call);
    if (task.group.started) {
      task.thread.write(EventKind.PROCESS_EXEC, 0, 0, 0, 0, call.begin(), command);
    }
    task.group.started = true;
    task.thread.write(EventKind.PROCESS_START, 0, 0, 0, task.group.pid, call.end(), command);
    task.descriptors.exec();
  }

  /** {@code sh -c true} of {@code ["sh", "-c", "true"]}; the file where there is no list. */
  private static String command(Call call) {
    String list = call.arg(call.name().equals("execveat") ? 2 : 1);
    String first = unquoted(call.arg(call.name().equals("execveat") ? 1 : 0));
    StringBuilder words = new StringBuilder();
    for (String word : new Call(0, "", inside(list), "", 0, 0).parted()) {
      boolean cut = word.endsWith("\"..."); // strace shows 32 characters, but of a path all
      words.append(words.isEmpty() ? "" : " ");
      words.append(!cut ? unquoted(word) : words.isEmpty() ? first : unquoted(word) + "…");
    }
    String all = words.isEmpty() ? first : words.toString();
    return all.substring(0, Math.min(all.length(), LONGEST_COMMAND));
  }

  private static String inside(String list) {
    return list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : "";
  }

  static String unquoted(String word) {
    int end = word.lastIndexOf('"');
    return word.startsWith("\"") && end > 0 ? word.substring(1, end) : word;
  }

  /** A thread has ended, and with the last of them its process. */
  void exited(Task task, int code, boolean signal, long time) throws IOException {
    Group group = task.group;
    if (!group.alive.remove(task.tid) || group.over) {
      return;
    }
    if (!group.alive.isEmpty()) {
      task.thread.write(EventKind.THREAD_END, 0, 0, 0, 0, time);
      return;
    }
    group.over = true;
    long value = group.process.pid() & 0xFFFF_FFFFL | (long) code << Integer.SIZE;
    task.thread.write(EventKind.CHILD_EXIT, signal ? Flags.SIGNAL : 0, 0, 0, value, time);
  }

  /** A thread goes on in the place of the one that is the first of its process. */
  void superseded(Task task, long time) throws IOException {
    if (task.group.alive.remove(task.tid)) {
      task.thread.write(EventKind.THREAD_END, 0, 0, 0, 0, time);
    }
  }
}
