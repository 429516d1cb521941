package interleave.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The pids of a process and of its parent. */
record ProcessIds(long pid, long parent) {
  private static final Path STAT = Path.of("/proc/self/stat");

  static ProcessIds ofThisProcess() {
    // Linux says both in one line; ProcessHandle, which everybody else is asked, costs milliseconds
    // at start.
    try {
      if (STAT.toFile().canRead()) {
        return parse(new String(Files.readAllBytes(STAT), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException | RuntimeException e) {
      // as where there is no such file
    }
    ProcessHandle self = ProcessHandle.current();
    Optional<ProcessHandle> parent = self.parent();
    return new ProcessIds(self.pid(), parent.isPresent() ? parent.get().pid() : 0);
  }

  /** {@code pid (command, which may hold anything) state ppid …} */
  static ProcessIds parse(String stat) {
    int open = stat.indexOf(' ');
    int close = stat.lastIndexOf(')');
    long pid = Long.parseLong(stat.substring(0, open));
    int from = close + 4; // over ") S "
    int to = stat.indexOf(' ', from);
    return new ProcessIds(pid, Long.parseLong(stat.substring(from, to)));
  }
}
