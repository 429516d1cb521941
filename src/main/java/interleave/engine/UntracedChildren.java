package interleave.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells in the recording of descendants that do not tell of themselves. What a traced process
 * starts, its tracer tells, and knows the time better; but not every way of starting a process
 * passes a tracer, and not every child lets one in. So a child of a traced parent is told of as
 * well when it has lived for a while without a word of its own: to hear it twice harms nothing.
 *
 * <p>A child that was seen between {@code fork} and {@code exec}, or in the midst of that, is not
 * called yet what it will be called: it is looked at once more before it is told of.
 */
final class UntracedChildren {
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(250);

  private final EngineLog log;

  /** Children of traced parents, and when they were seen first. */
  private final Map<ProcessHandle, Long> unsure = new HashMap<>();

  /** Of others, those that do not say yet what they are. */
  private final List<Beginning> beginning = new ArrayList<>();

  /** Those whose start was recorded here, and whose end is to be. */
  private final Set<ProcessHandle> told = new HashSet<>();

  /**
   * @param command what it was called when it was seen first
   */
  private record Beginning(ProcessHandle child, long parent, long time, String command) {}

  UntracedChildren(EngineLog log) {
    this.log = log;
  }

  /**
   * Another look at the tree.
   *
   * @param fresh descendants not seen before
   */
  void look(List<ProcessHandle> fresh) {
    long now = log.now();
    for (Beginning each : beginning) {
      String command = command(each.child().info());
      tell(each.child(), each.parent(), each.time(), command.isEmpty() ? each.command() : command);
    }
    beginning.clear();
    for (ProcessHandle child : fresh) {
      long parent = parent(child);
      if (log.isTraced(parent)) {
        unsure.put(child, now);
      } else {
        begin(child, parent, now);
      }
    }
    for (Map.Entry<ProcessHandle, Long> each : List.copyOf(unsure.entrySet())) {
      ProcessHandle child = each.getKey();
      if (!ProcessTree.lives(child) || log.isTraced(child.pid())) {
        unsure.remove(child);
      } else if (now - each.getValue() >= PATIENCE) {
        unsure.remove(child);
        tell(child, parent(child), each.getValue(), command(child.info()));
      }
    }
    for (ProcessHandle child : new ArrayList<>(told)) {
      if (!ProcessTree.lives(child)) {
        log.childGone(child.pid());
        told.remove(child);
      }
    }
  }

  /** Whether some were seen of which nothing is told yet: the next look is to come soon. */
  boolean areBeginning() {
    return !beginning.isEmpty();
  }

  /** Tells of a child, or waits for what it becomes. */
  private void begin(ProcessHandle child, long parent, long time) {
    ProcessHandle.Info info = child.info(); // each one is read from the system anew
    if (isItself(child, info)) {
      tell(child, parent, time, command(info));
    } else {
      beginning.add(new Beginning(child, parent, time, command(info)));
    }
  }

  private void tell(ProcessHandle child, long parent, long time, String command) {
    log.childStarted(time, child.pid(), parent, command);
    told.add(child);
  }

  /** Whether it has a command line that is not the one that its parent gave it. */
  private static boolean isItself(ProcessHandle child, ProcessHandle.Info info) {
    Optional<String> line = info.commandLine();
    return line.isPresent()
        && !line.equals(child.parent().flatMap(parent -> parent.info().commandLine()));
  }

  private static String command(ProcessHandle.Info info) {
    return info.commandLine().or(info::command).orElse("");
  }

  private static long parent(ProcessHandle child) {
    return child.parent().map(ProcessHandle::pid).orElse(0L);
  }
}
