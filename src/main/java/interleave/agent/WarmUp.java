package interleave.agent;

import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.Rewriter;
import interleave.agent.trace.Lane;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Rewrites a few classes without loading them, so that the tracer's own classes are loaded and go
 * into the archive that traced JVMs start from. Called by name from the worker's warm-up, in a JVM
 * in which the tracer is not at work.
 */
public final class WarmUp {
  static final List<String> SAMPLES =
      List.of(
          "interleave/scenario/program/LockAndLostUpdates",
          "interleave/scenario/program/QueueBetweenProcesses",
          "interleave/scenario/program/PoolOfProcesses");

  private WarmUp() {}

  /** Loads what tracing the scenarios takes. */
  public static void run() throws IOException {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    Rewriter rewriter = new Rewriter(new Families(WatchedFields.fromEnvironment()));
    for (String sample : SAMPLES) {
      try (InputStream in = loader.getResourceAsStream(sample + ".class")) {
        if (in != null) {
          rewriter.transform(null, loader, sample, null, null, in.readAllBytes());
        }
      }
    }
    Lane.current();
  }
}
