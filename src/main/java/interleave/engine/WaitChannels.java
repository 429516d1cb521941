package interleave.engine;

import interleave.event.WaitChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a sleeping thread waits for, as far as the system tells: by the function of the kernel in
 * which it sleeps, or, where that is hidden, by the number of its system call.
 */
final class WaitChannels {
  /** By a part of the function's name; the first that fits counts. */
  private static final String[][] FUNCTIONS = {
    {"futex", "FUTEX"},
    {"nanosleep", "TIMER"},
    {"accept", "ACCEPT"},
    {"poll", "POLL"},
    {"select", "POLL"},
    {"pipe_read", "PIPE_READ"},
    {"pipe_write", "PIPE_WRITE"},
    {"wait_for_partner", "PIPE_READ"},
    {"do_wait", "CHILD"},
    {"kernel_wait", "CHILD"},
    {"lock_inode_wait", "FILE_LOCK"},
    {"flock", "FILE_LOCK"},
    {"posix_lock", "FILE_LOCK"},
    {"tty", "TERMINAL"},
    {"sigtimedwait", "SIGNAL"},
    {"sigsuspend", "SIGNAL"},
    {"pause", "SIGNAL"},
    {"semtimedop", "SEMAPHORE"},
    {"semop", "SEMAPHORE"},
    {"msgrcv", "SEMAPHORE"},
    {"mq_", "SEMAPHORE"},
    {"skb", "SOCKET"},
    {"sk_", "SOCKET"},
    {"sock", "SOCKET"},
    {"inet", "SOCKET"},
    {"tcp", "SOCKET"},
    {"unix_", "SOCKET"},
    {"folio", "DISK"},
    {"io_schedule", "DISK"},
    {"page", "DISK"},
    {"blk", "DISK"},
  };

  /** Of x86-64; another machine's numbers are others. */
  private static final Map<Integer, WaitChannel> CALLS =
      Map.ofEntries(
          Map.entry(202, WaitChannel.FUTEX),
          Map.entry(35, WaitChannel.TIMER),
          Map.entry(230, WaitChannel.TIMER),
          Map.entry(7, WaitChannel.POLL),
          Map.entry(23, WaitChannel.POLL),
          Map.entry(232, WaitChannel.POLL),
          Map.entry(270, WaitChannel.POLL),
          Map.entry(271, WaitChannel.POLL),
          Map.entry(281, WaitChannel.POLL),
          Map.entry(43, WaitChannel.ACCEPT),
          Map.entry(288, WaitChannel.ACCEPT),
          Map.entry(42, WaitChannel.SOCKET),
          Map.entry(44, WaitChannel.SOCKET),
          Map.entry(45, WaitChannel.SOCKET),
          Map.entry(46, WaitChannel.SOCKET),
          Map.entry(47, WaitChannel.SOCKET),
          Map.entry(61, WaitChannel.CHILD),
          Map.entry(247, WaitChannel.CHILD),
          Map.entry(73, WaitChannel.FILE_LOCK),
          Map.entry(34, WaitChannel.SIGNAL),
          Map.entry(128, WaitChannel.SIGNAL),
          Map.entry(65, WaitChannel.SEMAPHORE),
          Map.entry(220, WaitChannel.SEMAPHORE));

  private static final boolean KNOWN_CALLS = System.getProperty("os.arch", "").equals("amd64");

  private WaitChannels() {}

  /** Where the thread sleeps whose folder that is. */
  static WaitChannel of(Path task, ProcFile.Reading reading) {
    WaitChannel found = byFunction(read(task.resolve("wchan"), reading));
    return found == WaitChannel.UNKNOWN && KNOWN_CALLS
        ? byCall(read(task.resolve("syscall"), reading))
        : found;
  }

  static WaitChannel byFunction(String function) {
    for (String[] each : FUNCTIONS) {
      if (function.contains(each[0])) {
        return WaitChannel.valueOf(each[1]);
      }
    }
    return WaitChannel.UNKNOWN;
  }

  /** By the line that begins with the number of the call. */
  static WaitChannel byCall(String line) {
    String number = line.split(" ", 2)[0].strip();
    return number.matches("\\d{1,4}")
        ? CALLS.getOrDefault(Integer.parseInt(number), WaitChannel.UNKNOWN)
        : WaitChannel.UNKNOWN;
  }

  private static String read(Path path, ProcFile.Reading reading) {
    try (ProcFile file = new ProcFile(path, reading)) {
      int size = file.readOnce();
      return new String(reading.bytes(), 0, size, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // not ours to know, or gone
    }
  }
}
