package interleave.python;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The CPythons of this machine that the tracer is for, one of each minor version. */
final class Pythons {
  private static final Pattern VERSION = Pattern.compile("3\\.(\\d+)\\.\\d+t?");
  private static final int OLDEST = 8;
  private static final int NEWEST = 14;

  private static final Map<Integer, Path> FOUND = find();

  private Pythons() {}

  /**
   * Has a Python of this environment keep what it compiles, also where the machine says that none
   * is to. Else each process would compile the tracer and the library's modules, which takes longer
   * than most of what is tested; beside the sources, those would get company.
   */
  static void keepCompiled(Map<String, String> environment) {
    environment.put("PYTHONPYCACHEPREFIX", compiled());
    environment.remove("PYTHONDONTWRITEBYTECODE");
  }

  /** The folder for what they compile: of all tests, and of those that run next time. */
  static String compiled() {
    return Path.of("target", "compiled-python").toAbsolutePath().toString();
  }

  /** All of them, the oldest first; skips the test, saying so, where there is none. */
  static List<Path> all() {
    assumeThat(FOUND)
        .as("No CPython 3.8 to 3.14 was found in ~/.pyenv/versions: nothing of Python is tested.")
        .isNotEmpty();
    return List.copyOf(FOUND.values());
  }

  /** The oldest and the newest, and one between them. */
  static List<Path> some() {
    List<Path> all = all();
    return Stream.of(all.getFirst(), all.get(all.size() / 2), all.getLast()).distinct().toList();
  }

  static Path newest() {
    return all().getLast();
  }

  /** That of {@code 3.minor}; skips the test, saying so, where it is not there. */
  static Path of(int minor) {
    Assumptions.assumeTrue(FOUND.containsKey(minor), "CPython 3." + minor + " is not installed.");
    return FOUND.get(minor);
  }

  /** The number behind 3 of the version. */
  static int minor(Path python) {
    return FOUND.entrySet().stream()
        .filter(each -> each.getValue().equals(python))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Does that with each of them, two at a time, and gives the results in their order. */
  static <K, T> Map<K, T> each(List<K> all, Function<K, T> task) throws Exception {
    Map<K, Future<T>> running = new LinkedHashMap<>();
    Map<K, T> results = new LinkedHashMap<>();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (K one : all) {
        running.put(one, two.submit(() -> task.apply(one)));
      }
      for (Map.Entry<K, Future<T>> each : running.entrySet()) {
        results.put(each.getKey(), each.getValue().get());
      }
    }
    return results;
  }

  private static Map<Integer, Path> find() {
    Map<Integer, Path> found = new TreeMap<>();
    List<Path> places = new ArrayList<>();
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> each = Files.list(versions)) {
        each.sorted().forEach(places::add);
      } catch (IOException e) {
        return found;
      }
    }
    for (Path place : places) {
      Matcher matcher = VERSION.matcher(place.getFileName().toString());
      Path python = place.resolve("bin").resolve("python");
      if (matcher.matches() && Files.isExecutable(python)) {
        int minor = Integer.parseInt(matcher.group(1));
        if (minor >= OLDEST && minor <= NEWEST) {
          found.put(minor, python);
        }
      }
    }
    return found;
  }
}
