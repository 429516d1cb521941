package interleave.engine;

import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.words.Words;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts programs so that they and their descendants in Java and Python are traced. */
public final class Engine {
  private static final Words WORDS = Words.of("engine");
  private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");
  private static final File NOTHING = new File("/dev/null");

  private final Installation installation;

  public Engine(Installation installation) {
    this.installation = installation;
  }

  /** Starts it with a pipe for its standard input; hear its output with {@link Run#listen}. */
  public Run start(Launch launch, long capBytes) throws StartException {
    return start(launch, new Settings(capBytes, Settings.Input.PIPE, (_, _, _) -> {}));
  }

  /**
   * Starts the program.
   *
   * @throws StartException when there is no such program, or no place to record it
   */
  public Run start(Launch launch, Settings settings) throws StartException {
    if (!Files.isDirectory(launch.directory().toAbsolutePath())) {
      throw new StartException(WORDS.get("no-folder", String.valueOf(launch.directory())));
    }
    Recording recording;
    try {
      recording = Recording.create(settings.capBytes());
    } catch (IOException e) {
      throw new StartException(
          WORDS.get(
              "no-place",
              String.valueOf(System.getProperty("java.io.tmpdir")),
              String.valueOf(e.getMessage())),
          e);
    }
    return start(launch, settings, recording);
  }

  private Run start(Launch launch, Settings settings, Recording recording) throws StartException {
    AliveLock alive = null;
    Reaper reaper = null;
    try {
      alive = new AliveLock(recording.folder());
      reaper = Reaper.over(recording.folder()); // before the program, so that there is no gap
      return follow(launch, settings, recording, alive, reaper);
    } catch (OutOfMemoryError e) {
      abandon(recording, alive, reaper);
      throw e;
    } catch (IOException e) {
      abandon(recording, alive, reaper);
      throw e instanceof StartException known
          ? known
          : new StartException(WORDS.get("not-started", String.valueOf(e.getMessage())), e);
    }
  }

  /** The thread that follows the run also starts it: all that it records is in one segment. */
  private Run follow(
      Launch launch, Settings settings, Recording recording, AliveLock alive, Reaper reaper)
      throws IOException {
    CompletableFuture<Run> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("interleave engine")
        .start(
            () -> {
              LiveRun run;
              try {
                EngineLog log = new EngineLog(recording, settings.control() == null);
                LiveRun.Start start = begin(launch, settings, recording, log);
                run = new LiveRun(launch, recording, alive, reaper, log, start, settings);
              } catch (IOException | RuntimeException | OutOfMemoryError e) {
                started.completeExceptionally(e);
                return;
              }
              run.listen(settings.listener());
              started.complete(run);
              run.follow();
            });
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private LiveRun.Start begin(Launch launch, Settings settings, Recording recording, EngineLog log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(launch.command(recording.folder()))
            .directory(launch.directory(recording.folder()).toAbsolutePath().toFile());
    if (settings.input() == Settings.Input.INHERIT) {
      builder.redirectInput(
          isOfThisJvm(STANDARD_INPUT)
              ? ProcessBuilder.Redirect.from(NOTHING)
              : ProcessBuilder.Redirect.INHERIT);
    }
    builder.environment().putAll(launch.environment());
    TracingEnvironment environment =
        new TracingEnvironment(builder, recording, launch, installation);
    environment.sample(builder.environment(), settings.samplesNs());
    environment.control(builder.environment(), settings.control());
    String mark = Recorder.FOLDER_VARIABLE + "=" + recording.folder();
    long time = log.now();
    try {
      return new LiveRun.Start(builder.start(), time, mark, environment);
    } catch (IOException e) {
      throw new StartException(reason(launch.command().getFirst(), e), e);
    }
  }

  /**
   * Whether a descriptor leads to a file that this JVM opened for itself. Where it was started with
   * a closed standard input, the first file that it opens gets that number, and the program would
   * read the JDK's classes as what is typed.
   */
  static boolean isOfThisJvm(Path descriptor) {
    try {
      Path opened = descriptor.toRealPath();
      Path classes = Path.of(System.getProperty("java.home"), "lib", "modules");
      String[] jars = System.getProperty("java.class.path").split(File.pathSeparator);
      return Stream.concat(Stream.of(classes), Stream.of(jars).map(Path::of))
          .anyMatch(each -> opened.equals(each.toAbsolutePath().normalize()));
    } catch (IOException e) {
      return false; // a pipe, or a system that does not tell
    }
  }

  private static String reason(String program, IOException e) {
    if (program.indexOf('/') >= 0 && !Files.exists(Path.of(program))) {
      return WORDS.get("no-program", program);
    }
    String message = String.valueOf(e.getMessage());
    // The JDK says error=2 or error: 2, by how it starts processes.
    return message.matches(".*error[=:] ?2\\b.*") ? WORDS.get("no-program.path", program) : message;
  }

  private static void abandon(
      Recording recording, @Nullable AliveLock alive, @Nullable Reaper reaper) {
    try {
      if (alive != null) {
        alive.close();
      }
    } catch (IOException e) {
      // It goes with the folder.
    }
    if (reaper != null) {
      reaper.close();
    }
    recording.delete();
  }
}
