package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where memory runs out. */
@BesideOthers
class ShortageTest {
  static final String[] BUSY = {"-cp", "target/test-classes", "program.Behaving", "busy"};

  private static final int MOST_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void whereMemoryRunsOutTheRecordingIsKeptAndItsPlaceTold() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    String summary = folder.resolve("run.json").toString();
    Ended ended = run(place, "--summary", summary);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err().lines()).last().asString().contains("Memory ran out", place.toString());
    assertThat(ended.err()).doesNotContain("Exception", "OutOfMemory");
    try (var kept = Files.list(place)) {
      assertThat(kept).hasSize(1);
    }
    assertThat(new ProcessBuilder("rm", "-r", place.toString()).start().waitFor()).isZero();
  }

  @Test
  void whatWasSavedBeforeMemoryRanOutIsNotKeptTwice() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    String summary = folder.resolve("run.json").toString();
    String record = folder.resolve("run.interleave").toString();
    Ended ended = run(place, "--summary", summary, "--record", record);
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("The recording is in " + record);
    assertThat(place).isEmptyDirectory();
  }

  private record Ended(int code, String err) {}

  /** With little memory; and longer, where the program has not come to fill it. */
  private Ended run(Path place, String... options) throws IOException, InterruptedException {
    for (int seconds = 2; ; seconds *= 4) {
      Ended ended = run(seconds, place, options);
      if (ended.code() != ExitCode.TIMED_OUT || seconds > MOST_SECONDS) {
        return ended;
      }
    }
  }

  private Ended run(int seconds, Path place, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + place,
                "-Dinterleave.agent=" + System.getProperty("interleave.agent"),
                "-cp",
                System.getProperty("java.class.path"),
                "interleave.app.Main",
                "run",
                "--headless",
                "--timeout",
                Integer.toString(seconds)));
    command.addAll(List.of(options));
    command.addAll(List.of(BUSY));
    Path err = folder.resolve("err");
    int code =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Ended(code, Files.readString(err));
  }
}
