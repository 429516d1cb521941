package interleave.app;

import interleave.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks to be run.
 *
 * @param words the target and its arguments; arguments alone where there is a module
 * @param parameters what was given with {@code -p}
 * @param module of {@code -m}
 * @param options of the JVM
 */
record Asked(
    List<String> words,
    List<String> parameters,
    List<Path> classPath,
    @Nullable String modulePath,
    @Nullable String module,
    List<String> options,
    List<String> watched) {
  private static final Words WORDS = Words.of("app");

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

  /** With {@code -m} it is the module that runs, as with {@code java}. */
  Target.Own ofModule(String named) {
    List<String> all = new ArrayList<>();
    if (modulePath != null) {
      all.addAll(List.of("-p", modulePath));
    }
    parameters.forEach(each -> all.addAll(List.of("-p", each)));
    all.addAll(options);
    return new Target.Own(Target.Own.MODULE + named, classPath, all, words, watched);
  }

  static boolean isParameter(String word) {
    return word.matches("[A-Za-z][A-Za-z0-9-]*=.*");
  }

  static void put(Map<String, String> values, String word) {
    int equals = word.indexOf('=');
    values.put(word.substring(0, equals), word.substring(equals + 1));
  }
}
