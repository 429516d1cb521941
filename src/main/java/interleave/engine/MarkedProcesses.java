package interleave.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds processes by a mark in their environment, which children inherit whoever their parent is.
 * Finds nothing where there is no {@code /proc}.
 */
final class MarkedProcesses {
  static final Path PROC = Path.of("/proc");
  static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/environ"));

  /** So many quick looks without a find mean that there is nothing left to find. */
  private static final int QUIET_LOOKS = 3;

  private static final int MOST_LOOKS = 500;

  private static final long NO_PID = -1;

  private final byte[] mark;

  /**
   * @param mark {@code NAME=value}
   */
  MarkedProcesses(String mark) {
    this.mark = mark.getBytes(StandardCharsets.UTF_8);
  }

  /** Hands over every marked process but this one. */
  void each(Consumer<ProcessHandle> found) {
    look(found, new HashSet<>());
  }

  /**
   * Kills every marked process as soon as it is found. Processes that were looked at once are not
   * looked at again, which makes the later looks so quick that a process which starts another and
   * ends, and so on, is overtaken. Returns whether there was any.
   */
  boolean kill() {
    Set<Long> strangers = new HashSet<>();
    boolean some = false;
    int quiet = 0;
    for (int looks = 0; looks < MOST_LOOKS && quiet < QUIET_LOOKS; looks++) {
      boolean found = look(ProcessHandle::destroyForcibly, strangers);
      quiet = found ? 0 : quiet + 1;
      some |= found;
    }
    return some;
  }

  private boolean look(Consumer<ProcessHandle> found, Set<Long> strangers) {
    strangers.add(ProcessHandle.current().pid());
    boolean some = false;
    if (!HAS_PROC) {
      return false;
    }
    String[] names =
        PROC.toFile().list(); // one reading of the folder, and no object but a name for each
    if (names == null) {
      return false;
    }
    // The newest first: they are the ones that start others.
    for (int i = names.length - 1; i >= 0; i--) {
      long pid = pid(names[i]);
      if (pid == NO_PID || strangers.contains(pid)) {
        continue;
      }
      if (isMarked(PROC.resolve(names[i]))) {
        ProcessHandle.of(pid).ifPresent(found);
        some = true;
      } else {
        strangers.add(pid);
      }
    }
    return some;
  }

  private static long pid(String name) {
    char first = name.charAt(0);
    return first < '0' || first > '9' ? NO_PID : Long.parseLong(name);
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
}
