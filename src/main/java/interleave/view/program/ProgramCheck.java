package interleave.view.program;

import interleave.words.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with what was typed: the first thing, as a sentence that says what to do. */
record ProgramCheck(ProgramForm form) {
  private static final Words WORDS = Words.of("view/program");
  private static final String PART = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + ")*");
  private static final Pattern VERSION = Pattern.compile("3(\\.\\d+){0,2}t?");
  private static final Pattern MODULE = Pattern.compile(NAME.pattern() + "(/" + NAME + ")?");

  Optional<String> refusal() {
    try {
      Stream<Supplier<Optional<String>>> checks =
          form.isPython()
              ? Stream.of(this::script, this::folder, this::variables, this::names, this::python)
              : Stream.of(
                  this::target,
                  this::paths,
                  this::folder,
                  this::variables,
                  this::fields,
                  this::java);
      return checks.map(Supplier::get).flatMap(Optional::stream).findFirst();
    } catch (InvalidPathException e) {
      return refused("path", e.getInput());
    }
  }

  private static Optional<String> refused(String key, Object... values) {
    return Optional.of(WORDS.get("refused." + key, values));
  }

  private Optional<String> target() {
    String name = form.target().strip();
    if (name.isEmpty()) {
      return refused("empty");
    }
    if (form.isFile()) {
      return Files.isRegularFile(form.path()) ? Optional.empty() : refused("file", form.path());
    }
    if (form.isModule()) {
      return MODULE.matcher(name).matches() ? Optional.empty() : refused("module", name);
    }
    if (!NAME.matcher(name).matches()) {
      return refused("name", name);
    }
    return form.classPath().isBlank() ? refused("class-path") : Optional.empty();
  }

  private Optional<String> script() {
    if (!form.isPackage()) {
      return Files.exists(form.path()) ? Optional.empty() : refused("file", form.path());
    }
    String name = form.packageName();
    if (name.isEmpty()) {
      return refused("package.empty");
    }
    if (name.contains(" ")) {
      return refused("package.arguments", name.substring(0, name.indexOf(' ')));
    }
    return NAME.matcher(name).matches() ? Optional.empty() : refused("package", name);
  }

  private Optional<String> paths() {
    return Stream.of(form.classPath(), form.modulePath())
        .flatMap(typed -> ProgramForm.paths(typed).stream())
        .filter(entry -> !Files.exists(entry) && !entry.endsWith("*"))
        .findFirst()
        .flatMap(entry -> refused("entry", entry));
  }

  private Optional<String> folder() {
    String folder = form.folder().strip();
    return folder.isEmpty() || Files.isDirectory(Path.of(folder))
        ? Optional.empty()
        : refused("folder", folder);
  }

  private Optional<String> variables() {
    return form.environment()
        .lines()
        .filter(line -> !line.isBlank() && line.indexOf('=') < 1)
        .findFirst()
        .flatMap(line -> refused("variable", line.strip()));
  }

  private Optional<String> fields() {
    return form.fields().stream()
        .filter(field -> !NAME.matcher(field).matches() || field.indexOf('.') < 0)
        .findFirst()
        .flatMap(field -> refused("field", field));
  }

  private Optional<String> names() {
    return form.fields().stream()
        .filter(name -> !NAME.matcher(name).matches())
        .findFirst()
        .flatMap(name -> refused("observed", name));
  }

  /** A version is looked for when it is to run. */
  private Optional<String> python() {
    String python = form.python().strip();
    return python.isEmpty() || VERSION.matcher(python).matches() || Files.exists(Path.of(python))
        ? Optional.empty()
        : refused("python", python);
  }

  private Optional<String> java() {
    String java = form.java().strip();
    return java.isEmpty() || Files.exists(Path.of(java)) ? Optional.empty() : refused("java", java);
  }
}
