package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Installation;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A program that was run twice at the same time, each in a folder of its own: as it is, and by us.
 */
final class BothWays {
  private static final long CAP = 1L << 30;

  /** Both start quicker so; the tracer is the same. */
  private static final List<String> QUICK =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private BothWays() {}

  /** How a program ended, what it printed, and the files it left. */
  record Behaviour(int exit, String out, String err, Map<String, Integer> files) {}

  /** What it did, with us and without us, and what we know of it. */
  record Seen(Behaviour behaviour, Exit exit, Timeline timeline) {
    String out() {
      return behaviour.out();
    }

    /** How many locks are named so. */
    long locks(String pattern) {
      return timeline.locks().stream().filter(lock -> lock.name().matches(pattern)).count();
    }

    long acquires() {
      return timeline.locks().stream().mapToLong(lock -> lock.acquires()).sum();
    }

    List<String> threads() {
      return timeline.lanes().stream()
          .filter(lane -> !lane.service())
          .map(lane -> lane.name())
          .toList();
    }

    List<String> lines() {
      return java.util.stream.IntStream.range(0, timeline.output().size())
          .mapToObj(i -> timeline.output().line(i).text())
          .toList();
    }
  }

  static JavaProgram program(JavaProgram.Code code, String... arguments) throws Exception {
    return JavaProgram.of(java(), code, arguments).jvmOptions(QUICK);
  }

  /** A main class of this project's tests, with the jars that these classes come from. */
  static JavaProgram program(Class<?> main, List<Class<?>> uses, String... arguments)
      throws Exception {
    return program(new JavaProgram.Code.Main(classPath(main, uses), main.getName()), arguments);
  }

  static List<Path> classPath(Class<?> first, List<Class<?>> more) {
    return Stream.concat(Stream.of(first), more.stream()).map(BothWays::home).distinct().toList();
  }

  /** The jar or folder of a class. */
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The jar that has that file. */
  static Path home(String resource) {
    String url = String.valueOf(BothWays.class.getResource("/" + resource));
    return Path.of(java.net.URI.create(url.substring("jar:".length(), url.indexOf('!'))));
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * Runs it both ways, in folders below {@code folder}, and asserts that there is no difference.
   */
  static Seen run(JavaProgram program, Path folder) throws Exception {
    return run(program, folder, "");
  }

  static Seen run(JavaProgram program, Path folder, String input) throws Exception {
    JavaProgram plain = program.in(Files.createDirectories(folder.resolve("without us")));
    JavaProgram traced = program.in(Files.createDirectories(folder.resolve("with us")));
    CompletableFuture<Behaviour> without =
        CompletableFuture.supplyAsync(() -> untraced(plain, input));
    Seen seen = traced(traced, input);
    assertThat(seen.behaviour()).isEqualTo(without.get());
    assertThat(seen.timeline().counters().lost()).isZero();
    return seen;
  }

  /** Runs it by us alone, where what it prints can never be the same twice. */
  static Seen only(Launch program) throws Exception {
    return traced(program, "");
  }

  private static Behaviour untraced(Launch program, String input) {
    try {
      Path out = Files.createTempFile("foreign", ".out");
      Path err = Files.createTempFile("foreign", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(program.command())
              .directory(program.directory().toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(program.environment());
      Process process = builder.start();
      try (var to = process.outputWriter()) {
        to.write(input);
      }
      int exit = process.waitFor();
      Behaviour behaviour =
          new Behaviour(
              exit, Files.readString(out), Files.readString(err), files(program.directory()));
      Files.delete(out);
      Files.delete(err);
      return behaviour;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Seen traced(Launch program, String input) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Settings settings =
        new Settings(
            CAP,
            Settings.Input.PIPE,
            (stderr, bytes, length) -> (stderr ? err : out).write(bytes, 0, length));
    try (Run run = new Engine(Installation.find(java())).start(program, settings)) {
      if (!input.isEmpty()) {
        run.sendInput(input);
      }
      run.closeInput();
      Exit exit = run.ended().get();
      Behaviour behaviour =
          new Behaviour(
              exit.code(),
              out.toString(StandardCharsets.UTF_8),
              err.toString(StandardCharsets.UTF_8),
              files(program.directory()));
      return new Seen(behaviour, exit, LiveTimeline.load(run.recording()));
    }
  }

  /** Each file with a number of its content. */
  private static Map<String, Integer> files(Path folder) throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(each).toString(), Arrays.hashCode(Files.readAllBytes(each)));
      }
    }
    return files;
  }
}
