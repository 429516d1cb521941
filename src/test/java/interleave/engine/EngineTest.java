package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.tail.LiveTimeline;
import interleave.timeline.OutputTrack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alone
class EngineTest {
  private static final Pattern COUNTED =
      Pattern.compile("\\[(\\d+) lines, \\d+ bytes, which were only counted\\]");

  static final Installation UNTRACED =
      new Installation(
          Path.of("target/classes"),
          null,
          null,
          Path.of(System.getProperty("java.home"), "bin", "java"),
          Path.of(System.getProperty("java.home"), "bin", "java"));
  static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();

  private final Heard heard = new Heard();

  @Test
  void theExitCodeIsTheProgramsOwn() throws Exception {
    try (Run run = start(sh("exit 41"))) {
      assertThat(run.ended().get()).isEqualTo(new Exit(41, null));
      assertThat(run.state()).isEqualTo(Run.State.ENDED);
      assertThat(run.stopped()).isFalse();
    }
  }

  /** With a closed standard input, the JVM's first file has its number. */
  @Test
  void whatThisJvmHasOpenedForItselfIsNobodysStandardInput(@TempDir Path folder) throws Exception {
    Path classes = Path.of(System.getProperty("java.home"), "lib", "modules");
    assertThat(Engine.isOfThisJvm(Files.createSymbolicLink(folder.resolve("0"), classes))).isTrue();
    Path nothing = Files.createSymbolicLink(folder.resolve("1"), Path.of("/dev/null"));
    Path pipe = Files.createSymbolicLink(folder.resolve("2"), Path.of("pipe:[75595]"));
    Path given =
        Files.createSymbolicLink(folder.resolve("3"), Files.createFile(folder.resolve("x")));
    assertThat(List.of(nothing, pipe, given)).noneMatch(Engine::isOfThisJvm);
  }

  @Test
  void theSignalThatEndedItIsNamed() throws Exception {
    try (Run run = start(sh("kill -SEGV $$"))) {
      assertThat(run.ended().get()).isEqualTo(new Exit(139, "SIGSEGV"));
    }
  }

  @Test
  void whatIsPrintedComesByteForByteAndTheStreamsStayApart() throws Exception {
    JavaProgram.Code code = new JavaProgram.Code.Main(List.of(TEST_CLASSES), "program.Speaker");
    try (Run run = start(JavaProgram.of(UNTRACED.java(), code))) {
      assertThat(run.ended().get()).isEqualTo(new Exit(7, null));
    }
    byte[] out = heard.outBytes();
    assertThat(out).hasSize(256 * 50 + 6);
    for (int i = 0; i < 256 * 50; i++) {
      assertThat(out[i]).isEqualTo((byte) i);
    }
    assertThat(heard.out()).endsWith("no end");
    assertThat(heard.err()).isEqualTo("Picked up nothing\nPick");
  }

