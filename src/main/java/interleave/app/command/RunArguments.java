package interleave.app.command;

import interleave.program.PythonDetection;
import interleave.scenario.Catalogue;
import interleave.words.Words;
import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks to be run.
 *
 * @param words the target and its arguments; arguments alone where there is a module
 * @param parameters what was given with {@code -p}
 * @param module of {@code -m}
 * @param options of the JVM or the Python
 * @param java a JVM that was named
 * @param python a Python that was named; empty for the usual one, null where none is asked for
 * @param watched fields in Java
 * @param observed variables in Python
 */
public record RunArguments(
    List<String> words,
    List<String> parameters,
    List<Path> classPath,
    @Nullable String modulePath,
    @Nullable String module,
    List<String> options,
    @Nullable Path java,
    @Nullable String python,
    List<String> watched,
    List<String> observed) {
  private static final Words WORDS = Words.of("app");

  /**
   * {@code --python} takes a path, or none; where what follows it is plainly what is to be run, it
   * has none.
   */
  RunArguments sorted() {
    if (python == null || !isTarget(python)) {
      return this;
    }
    List<String> all = new ArrayList<>(words);
    all.addFirst(python);
    return new RunArguments(
        all, parameters, classPath, modulePath, module, options, java, "", watched, observed);
  }

  private static boolean isTarget(String word) {
    return Catalogue.find(word).isPresent() || PythonDetection.isScriptName(word);
  }

  /** Whether it can only mean a program in Python. */
  boolean isPython() {
    return python != null || !observed.isEmpty();
  }

  /**
   * Whether {@code -m} means Python. It means Java where the name has a slash, where anything is
   * given that only Java takes, or where the JDK has a module of that name: any other module of
   * Java needs a path to be found on.
   */
  boolean isPythonModule() {
    String name = String.valueOf(module);
    if (isPython() && name.indexOf('/') < 0) {
      return true;
    }
    boolean isJava =
        name.indexOf('/') >= 0
            || java != null
            || modulePath != null
            || !parameters.isEmpty()
            || !classPath.isEmpty()
            || !options.isEmpty()
            || !watched.isEmpty()
            || ModuleFinder.ofSystem().find(name).isPresent();
    return !isJava;
  }

  /** The Python that was named. */
  Optional<Path> runtime() {
    return python == null || python.isEmpty() ? Optional.empty() : Optional.of(Path.of(python));
  }

  /** The folders and jars of a class path. */
  public static List<Path> classPath(@Nullable String joined) {
    return joined == null
        ? List.of()
        : Arrays.stream(joined.split(Pattern.quote(File.pathSeparator)))
            .filter(each -> !each.isBlank())
            .map(Path::of)
            .toList();
  }

  /** Names of variables of Python, if that is what they are. */
  public static List<String> variables(List<String> names) {
    for (String name : names) {
      if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*")) {
        throw new UsageException(WORDS.get("usage.observe", name));
      }
    }
    return names;
  }

  /** Names of fields of Java, if that is what they are. */
  public static List<String> fields(List<String> names) {
    for (String field : names) {
      if (!field.matches("[\\p{javaJavaIdentifierPart}$]+(\\.[\\p{javaJavaIdentifierPart}$]+)+")) {
        throw new UsageException(WORDS.get("usage.watch", field));
      }
    }
    return names;
  }

  /** The parameters of a scenario. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String each : parameters) {
      if (!isParameter(each)) {
        throw new UsageException(WORDS.get("usage.p", each));
      }
      put(values, each);
    }
    return values;
  }

  static boolean isParameter(String word) {
    return word.matches("[A-Za-z][A-Za-z0-9-]*=.*");
  }

  static void put(Map<String, String> values, String word) {
    int equals = word.indexOf('=');
    values.put(word.substring(0, equals), word.substring(equals + 1));
  }
}
