package interleave.engine;

import interleave.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Python that was asked what it is.
 *
 * @param path the executable that runs programs: never a pyenv shim, and that of a virtual
 *     environment where there is one
 * @param implementation {@code CPython}, {@code PyPy} …
 * @param major of its version, as are {@code minor} and {@code version}, which is all of it: {@code
 *     3.14.0rc1}
 * @param freeThreaded whether it was built to run without a GIL
 * @param gil whether it runs with a GIL, which a free-threaded build may, too
 */
public record Interpreter(
    Path path,
    String implementation,
    int major,
    int minor,
    String version,
    boolean freeThreaded,
    boolean gil) {
  private static final Words WORDS = Words.of("engine");

  /** The oldest and the newest minor versions of Python 3 that the tracer is made for. */
  public static final int OLDEST_MINOR = 8;

  public static final int NEWEST_MINOR = 14;

  /** {@code CPython 3.13.0}, and whether it is free-threaded. */
  public String show() {
    String name = implementation + " " + version;
    return !freeThreaded ? name : WORDS.get(gil ? "python.free.gil" : "python.free", name);
  }

  /** Whether its programs are traced; newer versions than we know are tried. */
  public boolean isTraced() {
    return implementation.equals("CPython") && (major > 3 || (major == 3 && minor >= OLDEST_MINOR));
  }

  /** What is to be known before a program is run with it, as a sentence; mostly nothing. */
  public Optional<String> caveat() {
    if (!implementation.equals("CPython")) {
      return Optional.of(WORDS.get("python.other", path, implementation));
    }
    if (!isTraced()) {
      return Optional.of(WORDS.get("python.old", path, version, "3." + OLDEST_MINOR));
    }
    return major > 3 || minor > NEWEST_MINOR
        ? Optional.of(WORDS.get("python.new", path, version, "3." + NEWEST_MINOR))
        : Optional.empty();
  }

  /** The folder of the virtual environment that it belongs to. */
  public Optional<Path> environment() {
    Path folder = path.toAbsolutePath().getParent();
    for (int i = 0; i < 2 && folder != null; i++, folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("pyvenv.cfg"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