  /** As in an image that was copied or moved, or of which a part was replaced. */
  @Test
  void anArchiveOfClassesThatDoesNotFitAnyMoreIsNotToldAmongTheProgramsOutput(@TempDir Path image)
      throws Exception {
    Path jar = image.resolve("code.jar");
    Path beside = image.resolve("agent.jar");
    Path archive = image.resolve("worker.jsa");
    String name = "program/Speaker.class";
    for (Path each : List.of(jar, beside)) {
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(each))) {
        out.putNextEntry(new JarEntry(name));
        out.write(Files.readAllBytes(TEST_CLASSES.resolve(name)));
      }
    }
    String boot = "-Xbootclasspath/a:" + beside;
    String java = UNTRACED.java().toString();
    new ProcessBuilder(
            java,
            "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:cds=off",
            boot,
            "-cp",
            jar.toString(),
            "program.Speaker")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    assertThat(archive).exists();
    Files.write(beside, new byte[0]);
    List<String> options =
        new ArrayList<>(
            new Installation(jar, null, archive, UNTRACED.java(), UNTRACED.java())
                .scenarioOptions());
    options.add(boot);
    JavaProgram.Code code = new JavaProgram.Code.Main(List.of(jar), "program.Speaker");
    try (Run run = start(JavaProgram.of(UNTRACED.java(), code).jvmOptions(options))) {
      assertThat(run.ended().get()).isEqualTo(new Exit(7, null));
    }
    assertThat(heard.outBytes()).hasSize(256 * 50 + 6);
    assertThat(heard.err()).isEqualTo("Picked up nothing\nPick");
  }

  @Test
  void aMegabyteOnBothStreamsComesThrough() throws Exception {
    String noise = "head -c 1000000 /dev/zero | tr '\\0' x";
    try (Run run = start(sh(noise + " & " + noise + " >&2; wait"))) {
      assertThat(run.ended().get().code()).isZero();
    }
    assertThat(heard.out()).hasSize(1_000_000);
    assertThat(heard.err()).hasSize(1_000_000);
  }

  @Test
  void whatAnUntracedProgramPrintsFasterThanItIsRecordedComesThroughAndIsCounted()
      throws Exception {
    try (Run run = start(sh("yes 'a line that is printed again and again' | head -n 1000000"))) {
      assertThat(run.ended().get().code()).isZero();
      assertThat(heard.out()).hasSize(39_000_000).doesNotContain("counted");
      OutputTrack output = LiveTimeline.load(run.recording()).output();
      List<String> lines =
          IntStream.range(0, output.size()).mapToObj(i -> output.line(i).text()).toList();
      List<String> whole = lines.stream().filter(each -> each.endsWith("again")).toList();
      assertThat(whole)
          .hasSizeGreaterThan(300_000)
          .allMatch(each -> each.equals("a line that is printed again and again"));
      // How often it was too fast is a matter of the machine: whatever is not recorded is counted.
      List<Integer> counted =
          lines.stream()
              .map(COUNTED::matcher)
              .filter(Matcher::matches)
              .map(it -> Integer.valueOf(it.group(1)))
              .toList();
      int all = whole.size() + counted.stream().mapToInt(Integer::intValue).sum();
      assertThat(all).isBetween(1_000_000 - counted.size(), 1_000_000);
    }
  }

  @Test
  void whatIsTypedReachesTheProgram() throws Exception {
    try (Run run = start(sh("read name; echo hello $name; cat"))) {
      run.sendInput("Ada\n");
      run.sendInput("and more");
      run.closeInput();
      assertThat(run.ended().get().code()).isZero();
    }
    assertThat(heard.out()).isEqualTo("hello Ada\nand more");
  }

  @Test
  void theProgramRunsInItsFolderWithItsEnvironment() throws Exception {
    CommandProgram program =
        sh("pwd; echo $COLOUR").in(Path.of("/proc")).environment(Map.of("COLOUR", "green"));
    try (Run run = start(program)) {
      assertThat(run.ended().get().code()).isZero();
    }
    assertThat(heard.out()).isEqualTo("/proc\ngreen\n");
  }

  @Test
  void theRecordingGoesWithTheRunUnlessItIsKept() throws Exception {
    Run gone = start(sh("true"));
    Run kept = start(sh("true"));
    assertThat(gone.recording().folder()).isDirectory();
    kept.keepRecording();
    gone.close();
    kept.close();
    assertThat(gone.recording().folder()).doesNotExist();
    assertThat(kept.recording().folder()).isDirectory();
    kept.recording().delete();
  }

  @Test
  void aProgramThatIsNotThereIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> start(CommandProgram.of("no-such-program")))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "There is no program no-such-program on the PATH: install it, or give its whole path.");
    assertThatThrownBy(() -> start(CommandProgram.of("/no/such/program")))
        .isInstanceOf(StartException.class)
        .hasMessage("There is no program /no/such/program: check the path.");
    assertThatThrownBy(() -> start(sh("true").in(Path.of("/no/such/folder"))))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("/no/such/folder is not there");
    assertThatThrownBy(() -> start(CommandProgram.of("/etc/passwd")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("Permission denied");
  }

  @Test
  void aFailedStartLeavesNoRecordingBehind(@TempDir Path temporary) throws Exception {
    String usual = System.setProperty("java.io.tmpdir", temporary.toString());
    try {
      assertThatThrownBy(() -> start(CommandProgram.of("no-such-program")));
    } finally {
      System.setProperty("java.io.tmpdir", usual);
    }
    assertThat(temporary).isEmptyDirectory();
  }

  static CommandProgram sh(String script) {
    return CommandProgram.of("sh", "-c", script);
  }

  private Run start(Launch launch) throws StartException {
    return new Engine(UNTRACED).start(launch, new Settings(1 << 28, Settings.Input.PIPE, heard));
  }
}
