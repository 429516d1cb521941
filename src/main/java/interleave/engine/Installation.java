package interleave.engine;

import interleave.words.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where Interleave's own files are, and which Java runs programs.
 *
 * @param code the jar or folder of Interleave's own classes
 * @param agent the tracer's jar; without one Java programs run untraced
 * @param workerArchive the class data archive of the worker's classes, made with the image
 * @param java the executable that runs a user's own Java programs
 * @param ownJava the one that runs Interleave's own, such as scenarios: the image's, which the
 *     archive fits, unless another was named
 */
public record Installation(
    Path code, @Nullable Path agent, @Nullable Path workerArchive, Path java, Path ownJava) {
  private static final Words WORDS = Words.of("engine");

  /** The oldest Java that the tracer runs on. */
  public static final int OLDEST_JAVA = 25;

  /** Finds everything for the running Interleave, with the newest suitable Java. */
  public static Installation find() throws StartException {
    return find(null);
  }

  /** As {@link #find()}, with that Java where it is not null. */
  public static Installation find(@Nullable Path java) throws StartException {
    return find(java, own(), System::getenv);
  }

  static Installation find(
      @Nullable Path java, Path code, UnaryOperator<@Nullable String> environment)
      throws StartException {
    Path beside = code.toAbsolutePath().resolveSibling("");
    return new Installation(
        code,
        agentOf(beside),
        besideOrAbove(beside, "worker.jsa"),
        java == null ? JavaFinder.newest(environment) : JavaFinder.checked(java),
        java == null ? JavaFinder.own() : JavaFinder.checked(java));
  }

  /**
   * What a scenario's JVM gets beside its class path; the agent, which comes with the environment,
   * does the rest.
   */
  public List<String> scenarioOptions() {
    return workerArchive == null
        ? List.of()
        : List.of(
            "-Xshare:auto",
            "-Xlog:cds*=off", // one that does not fit is not used, and not told of
            "-XX:SharedArchiveFile=" + workerArchive,
            "-Dinterleave.worker.archive=" + workerArchive);
  }

  /**
   * A program of Interleave's own, such as a scenario.
   *
   * @param jvmOptions what it needs beside what all of them get
   */
  public JavaProgram ownProgram(String mainClass, List<String> jvmOptions, List<String> arguments) {
    return ownProgram(mainClass, jvmOptions, List.of(), arguments);
  }

  /**
   * As that, with classes of the user's beside our own.
   *
   * @param classPath where these are
   */
  public JavaProgram ownProgram(
      String mainClass, List<String> jvmOptions, List<Path> classPath, List<String> arguments) {
    List<String> options = new ArrayList<>(scenarioOptions());
    options.addAll(jvmOptions);
    List<Path> places = new ArrayList<>(List.of(code));
    places.addAll(classPath);
    return JavaProgram.of(ownJava, new JavaProgram.Code.Main(places, mainClass))
        .jvmOptions(options)
        .arguments(arguments);
  }

  private static @Nullable Path agentOf(Path beside) {
    String named = System.getProperty("interleave.agent");
    if (named != null) {
      return existing(Path.of(named));
    }
    return besideOrAbove(beside, "interleave-agent.jar");
  }

  /** In an image the modules have a folder of their own, and these are above it. */
  private static @Nullable Path besideOrAbove(Path beside, String name) {
    Path found = existing(beside.resolve(name));
    return found == null ? existing(beside.resolve("..").normalize().resolve(name)) : found;
  }

  private static @Nullable Path existing(Path file) {
    return Files.isRegularFile(file) ? file.toAbsolutePath() : null;
  }

  /**
   * The jar or folder this class came from. In an application image whose modules are linked into
   * the runtime it is the jar beside the runtime, since a class path needs a file.
   */
  private static Path own() throws StartException {
    try {
      URI place = Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      if (place.getScheme().equals("file")) {
        return Path.of(place);
      }
    } catch (URISyntaxException e) {
      throw new StartException(WORDS.get("own.no-path"), e);
    }
    Path home = Path.of(System.getProperty("java.home"));
    Path jar = home.resolveSibling("app").resolve("interleave.jar");
    if (!Files.isRegularFile(jar)) {
      throw new StartException(WORDS.get("own.missing", jar));
    }
    return jar;
  }
}
