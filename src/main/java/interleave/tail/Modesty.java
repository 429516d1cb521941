package interleave.tail;

import interleave.event.NativeThread;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the calling thread have a processor only when nobody else wants one: what is derived while a
 * program runs must not slow it down. Elsewhere than on Linux, and where there is no {@code
 * renice}, nothing changes.
 */
final class Modesty {
  private static final Path THREADS = Path.of("/proc/self/task");

  /** Who has this gets what nobody else wants. */
  private static final int LAST = 19;

  /**
   * Who has this gets a third of what another gets. Less for compilers, and what is saved after the
   * program has ended waits for seconds to be compiled, since nobody may take it back.
   */
  private static final int LATER = 5;

  private Modesty() {}

  /**
   * Begins it.
   *
   * @param compilers also the JVM's compilers, which work for the other threads, too
   */
  static void begin(boolean compilers) {
    long caller = NativeThread.id();
    if (caller == 0) {
      return;
    }
    try {
      renice(LAST, List.of(Long.toString(caller)));
      if (compilers) {
        renice(LATER, compilers());
      }
    } catch (IOException | RuntimeException e) {
      // Then it runs as all others do.
    }
  }

  private static List<String> compilers() throws IOException {
    List<String> compilers = new ArrayList<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (isCompiler(Files.readString(thread.resolve("comm")))) {
          compilers.add(thread.getFileName().toString());
        }
      }
    }
    return compilers;
  }

  private static void renice(int to, List<String> threads) throws IOException {
    List<String> command = new ArrayList<>(List.of("renice", "-n", Integer.toString(to), "-p"));
    command.addAll(threads);
    new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static boolean isCompiler(String thread) {
    return thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler");
  }
}
