package interleave.engine;

import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the Java that runs programs under study. */
final class JavaFinder {
  private static final Words WORDS = Words.of("engine");
  private static final Pattern VERSION = Pattern.compile("(?:1\\.)?(\\d+)[^\"]*\"");
  private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"" + VERSION.pattern());
  private static final Pattern PRINTED = Pattern.compile("version \"" + VERSION.pattern());
  private static final String EXECUTABLE =
      System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";

  private JavaFinder() {}

  /** That of JAVA_HOME or PATH where it is new enough, else the one that runs Interleave itself. */
  static Path newest(UnaryOperator<@Nullable String> environment) throws StartException {
    List<Path> candidates = new ArrayList<>();
    String home = environment.apply("JAVA_HOME");
    if (home != null && !home.isBlank()) {
      candidates.add(Path.of(home, "bin", EXECUTABLE));
    }
    String path = environment.apply("PATH");
    if (path != null) {
      for (String folder : path.split(Pattern.quote(File.pathSeparator))) {
        Path java = Path.of(folder, EXECUTABLE);
        if (!folder.isBlank() && Files.isExecutable(java)) {
          candidates.add(java);
          break;
        }
      }
    }
    Path own = own();
    candidates.add(own);
    for (Path java : candidates) {
      if (Files.isExecutable(java) && version(java).orElse(0) >= Installation.OLDEST_JAVA) {
        return java;
      }
    }
    throw new StartException(WORDS.get("java.none", Installation.OLDEST_JAVA, own));
  }

  /** The one that runs Interleave itself. */
  static Path own() {
    return Path.of(System.getProperty("java.home"), "bin", EXECUTABLE);
  }

  /** That executable, or that JDK's, when it is there and new enough. */
  static Path checked(Path named) throws StartException {
    Path java = Files.isDirectory(named) ? named.resolve("bin").resolve(EXECUTABLE) : named;
    if (!Files.exists(java)) {
      throw new StartException(WORDS.get("java.missing", java));
    }
    if (!Files.isExecutable(java)) {
      throw new StartException(WORDS.get("java.not-executable", java));
    }
    OptionalInt version = version(java);
    if (version.isEmpty()) {
      throw new StartException(WORDS.get("java.no-version", java));
    }
    if (version.getAsInt() < Installation.OLDEST_JAVA) {
      throw new StartException(
          WORDS.get("java.old", java, version.getAsInt(), Installation.OLDEST_JAVA));
    }
    return java.toAbsolutePath();
  }

  /** The feature number: 17, 25. Read from the JDK's release file, else asked of the executable. */
  static OptionalInt version(Path java) {
    try {
      Path release = java.toRealPath().resolveSibling("../release");
      if (Files.isRegularFile(release)) {
        OptionalInt version = number(RELEASE, Files.readString(release));
        if (version.isPresent()) {
          return version;
        }
      }
      return asked(java);
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt asked(Path java) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java.toString(), "-version");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      process
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .exceptionally(_ -> process.destroyForcibly());
      return number(PRINTED, new String(output.readNBytes(4096), StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }

  private static OptionalInt number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
