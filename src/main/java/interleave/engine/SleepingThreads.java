package interleave.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks whether all threads of a process sleep and none of them may be called by a signal. What
 * they sleep for the system does not tell: that is for those to know who know the threads.
 *
 * <p>On Linux {@code /proc/<pid>/task} has a folder for each thread, and {@code status} the signals
 * for which the program has a handler. Elsewhere nothing is known.
 */
final class SleepingThreads {
  static final int UNKNOWN = 0;

  private static final Path PROCESSES = Path.of("/proc");
  private static final int MOST = 500;
  private static final String CAUGHT = "SigCgt:";

  /**
   * Signals that an interpreter has a handler for by itself, and those by which a program fails.
   */
  private static final long USUAL = bits(2, 4, 6, 7, 8, 11);

  private SleepingThreads() {}

  private static long bits(int... signals) {
    long bits = 0;
    for (int signal : signals) {
      bits |= 1L << (signal - 1);
    }
    return bits;
  }

  /** How many threads there are, if all of them sleep; else {@link #UNKNOWN}. */
  static int of(long pid) {
    Path process = PROCESSES.resolve(Long.toString(pid));
    int threads = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path task : tasks) {
        if (++threads > MOST || !sleeps(Files.readString(task.resolve("stat")))) {
          return UNKNOWN;
        }
      }
      return handlesSignals(Files.readString(process.resolve("status"))) ? UNKNOWN : threads;
    } catch (IOException
        | UncheckedIOException
        | DirectoryIteratorException
        | IllegalArgumentException e) {
      return UNKNOWN; // it is gone, or not ours to look at
    }
  }

  /** The state stands behind the command, which may be any text in parentheses. */
  private static boolean sleeps(String stat) {
    int end = stat.lastIndexOf(')');
    return end >= 0 && stat.startsWith(" S", end + 1);
  }

  private static boolean handlesSignals(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(CAUGHT))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(CAUGHT.length()).strip(), 16))
        .anyMatch(caught -> (caught & 0x7FFF_FFFFL & ~USUAL) != 0);
  }
}
