package interleave.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The processes of one run. A process belongs to it when it descends from the root, when it did so
 * at an earlier look (its parent may be gone since), or, where there is {@code /proc}, when it
 * carries the run's mark in its environment. One thread at a time.
 */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/environ"));

  private final ProcessHandle root;
  private final byte[] mark;
  private final Map<Long, ProcessHandle> seen = new LinkedHashMap<>();

  /**
   * @param mark {@code NAME=value}, in the environment of every process of the run
   */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = mark.getBytes(StandardCharsets.UTF_8);
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

  /** All that live now, the root first. Costs a look at every process of the machine. */
  List<ProcessHandle> living() {
    look();
    marked(each -> seen.putIfAbsent(each.pid(), each));
    gone();
    List<ProcessHandle> living = new ArrayList<>(seen.values());
    if (!lives(root)) {
      living.remove(root);
    }
    return living;
  }

  /**
   * Kills all that live now, each as soon as it is found, so that a process has the least time to
   * start others.
   */
  void kill() {
    marked(ProcessHandle::destroyForcibly);
    living().forEach(ProcessHandle::destroyForcibly);
  }

  /** Drops and returns what has ended since it was seen, the root excepted. */
  List<ProcessHandle> gone() {
    List<ProcessHandle> gone = new ArrayList<>();
    for (ProcessHandle each : List.copyOf(seen.values())) {
      if (each != root && !lives(each)) {
        seen.remove(each.pid());
        gone.add(each);
      }
    }
    return gone;
  }

  private void remember(ProcessHandle process, List<ProcessHandle> fresh) {
    ProcessHandle known = seen.get(process.pid());
    if (!process.equals(known)) { // equal only with the same start time: pids are used again
      seen.put(process.pid(), process);
      fresh.add(process);
    }
  }

  private boolean isOrphan(ProcessHandle process) {
    return process.isAlive()
        && process.parent().map(parent -> !seen.containsKey(parent.pid())).orElse(true);
  }

  private void marked(Consumer<ProcessHandle> found) {
    if (!HAS_PROC) {
      return;
    }
    long self = ProcessHandle.current().pid();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        long pid = Long.parseLong(folder.getFileName().toString());
        if (pid != self && isMarked(folder)) {
          ProcessHandle.of(pid).ifPresent(found);
        }
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      // What /proc does not show is not ours to stop.
    }
  }

  private boolean isMarked(Path folder) {
    try {
      byte[] environment = Files.readAllBytes(folder.resolve("environ"));
      for (int from = 0; from < environment.length; ) {
        int to = from;
        while (to < environment.length && environment[to] != 0) {
          to++;
        }
        if (Arrays.equals(environment, from, to, mark, 0, mark.length)) {
          return true;
        }
        from = to + 1;
      }
      return false;
    } catch (IOException e) {
      return false; // somebody else's, or gone meanwhile
    }
  }

  /** A zombie has ended: it only waits for its parent to ask how. */
  static boolean lives(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    if (!HAS_PROC) {
      return true;
    }
    Path folder = PROC.resolve(Long.toString(process.pid()));
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
