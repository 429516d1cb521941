package interleave.engine;

import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Pythons of this machine. Each executable is run once to ask what it is, which takes
 * some 30 ms, and again only when its file has changed, or what a shim chooses by. Safe from any
 * thread, but not for the JavaFX thread.
 */
public final class PythonFinder {
  private static final Words WORDS = Words.of("engine");
  private static final int AT_ONCE = 4;

  private final PythonPlaces places;
  private final BiFunction<Path, Path, Optional<Interpreter>> question;
  private final Map<String, Interpreter> known = new ConcurrentHashMap<>();

  /** Finds what the user of this process has. */
  public PythonFinder() {
    this(System::getenv, Path.of(System.getProperty("user.home")), InterpreterQuestion::ask);
  }

  PythonFinder(
      UnaryOperator<@Nullable String> environment,
      Path home,
      BiFunction<Path, Path, Optional<Interpreter>> question) {
    places = new PythonPlaces(environment, home);
    this.question = question;
  }

  /**
   * All there are, each once: the one that would be used for programs in {@code folder} first, the
   * rest as they were found.
   */
  public List<Interpreter> all(Path folder) {
    List<Path> project = places.ofProject(folder);
    Set<Path> candidates = new LinkedHashSet<>(project);
    candidates.addAll(places.onPath());
    candidates.addAll(places.elsewhere());
    List<Interpreter> found = new ArrayList<>(distinct(askAll(List.copyOf(candidates), folder)));
    usual(found, project, folder)
        .ifPresent(
            first -> {
              found.remove(first);
              found.addFirst(first);
            });
    return found;
  }

  /**
   * The one for programs in {@code folder} where none is named: that of the project's virtual
   * environment, else the first on the PATH or elsewhere that can be traced, else any.
   *
   * @throws StartException where there is none, with a sentence that says what to install
   */
  public Interpreter usual(Path folder) throws StartException {
    for (Path executable : places.ofProject(folder)) {
      Optional<Interpreter> own = ask(executable, folder);
      if (own.isPresent()) {
        return own.get();
      }
    }
    List<Path> others = new ArrayList<>(places.onPath());
    others.addAll(places.elsewhere());
    Interpreter untraced = null;
    for (Path executable : others) { // one after the other: mostly the first will do
      Optional<Interpreter> each = ask(executable, folder);
      if (each.isPresent() && each.get().isTraced()) {
        return each.get();
      }
      untraced = untraced == null ? each.orElse(null) : untraced;
    }
    if (untraced == null) {
      throw new StartException(WORDS.get("python.none", "3." + Interpreter.OLDEST_MINOR));
    }
    return untraced;
  }

  private Optional<Interpreter> usual(List<Interpreter> all, List<Path> project, Path folder) {
    return project.stream()
        .flatMap(executable -> ask(executable, folder).stream())
        .filter(all::contains)
        .findFirst()
        .or(() -> all.stream().filter(Interpreter::isTraced).findFirst());
  }

  /**
   * The one that was named: an executable, the folder of an installation or of a virtual
   * environment, a command on the PATH, or a version such as {@code 3.12}.
   *
   * @throws StartException with a sentence where there is none, or where it is no Python
   */
  public Interpreter named(Path name, Path folder) throws StartException {
    String text = name.toString();
    if (text.matches("3(\\.\\d+){0,2}t?") && !Files.exists(name)) {
      return ofVersion(text, folder);
    }
    Path executable = executable(name);
    if (!Files.exists(executable)) {
      throw new StartException(WORDS.get("python.missing", name));
    }
    if (Files.isDirectory(executable) || !Files.isExecutable(executable)) {
      throw new StartException(WORDS.get("python.not-executable", executable));
    }
    return ask(executable.toAbsolutePath(), folder)
        .orElseThrow(() -> new StartException(WORDS.get("python.no-version", executable)));
  }

  private Path executable(Path name) {
    if (Files.isDirectory(name)) {
      return PythonPlaces.in(name).stream().findFirst().orElse(name);
    }
    return name.getNameCount() > 1 || name.isAbsolute() || Files.exists(name)
        ? name
        : places.onPath(List.of(name.toString())).stream().findFirst().orElse(name);
  }

  private Interpreter ofVersion(String version, Path folder) throws StartException {
    boolean free = version.endsWith("t");
    String number = free ? version.substring(0, version.length() - 1) : version;
    return all(folder).stream()
        .filter(each -> each.freeThreaded() == free)
        .filter(each -> each.version().equals(number) || each.version().startsWith(number + "."))
        .findFirst()
        .orElseThrow(() -> new StartException(WORDS.get("python.no-such", version)));
  }

  private List<Interpreter> askAll(List<Path> executables, Path folder) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, daemons())) {
      return executables.stream()
          .map(each -> CompletableFuture.supplyAsync(() -> ask(each, folder), threads))
          .toList()
          .stream()
          .flatMap(each -> each.join().stream())
          .toList();
    }
  }

  private static java.util.concurrent.ThreadFactory daemons() {
    return Thread.ofPlatform().daemon().name("interleave finds Python").factory();
  }

  /** Several names of one interpreter count once; a virtual environment is one of its own. */
  private static List<Interpreter> distinct(List<Interpreter> all) {
    Map<Path, Interpreter> distinct = new LinkedHashMap<>();
    for (Interpreter each : all) {
      distinct.putIfAbsent(each.environment().orElseGet(() -> real(each.path())), each);
    }
    return List.copyOf(distinct.values());
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private Optional<Interpreter> ask(Path executable, Path folder) {
    boolean shim = places.isPyenvShim(executable);
    String key = key(executable) + (shim ? " " + places.pyenvChoice(folder) : "");
    Interpreter answered = known.get(key);
    if (answered != null && Files.exists(answered.path())) {
      return Optional.of(answered);
    }
    Optional<Interpreter> answer = question.apply(executable, folder);
    // Another tool's shim answers for another, and nobody knows when not for the same one.
    answer
        .filter(each -> shim || each.path().equals(executable))
        .ifPresent(each -> known.put(key, each));
    return answer;
  }

  private static String key(Path executable) {
    try {
      return executable + " " + Files.getLastModifiedTime(executable);
    } catch (IOException e) {
      return executable.toString();
    }
  }
}
