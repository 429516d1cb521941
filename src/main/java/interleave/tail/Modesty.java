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
      List<String> command = new ArrayList<>(List.of("renice", "-n", "19", "-p"));
      command.add(Long.toString(caller));
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
        for (Path thread : threads) {
          if (compilers && isCompiler(Files.readString(thread.resolve("comm")))) {
            command.add(thread.getFileName().toString());
          }
        }
      }
      new ProcessBuilder(command)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException | RuntimeException e) {
      // Then it runs as all others do.
    }
  }

  private static boolean isCompiler(String thread) {
    return thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler");
  }
}
