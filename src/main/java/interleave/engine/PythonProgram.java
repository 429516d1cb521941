package interleave.engine;

import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Python program: a script or a module, as {@code python} takes them, or a text that becomes a
 * script when it is run.
 *
 * @param name what its process is to be called
 * @param observed names of variables whose reads and writes are to be observed step by step
 */
public record PythonProgram(
    String name, Interpreter interpreter, Code code, Call call, List<String> observed)
    implements Launch {
  private static final Words WORDS = Words.of("engine");

  /** Where the program's code is. */
  public sealed interface Code {
    /** What stands behind the options on the command line of {@code python}. */
    List<String> words();

    String name();

    /** A file, or a folder or archive with a {@code __main__.py}. */
    record Script(Path file) implements Code {
      @Override
      public List<String> words() {
        return List.of(file.toString());
      }

      @Override
      public String name() {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
      }
    }

    /** A module or package that {@code -m} finds. */
    record Module(String name) implements Code {
      @Override
      public List<String> words() {
        return List.of("-m", name);
      }
    }

    /**
     * Texts of files that lie in a folder of their own while the program runs.
     *
     * @param files by their names, the program itself first
     */
    record Texts(Map<String, String> files) implements Code {
      public Texts {
        files = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(files));
      }

      @Override
      public List<String> words() {
        return List.of(name());
      }

      @Override
      public String name() {
        return files.keySet().iterator().next();
      }

      private List<String> layOut(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
          Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return List.of(folder.resolve(name()).toString());
      }
    }
  }

  public PythonProgram {
    observed = List.copyOf(observed);
  }

  /** That code in the current folder, with nothing added. */
  public static PythonProgram of(Interpreter interpreter, Code code, String... arguments) {
    return new PythonProgram(code.name(), interpreter, code, Call.PLAIN, List.of())
        .arguments(List.of(arguments));
  }

  private PythonProgram called(Call other) {
    return new PythonProgram(name, interpreter, code, other, observed);
  }

  public PythonProgram arguments(List<String> arguments) {
    return called(call.arguments(arguments));
  }

  public PythonProgram options(List<String> options) {
    return called(call.options(options));
  }

  public PythonProgram in(Path directory) {
    return called(call.in(directory));
  }

  /** It runs in a folder of its own, with these files in it. */
  public PythonProgram beside(Call.Beside files) {
    return called(call.beside(files));
  }

  public PythonProgram environment(Map<String, String> environment) {
    return called(call.environment(environment));
  }

  public PythonProgram observing(List<String> names) {
    return new PythonProgram(name, interpreter, code, call, names);
  }

  public PythonProgram named(String other) {
    return new PythonProgram(other, interpreter, code, call, observed);
  }

  @Override
  public Path directory() {
    return call.directory();
  }

  @Override
  public Path directory(Path recording) throws IOException {
    return call.directory(recording);
  }

  @Override
  public Map<String, String> environment() {
    return call.environment();
  }

  @Override
  public List<String> watched() {
    return List.of();
  }

  @Override
  public List<String> command() {
    return command(code.words());
  }

  @Override
  public List<String> command(Path recording) throws IOException {
    return code instanceof Code.Texts texts
        ? command(texts.layOut(recording.resolve(SOURCE)))
        : command();
  }

  private List<String> command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(interpreter.path().toString());
    command.addAll(call.options());
    command.addAll(words);
    command.addAll(call.arguments());
    return command;
  }

  /** Lays our own part of it out in a folder; returns what is to be first on PYTHONPATH. */
  public Path tracer(Path folder) throws IOException {
    return PythonTracer.unpack(folder, KeptTracer.ofUser(), interpreter);
  }

  /** Whether a tracer on its path is found and run. */
  boolean letsTracerIn() {
    return interpreter.isTraced() && hiding().isEmpty();
  }

  @Override
  public Optional<String> caveat() {
    return interpreter.caveat().or(() -> hiding().map(it -> WORDS.get("python.hidden", it)));
  }

  /** The first option that keeps the tracer out: it ignores the environment, or starts no site. */
  private Optional<String> hiding() {
    List<String> options = call.options();
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (!option.matches("-[^-].*")) {
        continue;
      }
      for (char letter : option.substring(1).toCharArray()) {
        if ("IES".indexOf(letter) >= 0) {
          return Optional.of("-" + letter);
        }
        if ("XWmc".indexOf(letter) >= 0) { // what follows is its value
          i += option.endsWith(String.valueOf(letter)) ? 1 : 0;
          break;
        }
      }
    }
    return Optional.empty();
  }
}
