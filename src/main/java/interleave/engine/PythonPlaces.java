package interleave.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where Pythons are usually found. Looks at names only and runs nothing. */
final class PythonPlaces {
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /** The folder of executables in an installation or a virtual environment. */
  private static final String BIN = WINDOWS ? "Scripts" : "bin";

  private static final String SUFFIX = WINDOWS ? ".exe" : "";

  private static final List<String> PLAIN = List.of("python3" + SUFFIX, "python" + SUFFIX);

  /** Those of versions, newest first, with the free-threaded one behind its sister. */
  private static final List<String> OF_VERSIONS =
      Stream.concat(
              IntStream.iterate(Interpreter.NEWEST_MINOR + 1, i -> i >= 6, i -> i - 1)
                  .boxed()
                  .flatMap(i -> Stream.of("python3." + i, "python3." + i + "t")),
              Stream.of("pypy3"))
          .map(name -> name + SUFFIX)
          .toList();

  private final UnaryOperator<@Nullable String> environment;
  private final Path home;

  PythonPlaces(UnaryOperator<@Nullable String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * Executables of the project in that folder: the active virtual environment, then {@code .venv}
   * or {@code venv} in it or above it. What another user has put above it, say in {@code /tmp}, is
   * not run.
   */
  List<Path> ofProject(Path folder) {
    Set<Path> found = new LinkedHashSet<>();
    variable("VIRTUAL_ENV").forEach(each -> found.addAll(in(each)));
    Path level = folder.toAbsolutePath().normalize();
    for (; level != null && !level.equals(home); level = level.getParent()) {
      for (String name : List.of(".venv", "venv")) {
        Path here = level.resolve(name);
        if (isOurs(here)) {
          found.addAll(in(here));
        }
      }
    }
    variable("CONDA_PREFIX").forEach(each -> found.addAll(in(each)));
    return List.copyOf(found);
  }

  private boolean isOurs(Path folder) {
    try {
      return Files.isDirectory(folder) && Files.getOwner(folder).equals(Files.getOwner(home));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Executables that a name without a folder stands for, as a shell finds it. */
  List<Path> onPath(Collection<String> names) {
    return first(names, path().toList());
  }

  private static List<Path> first(Collection<String> names, List<Path> folders) {
    List<Path> found = new ArrayList<>();
    for (String name : names) {
      folders.stream()
          .map(folder -> folder.resolve(name))
          .filter(PythonPlaces::runs)
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }

  List<Path> onPath() {
    return onPath(PLAIN);
  }

  /**
   * What else is installed: in pyenv, in uv, by version on the PATH, in the usual folders. pyenv's
   * shims of versions are left out: each is a shell that takes a second of processor time to say
   * that another version is chosen, and what they could stand for was found already.
   */
  List<Path> elsewhere() {
    Set<Path> found = new LinkedHashSet<>();
    found.addAll(inEach(pyenv().resolve("versions")));
    found.addAll(inEach(home.resolve(".local/share/uv/python")));
    found.addAll(first(OF_VERSIONS, path().filter(each -> !each.equals(shims())).toList()));
    for (String folder : List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      found.addAll(Stream.of(Path.of(folder, "python3")).filter(PythonPlaces::runs).toList());
    }
    return List.copyOf(found);
  }

  private Path pyenv() {
    return variable("PYENV_ROOT").findFirst().orElse(home.resolve(".pyenv"));
  }

  private Path shims() {
    return pyenv().resolve("shims");
  }

  boolean isPyenvShim(Path executable) {
    return shims().equals(executable.getParent());
  }

  /**
   * By what a shim of pyenv chooses its version for programs in a folder, beside the environment:
   * the first file that names one, and which there are. It stands for the same one while this stays
   * the same.
   */
  String pyenvChoice(Path folder) {
    Stream<Path> ofFolders =
        Stream.iterate(folder.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
            .map(each -> each.resolve(".python-version"));
    return Stream.concat(ofFolders, Stream.of(pyenv().resolve("version")))
            .filter(Files::isRegularFile)
            .findFirst()
            .map(file -> file + " " + text(file))
            .orElse("")
        + " "
        + pyenv().resolve("versions").toFile().lastModified();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** The executable in an installation's or environment's folder, if there is one. */
  static List<Path> in(Path folder) {
    return Stream.of(folder.resolve(BIN), folder)
        .flatMap(each -> PLAIN.stream().map(each::resolve))
        .filter(PythonPlaces::runs)
        .limit(1)
        .toList();
  }

  private static List<Path> inEach(Path versions) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(versions, Files::isDirectory)) {
      all.forEach(folders::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    folders.sort(Comparator.comparing(PythonPlaces::numbers).reversed());
    return folders.stream().flatMap(folder -> in(folder).stream()).toList();
  }

  /** The folder's name with its numbers filled up, so that 3.9 comes before 3.13. */
  private static String numbers(Path folder) {
    return Pattern.compile("\\d+")
        .matcher(folder.getFileName().toString())
        .replaceAll(
            number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
  }

  private Stream<Path> path() {
    String path = environment.apply("PATH");
    return path == null
        ? Stream.empty()
        : Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .flatMap(PythonPlaces::asPath);
  }

  private Stream<Path> variable(String name) {
    String value = environment.apply(name);
    return value == null ? Stream.empty() : asPath(value);
  }

  private static Stream<Path> asPath(String text) {
    try {
      return text.isBlank() ? Stream.empty() : Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private static boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
