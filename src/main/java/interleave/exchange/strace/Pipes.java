package interleave.exchange.strace;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.exchange.strace.Descriptors.End;
import interleave.exchange.strace.Task.Group;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pipes: which descriptors are their ends, what goes through, and to whom they lead. Each process
 * that uses one has it from its own end.
 */
final class Pipes {
  /** A task of each process, by its pid: that one's descriptors are all's, mostly. */
  private final Map<Integer, Task> ofProcess = new HashMap<>();

  private int number;

  /** Hears of each call; what it does to descriptors counts from now on. */
  void heard(Task task, Call call) throws IOException {
    ofProcess.putIfAbsent(task.group.pid, task);
    if (call.failed()) {
      return;
    }
    Descriptors own = task.descriptors;
    switch (call.name()) {
      case "pipe", "pipe2" -> opened(own, call);
      case "close" -> closed(task, call.descriptor(0), call.end());
      case "dup" -> own.duplicate(call.descriptor(0), call.returned(), false);
      case "dup2" -> own.duplicate(call.descriptor(0), call.descriptor(1), false);
      case "dup3" ->
          own.duplicate(call.descriptor(0), call.descriptor(1), call.arg(2).contains("O_CLOEXEC"));
      case "fcntl" -> {
        if (call.arg(1).startsWith("F_DUPFD")) {
          own.duplicate(call.descriptor(0), call.returned(), call.arg(1).contains("CLOEXEC"));
        }
      }
      case "close_range" -> {
        int last = Math.min(call.descriptor(1), 1 << 12);
        for (int i = call.descriptor(0); i >= 0 && i <= last; i++) {
          closed(task, i, call.end());
        }
      }
      default -> {}
    }
  }

  /** {@code pipe2([3, 4], 0)}. */
  private void opened(Descriptors own, Call call) {
    String ends = call.arg(0);
    int comma = ends.indexOf(',');
    if (!ends.startsWith("[") || comma < 0) {
      return;
    }
    boolean shut = call.arg(1).contains("O_CLOEXEC");
    number++;
    own.open(Numbers.leading(ends.substring(1)), new End(number, false), shut);
    own.open(Numbers.leading(ends.substring(comma + 1).strip()), new End(number, true), shut);
  }

  private void closed(Task task, int descriptor, long time) throws IOException {
    End end = task.descriptors.close(descriptor);
    Integer object = end == null ? null : task.group.pipes.get(key(end));
    if (end != null && object != null) {
      task.thread.write(EventKind.IO_CLOSED, end.writes() ? Flags.WRITE : 0, object, 0, 0, time);
    }
  }

  private static int key(End end) {
    return end.pipe() * 2 + (end.writes() ? 1 : 0);
  }

  /** What a process calls the pipe that a descriptor of it is an end of; 0 where it is none. */
  int object(Task task, int descriptor, long time) throws IOException {
    End end = task.descriptors.end(descriptor);
    if (end == null) {
      return 0;
    }
    Group group = task.group;
    Integer known = group.pipes.get(key(end));
    if (known == null) {
      String name = "pipe " + end.pipe();
      known = group.process.object(ObjectType.PIPE, key(end), name);
      group.pipes.put(key(end), known);
      leads(task, end, known, time);
    }
    return known;
  }

  private void leads(Task task, End end, int object, long time) throws IOException {
    End other = new End(end.pipe(), !end.writes());
    Task peer = peer(task, other);
    if (peer != null) {
      int stream = end.writes() ? 0 : peer.descriptors.stream(other) == 2 ? 2 : 1;
      long value = peer.group.process.pid() & 0xFFFF_FFFFL | (long) stream << Integer.SIZE;
      task.thread.write(EventKind.PIPE, 0, object, 0, value, time);
    }
  }

  /** A process that has that end, one of others first. */
  private @Nullable Task peer(Task task, End end) {
    Task found = null;
    for (Task each : ofProcess.values()) {
      if (each.descriptors.has(end) && !each.group.over) {
        boolean other = each.group != task.group;
        boolean standard = each.descriptors.stream(end) >= 0;
        if (other && (found == null || standard)) {
          found = each;
        }
      }
    }
    return found;
  }
}
