package interleave.exchange.strace;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.WaitChannel;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What calls come to: waits, sleeps, what goes through pipes, who wakes whom; and each as a slice
 * of its name. Between two calls nothing is told of a thread: it may run, or be kept from it.
 */
final class Meanings {
  private static final int LONGEST_TEXT = 160;

  private final Tasks tasks;
  private final Census census;
  private final Pipes pipes = new Pipes();

  Meanings(Tasks tasks, Census census) {
    this.tasks = tasks;
    this.census = census;
  }

  /** A call is over, or broke off. */
  void call(Task task, Call call) throws IOException {
    slice(task, call);
    switch (call.name()) {
      case "clone", "clone3", "fork", "vfork" -> tasks.born(task, call);
      case "execve", "execveat" -> tasks.exec(task, call);
      case "prctl" -> named(task, call);
      case "kill" -> killed(task, call);
      default -> state(task, call);
    }
    pipes.heard(task, call);
  }

  private static void slice(Task task, Call call) throws IOException {
    IntakeThread thread = task.thread;
    int name = thread.process().object(ObjectType.SLICE, call.name());
    String args = call.args().length() > LONGEST_TEXT ? cut(call.args()) : call.args();
    byte[] text = (args + ") = " + call.result()).getBytes(StandardCharsets.UTF_8);
    thread.slice(name, 0, call.begin(), call.end(), text, 0, text.length);
  }

  private static String cut(String args) {
    return args.substring(0, LONGEST_TEXT) + "…";
  }

  private void state(Task task, Call call) throws IOException {
    CallKind kind = CallKind.of(call);
    if (call.end() <= call.begin() && kind != CallKind.FUTEX) {
      return; // how long it took nobody tells
    }
    WaitChannel channel = kind.channel();
    if (channel != null) {
      told(task, NativeState.ASLEEP.flags(channel), call.begin());
      told(task, NativeState.UNKNOWN.flags(WaitChannel.UNKNOWN), call.end());
      return;
    }
    switch (kind) {
      case SLEEP -> sleep(task, call);
      case FUTEX -> futex(task, call);
      case CHILD -> waited(task, call);
      case READ -> transfer(task, call, pipes.object(task, call.descriptor(0), call.begin()), 0);
      case WRITE ->
          transfer(task, call, pipes.object(task, call.descriptor(0), call.begin()), Flags.WRITE);
      case TRANSFER -> transfer(task, call, 0, 0);
      case POLL, SIGNAL, FILE_LOCK, SEMAPHORE, RESTARTED, OTHER -> {}
    }
  }

  private static void told(Task task, int flags, long time) throws IOException {
    task.thread.write(EventKind.STATE_TOLD, flags, 0, 0, 0, time);
  }

  private static void sleep(Task task, Call call) throws IOException {
    boolean clock = call.name().startsWith("clock");
    long asked = clock && call.arg(1).contains("ABS") ? 0 : Call.duration(call.args());
    int flags = call.interrupted() ? Flags.INTERRUPTED : 0;
    task.thread.write(EventKind.SLEEP_BEGIN, 0, 0, 0, Math.max(0, asked), call.begin());
    task.thread.write(EventKind.SLEEP_END, flags, 0, 0, 0, call.end());
  }

  /** A word in memory at which threads wait, and wake others; whose it is, nobody tells. */
  private static void futex(Task task, Call call) throws IOException {
    String address = call.arg(0);
    String what = call.arg(1);
    IntakeThread thread = task.thread;
    boolean waits = what.startsWith("FUTEX_WAIT") || what.startsWith("FUTEX_LOCK_PI");
    boolean wakes = what.startsWith("FUTEX_WAKE") || what.contains("REQUEUE");
    boolean unlocks = what.startsWith("FUTEX_UNLOCK_PI");
    if (waits && !call.result().contains("EAGAIN") && call.end() > call.begin()) {
      int flags =
          (call.timedOut() ? Flags.TIMED_OUT : 0) | (call.interrupted() ? Flags.INTERRUPTED : 0);
      int object = thread.process().object(ObjectType.FUTEX, address);
      thread.write(EventKind.SYNC_WAIT_BEGIN, 0, object, 0, 0, call.begin());
      thread.write(EventKind.SYNC_WAIT_END, flags, object, 0, 0, call.end());
    } else if (unlocks || wakes && call.returned() > 0) {
      int object = thread.process().object(ObjectType.FUTEX, address);
      int woken = unlocks ? 1 : call.returned();
      thread.write(EventKind.PERMIT_RELEASED, 0, object, 0, woken, call.begin());
    }
  }

  private void waited(Task task, Call call) throws IOException {
    boolean waitid = call.name().equals("waitid");
    int asked = Numbers.leading(call.arg(waitid ? 1 : 0));
    boolean any = asked <= 0 || waitid && !call.arg(0).equals("P_PID");
    IntakeThread thread = task.thread;
    thread.write(EventKind.CHILD_WAIT_BEGIN, 0, 0, 0, any ? 0 : asked, call.begin());
    int flags = call.interrupted() ? Flags.INTERRUPTED : 0;
    int child = waitid ? field(call.args(), "si_pid=") : call.returned();
    thread.write(EventKind.CHILD_WAIT_END, flags, 0, 0, Math.max(0, child), call.end());
    if (child > 0 && !tasks.isTraced(child) && !waitid) {
      unseen(thread, child, call.arg(1), call.end());
    }
  }

  /** How a child ended of which the file has no lines: what its parent was told. */
  private static void unseen(IntakeThread thread, int child, String status, long time)
      throws IOException {
    int code = field(status, "WEXITSTATUS(s) == ");
    int at = status.indexOf("WTERMSIG(s) == ");
    int signal = at < 0 ? 0 : SignalNumbers.of(status.substring(at + 15).split("[^A-Z0-9]", 2)[0]);
    if (code >= 0 || signal > 0) {
      long value = child | (long) (signal > 0 ? signal : code) << Integer.SIZE;
      thread.write(EventKind.CHILD_EXIT, signal > 0 ? Flags.SIGNAL : 0, 0, 0, value, time);
    }
  }

  private static int field(String text, String key) {
    int at = text.indexOf(key);
    return at < 0 ? -1 : Numbers.leading(text.substring(at + key.length()));
  }

  private static void transfer(Task task, Call call, int object, int write) throws IOException {
    int flags = write | (call.failed() ? Flags.FAILED : 0);
    task.thread.write(EventKind.IO_BEGIN, write, object, 0, 0, call.begin());
    task.thread.write(EventKind.IO_END, flags, object, 0, Math.max(0, call.returned()), call.end());
  }

  private static void named(Task task, Call call) {
    if (call.arg(0).equals("PR_SET_NAME") && !call.failed()) {
      task.thread.name(Tasks.unquoted(call.arg(1)));
    }
  }

  /** One process ends another; a signal that did not end it is a slice and no more. */
  private void killed(Task task, Call call) throws IOException {
    int pid = Numbers.leading(call.arg(0));
    String signal = call.arg(1);
    if (pid > 0 && !call.failed() && signal.equals(census.killed(pid))) {
      int kill = signal.equals("SIGKILL") ? Flags.KILL : 0;
      task.thread.write(EventKind.CHILD_TERMINATE, kill, 0, 0, pid, call.begin());
    }
  }

  /** A signal has reached a thread. */
  void signal(Task task, StraceLine line, long time) throws IOException {
    int name = task.thread.process().object(ObjectType.SLICE, line.name());
    task.thread.write(EventKind.INSTANT, 0, name, 0, 0, time, line.text());
  }
}
