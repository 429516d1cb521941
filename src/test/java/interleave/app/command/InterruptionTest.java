package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionTest {
  private static final int HUP = 1;
  private static final int INT = 2;

  @TempDir Path folder;

  @Test
  void theProgramHearsOfCtrlCFirstAndTheRecordingIsCompleted() throws Exception {
    Assumptions.assumeFalse(
        isIgnored(INT), "SIGINT is ignored here, as below nohup or in a shell's background.");
    Path recording = folder.resolve("run.interleave");
    Process interleave = behaving("wait", "--record", recording.toString());
    try (BufferedReader output = interleave.inputReader()) {
      assertThat(output.readLine()).isEqualTo("READY");
      new ProcessBuilder("kill", "-INT", Long.toString(interleave.pid())).start().waitFor();
      assertThat(output.readLine()).isEqualTo("bye");
      assertThat(output.readLine()).isNull();
    }
    assertThat(interleave.waitFor()).isEqualTo(130);
    assertThat(Said.by("info", recording.toString()).out()).containsPattern("ended +SIGINT");
  }

  @Test
  void aProgramThatDoesNotCareIsStopped() throws Exception {
    Process interleave =
        start("run", "--headless", "-cp", "target/test-classes", "program.Forever");
    List<ProcessHandle> tree = new ArrayList<>();
    try (BufferedReader output = interleave.inputReader()) {
      assertThat(output.readLine()).isEqualTo("READY");
      interleave.toHandle().descendants().forEach(tree::add);
      assertThat(tree).hasSizeGreaterThanOrEqualTo(3);
      new ProcessBuilder("kill", "-TERM", Long.toString(interleave.pid())).start().waitFor();
    }
    assertThat(interleave.waitFor()).isEqualTo(143);
    Await.until("its processes are gone", () -> tree.stream().noneMatch(ProcessHandle::isAlive));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void whoIsToTerminateBringsInWhatWasWishedForAndLeavesNothing(String signal) throws Exception {
    Assumptions.assumeFalse(
        signal.equals("HUP") && isIgnored(HUP), "SIGHUP is ignored here, as below nohup.");
    Path recording = folder.resolve("run.interleave");
    Path summary = folder.resolve("run.json");
    Path place = Files.createDirectory(folder.resolve("place"));
    Process interleave =
        behaving(place, "busy", "--record", recording.toString(), "--summary", summary.toString());
    try (BufferedReader output = interleave.inputReader()) {
      assertThat(output.readLine()).isEqualTo("READY");
      assertThat(place).isNotEmptyDirectory();
      new ProcessBuilder("kill", "-" + signal, Long.toString(interleave.pid())).start().waitFor();
      output.lines().forEach(_ -> {}); // to its end
    }
    assertThat(interleave.waitFor()).isEqualTo(signal.equals("TERM") ? 143 : 129);
    assertThat(place).isEmptyDirectory();
    assertThat(Said.by("info", recording.toString()).out()).contains("Behaving");
    assertThat(JsonTree.summary(summary)).containsKey("lost");
  }

  @Test
  void whenNobodyReadsAnyMoreTheProgramNoticesAsItWouldWithoutUs() throws Exception {
    Process interleave = behaving("flood");
    try (BufferedReader output = interleave.inputReader()) {
      assertThat(output.readLine()).isEqualTo("yes");
    }
    assertThat(interleave.waitFor()).isEqualTo(4);
  }

  @Test
  void whatIsTypedGoesToTheProgram() throws Exception {
    Process interleave = behaving("greet");
    try (BufferedReader output = interleave.inputReader();
        var input = interleave.outputWriter()) {
      input.write("Ada\n");
      input.flush();
      assertThat(output.readLine()).isEqualTo("hello Ada");
    }
    assertThat(interleave.waitFor()).isZero();
  }

  /** What was started with a signal ignored hands that on to all that it starts. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(
            line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> signal - 1 & 1) != 0);
  }

  private static Process behaving(String how, String... options) throws Exception {
    return behaving(Path.of(System.getProperty("java.io.tmpdir")), how, options);
  }

  /** With recordings in that folder. */
  static Process behaving(Path place, String how, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("run", "--headless", "-cp", "target/test-classes"));
    words.addAll(List.of(options));
    words.addAll(List.of("program.Behaving", "--", how));
    return start(place, words.toArray(String[]::new));
  }

  private static Process start(String... args) throws Exception {
    return start(Path.of(System.getProperty("java.io.tmpdir")), args);
  }

  static Process start(Path place, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + place,
                "-Dinterleave.agent=" + System.getProperty("interleave.agent"),
                "-cp",
                System.getProperty("java.class.path"),
                "interleave.app.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
