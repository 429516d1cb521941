package interleave.process;

import interleave.event.ChildJvm;
import interleave.event.Recorder;
import interleave.event.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A main class of the tests, run by plain {@code java} in a JVM of its own, with a recording or
 * without.
 */
public final class Program {
  private Program() {}

  /** Starts it; what it prints can be read from the process. */
  static Process start(@Nullable Recording recording, Class<?> main, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ChildJvm.command(main, arguments)).redirectErrorStream(true);
    builder.environment().remove(Recorder.FOLDER_VARIABLE);
    if (recording != null) {
      builder.environment().putAll(recording.environment());
    }
    return builder.start();
  }

  /**
   * Runs it to its end, which must be in order, and returns the lines that it and its children
   * printed.
   */
  public static List<String> run(@Nullable Recording recording, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(recording, main, arguments);
    process.getOutputStream().close();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new AssertionError(
          main.getSimpleName() + " ended with " + exit + ": " + String.join("\n", lines));
    }
    return lines;
  }
}
