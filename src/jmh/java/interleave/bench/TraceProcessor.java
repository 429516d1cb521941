package interleave.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Perfetto's trace_processor, where somebody has it: {@code -Dinterleave.trace_processor} or {@code
 * INTERLEAVE_TRACE_PROCESSOR} tells where. How it is built is told in decision 130.
 */
final class TraceProcessor {
  private static final String QUESTION = "select count(*) from slice";

  private final Path program;

  private TraceProcessor(Path program) {
    this.program = program;
  }

  static Optional<TraceProcessor> find() {
    String given = System.getProperty("interleave.trace_processor");
    String name = given != null ? given : System.getenv("INTERLEAVE_TRACE_PROCESSOR");
    return Optional.ofNullable(name).map(Path::of).map(TraceProcessor::new);
  }

  /** The time from its start to its end, in which it takes in a trace and counts its slices. */
  Map<String, Long> read(Path trace) throws IOException, InterruptedException {
    Path query = Files.writeString(trace.resolveSibling("query.sql"), QUESTION);
    try {
      return Map.of(LargeReport.WHOLE, time(query, trace));
    } finally {
      Files.delete(query);
    }
  }

  private long time(Path query, Path trace) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(program.toString(), "-q", query.toString(), trace.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    long took = System.nanoTime() - began;
    if (exit != 0 || said.chars().noneMatch(Character::isDigit)) {
      throw new IOException(program + " ended with " + exit + " and said: " + said);
    }
    return took;
  }
}
