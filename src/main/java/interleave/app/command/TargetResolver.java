package interleave.app.command;

import interleave.program.Program;
import interleave.program.PythonDetection;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Finds out what a command line means: a scenario, or a program of the user's own in Java or in
 * Python. What cannot be meant is refused with a sentence.
 */
public final class TargetResolver {
  private static final Words WORDS = Words.of("app");

  private static final Path HERE = Path.of("").toAbsolutePath();

  /** Class names: {@code Main}, {@code a.b.Main$Inner}. */
  private static final Pattern CLASS_NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.$]*");

  private final RunArguments asked;

  private TargetResolver(RunArguments asked) {
    this.asked = asked;
  }

  /**
   * What is meant.
   *
   * @throws UsageException when there is no such thing
   */
  public static Program of(RunArguments asked) {
    return new TargetResolver(asked.sorted()).program();
  }

  private Program program() {
    if (asked.module() != null) {
      return module(asked.module());
    }
    List<String> rest = new ArrayList<>(asked.words());
    Map<String, String> values = asked.values();
    while (!values.isEmpty() && !rest.isEmpty() && RunArguments.isParameter(rest.getFirst())) {
      RunArguments.put(values, rest.removeFirst()); // -p a=1 b=2 TARGET
    }
    if (rest.isEmpty()) {
      throw new UsageException(WORDS.get("usage.nothing"));
    }
    String name = rest.removeFirst();
    Optional<Scenario> scenario = Catalogue.find(name);
    if (scenario.isPresent()) {
      return lesson(scenario.get(), values, rest);
    }
    boolean java = name.endsWith(".jar") || name.endsWith(".java");
    boolean python =
        !java && (PythonDetection.isScript(name) || (asked.isPython() && isThere(name)));
    if (!java && !python && !isClass(name)) {
      throw ScenarioIds.unknown(name, "unknown");
    }
    if (!values.isEmpty()) {
      throw new UsageException(WORDS.get("usage.p.own", name));
    }
    return python ? python(name, rest) : java(name, List.of(), rest);
  }

  /** With {@code -m} it is the module that runs, as with {@code java} and with {@code python}. */
  private Program module(String named) {
    if (asked.isPythonModule()) {
      if (!asked.parameters().isEmpty()) {
        throw new UsageException(WORDS.get("usage.p.own", named));
      }
      return python(Program.Own.MODULE + named, asked.words());
    }
    List<String> paths = new ArrayList<>();
    asked.parameters().forEach(each -> paths.addAll(List.of("-p", each)));
    return java(Program.Own.MODULE + named, paths, asked.words());
  }

  private Program java(String name, List<String> paths, List<String> arguments) {
    if (asked.isPython()) {
      throw new UsageException(
          WORDS.get(asked.python() == null ? "usage.observe.java" : "usage.python.java", name));
    }
    List<String> options = new ArrayList<>();
    if (asked.modulePath() != null) {
      options.addAll(List.of("-p", asked.modulePath()));
    }
    options.addAll(paths);
    options.addAll(asked.options());
    return new Program.Own(
        ProgramLanguage.JAVA,
        name,
        asked.classPath(),
        options,
        arguments,
        HERE,
        asked.watched(),
        Map.of(),
        Optional.ofNullable(asked.java()));
  }

  private Program python(String name, List<String> arguments) {
    onlyPython(name);
    return new Program.Own(
        ProgramLanguage.PYTHON,
        name,
        List.of(),
        asked.options(),
        arguments,
        HERE,
        asked.observed(),
        Map.of(),
        asked.runtime());
  }

  /** Refuses what only a program in Java takes. */
  private void onlyPython(String name) {
    if (!asked.watched().isEmpty()) {
      throw new UsageException(WORDS.get("usage.watch.python", name));
    }
    if (asked.java() != null || !asked.classPath().isEmpty() || asked.modulePath() != null) {
      throw new UsageException(WORDS.get("usage.java.python", name));
    }
  }

  private Program lesson(Scenario scenario, Map<String, String> values, List<String> rest) {
    if (!asked.options().isEmpty() || asked.modulePath() != null) {
      throw new UsageException(WORDS.get("usage.own-only"));
    }
    for (String word : rest) {
      if (!RunArguments.isParameter(word)) {
        throw new UsageException(WORDS.get("usage.parameter", scenario.id(), word));
      }
      RunArguments.put(values, word);
    }
    ProgramLanguage language = asked.isPython() ? ProgramLanguage.PYTHON : scenario.usual();
    if (language == ProgramLanguage.PYTHON) {
      onlyPython(scenario.id());
    }
    scenario
        .check(language, values)
        .ifPresent(
            reason -> {
              throw new UsageException(reason);
            });
    return new Program.Lesson(
        scenario, values, language, asked.runtime(), asked.watched(), asked.observed());
  }

  private static boolean isThere(String name) {
    return name.indexOf('\0') < 0 && Files.exists(Path.of(name));
  }

  private boolean isClass(String name) {
    return CLASS_NAME.matcher(name).matches()
        && (!asked.classPath().isEmpty() || isOnUsualClassPath(name));
  }

  /** Where {@code java} looks when it is not told. */
  private static boolean isOnUsualClassPath(String name) {
    String file = name.replace('.', '/') + ".class";
    String usual = System.getenv().getOrDefault("CLASSPATH", ".");
    for (String place : usual.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(place.isEmpty() ? "." : place.replace("*", ""));
      if (Files.isRegularFile(path.resolve(file))
          || (Files.isRegularFile(path) && holds(path, file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Path jar, String file) {
    try (JarFile opened = new JarFile(jar.toFile())) {
      return opened.getEntry(file) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
