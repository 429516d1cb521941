package interleave.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks an executable whether it is a Python, and which, by running it once. What it prints comes
 * back line by line; a shim tells of the Python that it stands for.
 */
final class InterpreterQuestion {
  private static final long LIMIT_S = 10;
  private static final int MOST_BYTES = 1 << 14;
  private static final String GREETING = "interleave-asks";

  private static final String PROGRAM = program();

  private InterpreterQuestion() {}

  private static String program() {
    String name = "interpreter_question.py";
    try (InputStream in = InterpreterQuestion.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks the resource interleave/engine/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The answer; empty where it is no Python, does not start, or takes too long.
   *
   * @param folder where it is asked: a pyenv shim goes by the folder
   */
  static Optional<Interpreter> ask(Path executable, Path folder) {
    ProcessBuilder builder =
        // Its site module is not needed for this, and takes a while.
        new ProcessBuilder(List.of(executable.toString(), "-S", "-c", PROGRAM))
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    quiet(builder.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close(); // nobody types here
      process
          .onExit()
          .orTimeout(LIMIT_S, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly());
      try (InputStream output = process.getInputStream()) {
        byte[] bytes = output.readNBytes(MOST_BYTES);
        return answer(executable, new String(bytes, StandardCharsets.UTF_8).lines().toList());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** No tracer, nothing of the user's that prints or waits; whether there is a GIL stays. */
  private static void quiet(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("PYTHON")
                    && !name.equals("PYTHONHOME")
                    && !name.equals("PYTHON_GIL"));
    environment.put("PYTHONIOENCODING", "utf-8:surrogateescape");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
  }

  static Optional<Interpreter> answer(Path executable, List<String> lines) {
    int at = lines.indexOf(GREETING);
    if (at < 0 || lines.size() < at + 7) {
      return Optional.empty();
    }
    try {
      String named = lines.get(at + 1);
      String[] numbers = lines.get(at + 3).split("\\.", 2);
      return Optional.of(
          new Interpreter(
              named.isEmpty() ? executable : Path.of(named),
              implementation(lines.get(at + 2)),
              Integer.parseInt(numbers[0]),
              Integer.parseInt(numbers[1]),
              lines.get(at + 4),
              lines.get(at + 5).equals("1"),
              lines.get(at + 6).equals("1")));
    } catch (InvalidPathException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String implementation(String name) {
    return switch (name) {
      case "cpython" -> "CPython";
      case "pypy" -> "PyPy";
      case "graalpy" -> "GraalPy";
      default -> name;
    };
  }
}
