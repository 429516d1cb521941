package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProgramTest {
  @TempDir Path folder;

  @Test
  void theExitCodeAndBothStreamsAreTheProgramsOwn() {
    assertThat(behaving("leave")).isEqualTo(new Said(9, "out", "err"));
  }

  @Test
  void anUncaughtExceptionIsShownAsEver() {
    Said said = behaving("throw");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .startsWith(
            "Exception in thread \"main\" java.lang.Error: oh\n"
                + "\tat program.Behaving.main(Behaving.java:");
  }

  @Test
  void aSourceFileRunsAsItStands() throws IOException {
    Path file = program("System.out.print(args[0]); System.exit(5);");
    assertThat(Said.by("run", "--headless", file.toString(), "--", "hello"))
        .isEqualTo(new Said(5, "hello", ""));
  }

  @Test
  void aProgramThatDoesNotCompileShowsTheCompilersMessage() throws IOException {
    Said said = Said.by("run", "--headless", program("int x = \"text\";").toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("Main.java:3: error: incompatible types")
        .contains("error: compilation failed")
        .doesNotContain("JAVA_TOOL_OPTIONS");
  }

  @Test
  void whatStandsBehindTheDashesIsTheProgramsBusiness() {
    assertThat(behaving("echo", "-p", "a=1", "--help", "x y").out()).isEqualTo("-p|a=1|--help|x y");
  }

  @Test
  void aMainClassIsFoundOnItsClassPath() {
    Said said = Said.by("run", "--headless", "-cp", "target/test-classes", "program.Speaker");
    assertThat(said.code()).isEqualTo(7);
    assertThat(said.err()).isEqualTo("Picked up nothing\nPick");
  }

  @Test
  void aMainClassThatIsNotThereFailsAsJavaDoes() {
    Said said = Said.by("run", "--headless", "-cp", "target/test-classes", "no.Such");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("Could not find or load main class no.Such");
  }

  @Test
  void whatTheJvmSaysWhereItDoesNotStartIsInTheSummary() throws IOException {
    Path summary = folder.resolve("run.json");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path stubborn =
        Files.writeString(
            folder.resolve("java"), "#!/bin/sh\nexec " + java + " -XX:NoSuchOption \"$@\"\n");
    assertThat(stubborn.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.move(stubborn, folder.resolve("jdk/bin/java"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    Said said =
        Said.by(
            "run",
            "--headless",
            "lock-and-lost-updates",
            "--java",
            folder.resolve("jdk").toString(),
            "--summary",
            summary.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("NoSuchOption");
    assertThat(JsonTree.list(JsonTree.summary(summary), "output").getFirst())
        .hasEntrySatisfying("text", each -> assertThat((String) each).contains("NoSuchOption"))
        .containsEntry("stream", "stderr");
  }

  @Test
  void aSignalIsToldAsShellsDo() {
    assertThat(behaving("die").code()).isEqualTo(137);
  }

  @Test
  void atTheTimeoutItIsStoppedAndWhatWasRecordedIsKept() {
    Path recording = folder.resolve("run.interleave");
    Said said =
        Said.by(
            "run",
            "--headless",
            "-cp",
            "target/test-classes",
            "program.Behaving",
            "--timeout",
            "2.5",
            "--record",
            recording.toString(),
            "--",
            "wait");
    assertThat(said.code()).isEqualTo(124);
    assertThat(said.err()).isEqualTo("interleave: stopped after 2.5 s (--timeout).\n");
    assertThat(Said.by("info", recording.toString()).out())
        .startsWith("program.Behaving\n")
        .containsPattern("ended +SIGTERM");
  }

  @Test
  void aRecordingTellsWhatItHoldsEvenWhenItIsDamaged() throws IOException {
    Path recording = folder.resolve("run.interleave");
    Said run =
        Said.by(
            "run",
            "--headless",
            "lock-and-lost-updates",
            "-p",
            "loops=100",
            "lock=off",
            "--record",
            recording.toString());
    assertThat(run.code()).isZero();
    Said info = Said.by("info", recording.toString());
    assertThat(info.code()).isZero();
    assertThat(info.out())
        .startsWith("Lock and lost updates\n")
        .containsPattern("scenario +lock-and-lost-updates\n")
        .containsPattern("ended +exit 0\n")
        .containsPattern("processes +1\n")
        .containsPattern("lost +0\n")
        .contains("loops=100")
        .doesNotContain("problem");

    byte[] whole = Files.readAllBytes(recording);
    Files.write(recording, Arrays.copyOf(whole, whole.length / 2));
    Said damaged = Said.by("info", recording.toString());
    assertThat(damaged.code()).isZero();
    assertThat(damaged.out()).containsPattern("problem +The file ends too early");
  }

  @Test
  void aDeadlockOfItsOwnIsNamedAndWhereThatIsWishedForStopped() {
    Said said =
        Said.by(
            "run",
            "--headless",
            "--stop-deadlocked",
            "-cp",
            "target/test-classes",
            "foreign.Embrace");
    assertThat(said.out()).isEqualTo("both hold one\n");
    assertThat(said.err())
        .contains("A deadlock: ", "one waits for ", "held by other", "held by one");
    assertThat(said.code()).isEqualTo(125);
  }

  @Test
  void aProgramOfOnesOwnIsNeverStoppedForADeadlock() {
    Said said = Said.by("run", "--headless", "-cp", "target/test-classes", "foreign.Patience");
    assertThat(said.out()).isEqualTo("going on without them\n");
    assertThat(said.err()).containsOnlyOnce("A deadlock: ").doesNotContain("stopped");
    assertThat(said.code()).isZero();
  }

  @Test
  void aDeadlockIsNotBothToBeStoppedAndKept() {
    Said said = Said.by("run", "--headless", "--stop-deadlocked", "--keep-deadlocked", "deadlock");
    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said.err()).contains("give one of them");
  }

  private static Said behaving(String... args) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("run", "--headless", "-cp", "target/test-classes", "program.Behaving", "--"));
    words.addAll(List.of(args));
    return Said.by(words.toArray(String[]::new));
  }

  private Path program(String statements) throws IOException {
    return Files.writeString(
        folder.resolve("Main.java"),
        """
        public class Main {
          public static void main(String[] args) throws Exception {
            %s
          }
        }
        """
            .formatted(statements));
  }
}
