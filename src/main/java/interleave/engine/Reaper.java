package interleave.engine;

import interleave.event.Recorder;
import interleave.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outlives this process by a moment, so that the program does not outlive it: a shell that reads
 * from a pipe whose other end we hold. When we are gone, however that came, its reading ends, and
 * it kills every process that carries the run's mark. The recording stays, for whoever wants to
 * know what led to that, unless we were just about to delete it.
 *
 * <p>Only where there is {@code /proc}; elsewhere the traced processes watch over themselves.
 */
final class Reaper implements AutoCloseable {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private final @Nullable Process shell;

  private Reaper(@Nullable Process shell) {
    this.shell = shell;
  }

  /** Watches over what is to be started with that recording. */
  static Reaper over(Path recording) throws IOException {
    if (!Files.isExecutable(SHELL) || !Files.isReadable(Path.of("/proc/self/environ"))) {
      return new Reaper(null);
    }
    List<String> command = new ArrayList<>();
    // In a session of its own it survives what a terminal sends when it is closed.
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(s -> command.add(s.toString()));
    command.addAll(
        List.of(
            SHELL.toString(),
            "-c",
            script(),
            "interleave-reaper",
            recording.toString(),
            Recorder.FOLDER_VARIABLE));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.remove(Recorder.FOLDER_VARIABLE); // or it would kill itself, where we are traced
    environment.put("PATH", "/usr/bin:/bin");
    return new Reaper(builder.start());
  }

  /** The recording is being deleted: should we be gone before that is done, it is finished. */
  void deleteRecording() {
    say("delete");
  }

  /** Nothing is left to be done. */
  @Override
  public void close() {
    say("done");
    if (shell != null) {
      try {
        shell.getOutputStream().close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }

  private void say(String word) {
    if (shell == null) {
      return;
    }
    OutputStream pipe = shell.getOutputStream();
    try {
      pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      // Somebody killed the shell: the run goes on without it.
    }
  }

  private static String script() throws IOException {
    try (InputStream script = Reaper.class.getResourceAsStream("reaper.sh")) {
      if (script == null) {
        throw new IOException(Words.of("engine").get("own.reaper"));
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
