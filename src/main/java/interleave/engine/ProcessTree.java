package interleave.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The processes of one run. A process belongs to it when it descends from the root, when it did so
 * at an earlier look (its parent may be gone since), or, where there is {@code /proc}, when it
 * carries the run's mark in its environment. One thread at a time.
 */
final class ProcessTree {
  private final ProcessHandle root;
  private final MarkedProcesses marked;
  private final Map<Long, ProcessHandle> seen = new LinkedHashMap<>();

  /** By pid: of each the parent that it had when it was looked at last. */
  private final Map<Long, Long> parents = new HashMap<>();

  private final List<Adoption> adopted = new ArrayList<>();

  /**
   * A process whose parent has ended, and who has it now.
   *
   * @param name what the system calls the new parent, empty where it does not say
   */
  record Adoption(long child, long parent, String name) {}

  /**
   * @param mark {@code NAME=value}, in the environment of every process of the run
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    marked = new MarkedProcesses(mark);
    seen.put(root.pid(), root);
  }

  /** Looks at the descendants of all that is known; returns those not seen before. */
  List<ProcessHandle> look() {
    List<ProcessHandle> fresh = new ArrayList<>();
    for (ProcessHandle known : List.copyOf(seen.values())) {
      // Descendants of the root are found below the root; only an orphan has some of its own.
      if (known == root || isOrphan(known)) {
        known.descendants().forEach(each -> remember(each, fresh));
      }
    }
    return fresh;
  }

  /**
   * What a look at every process of the machine shows.
   *
   * @param living all that live now, the root first
   * @param fresh whether one came to be known that was not before, even if it is gone by now: where
   *     one was there may be others
   */
  record Sight(List<ProcessHandle> living, boolean fresh) {
    boolean isEmpty() {
      return living.isEmpty() && !fresh;
    }
  }

  Sight sight() {
    List<ProcessHandle> fresh = look();
    marked.each(each -> remember(each, fresh));
    List<ProcessHandle> living = seen.values().stream().filter(ProcessTree::lives).toList();
    forgetGone();
    return new Sight(living, !fresh.isEmpty());
  }

  /**
   * Kills all that live now, each as soon as it is found, so that a process has the least time to
   * start others. Returns whether there was any.
   */
  boolean kill() {
    boolean found = marked.kill();
    Sight sight = sight();
    sight.living().forEach(ProcessHandle::destroyForcibly);
    return found || !sight.isEmpty();
  }

  /** Who was adopted since that was asked before. */
  List<Adoption> adoptions() {
    List<Adoption> all = List.copyOf(adopted);
    adopted.clear();
    return all;
  }

  /** Drops what has ended since it was seen, the root excepted; a zombie is still there. */
  void forgetGone() {
    seen.values().removeIf(each -> each != root && !each.isAlive());
    parents.keySet().retainAll(seen.keySet());
  }

  private void remember(ProcessHandle process, List<ProcessHandle> fresh) {
    ProcessHandle known = seen.get(process.pid());
    if (!process.equals(known)) { // equal only with the same start time: pids are used again
      seen.put(process.pid(), process);
      fresh.add(process);
    }
  }

  private boolean isOrphan(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    long parent = process.parent().map(ProcessHandle::pid).orElse(0L);
    boolean stranger = !seen.containsKey(parent);
    Long before = parents.put(process.pid(), parent);
    if (parent != 0 && (before == null ? stranger : before != parent)) {
      adopted.add(new Adoption(process.pid(), parent, name(parent)));
    }
    return stranger;
  }

  private static String name(long pid) {
    try {
      return Files.readString(MarkedProcesses.PROC.resolve(pid + "/comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** A zombie has ended: it only waits for its parent to ask how. */
  static boolean lives(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    if (!MarkedProcesses.HAS_PROC) {
      return true;
    }
    Path folder = MarkedProcesses.PROC.resolve(Long.toString(process.pid()));
    try {
      String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      // While other threads go on after the first has ended, it looks like a zombie and is none.
      return (state != 'Z' && state != 'X') || threads(folder) > 1;
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return process.isAlive();
    }
  }

  private static int threads(Path folder) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(folder.resolve("task"))) {
      for (Path _ : tasks) {
        count++;
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return count;
  }
}
