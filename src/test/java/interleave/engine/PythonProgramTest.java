package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Python program is started with; nothing is run. */
class PythonProgramTest {
  private static final Interpreter PYTHON =
      new Interpreter(Path.of("/opt/bin/python3"), "CPython", 3, 12, "3.12.1", false, true);

  @TempDir Path folder;

  @Test
  void theCommandLineIsThatOfPython() {
    PythonProgram script = of(new PythonProgram.Code.Script(Path.of("a b.py")), "x", "-y");
    assertThat(script.command()).containsExactly("/opt/bin/python3", "a b.py", "x", "-y");
    PythonProgram module = of(new PythonProgram.Code.Module("http.server"), "8000");
    assertThat(module.options(List.of("-X", "dev")).command())
        .containsExactly("/opt/bin/python3", "-X", "dev", "-m", "http.server", "8000");
  }

  @Test
  void textsLieTogetherInTheRecordingsFolderAndTheFirstIsRun() throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("main.py", "import other\n");
    files.put("other.py", "print('ä')\n");
    PythonProgram program = of(new PythonProgram.Code.Texts(files), "n=1");
    assertThat(program.command()).containsExactly("/opt/bin/python3", "main.py", "n=1");
    Path main = folder.resolve("source/main.py");
    assertThat(program.command(folder)).containsExactly("/opt/bin/python3", main.toString(), "n=1");
    assertThat(main).hasContent("import other");
    assertThat(main.resolveSibling("other.py")).hasContent("print('ä')");
  }

  @ParameterizedTest
  @CsvSource({
    "-I, -I",
    "-E, -E",
    "-S, -S",
    "-BsI, -I",
    "-uE, -E",
    "-X dev -S, -S",
    "-Xdev, ",
    "-W error, ",
    "-WI, ",
    "-X SIE, ",
    "-OO, ",
    "--check-hash-based-pycs never, ",
    "-P, "
  })
  void anOptionThatKeepsTheTracerOutIsNamed(String options, String hiding) {
    PythonProgram program =
        of(new PythonProgram.Code.Module("m")).options(List.of(options.split(" ")));
    assertThat(program.letsTracerIn()).isEqualTo(hiding == null);
    assertThat(program.caveat().orElse(""))
        .startsWith(hiding == null ? "" : hiding + " keeps the tracer out")
        .matches(sentence -> sentence.isEmpty() == (hiding == null));
  }

  @Test
  void theTracerComesFirstOnThePathOfEveryProgramAndWhatIsObservedIsNamed() throws Exception {
    PythonProgram program = of(new PythonProgram.Code.Module("m")).observing(List.of("a", "b.c"));
    Map<String, String> environment =
        new HashMap<>(
            Map.of("PYTHONPATH", "lib", "INTERLEAVE_OBSERVE", "old", "INTERLEAVE_WATCH", "old"));
    environment(environment, program);
    String tracer = folder.resolve("python").toString();
    assertThat(environment)
        .containsEntry("PYTHONPATH", tracer + File.pathSeparator + "lib")
        .containsEntry("INTERLEAVE_OBSERVE", "a,b.c")
        .containsKey("INTERLEAVE_RECORDING")
        .doesNotContainKey("INTERLEAVE_WATCH");
    assertThat(folder.resolve("python/sitecustomize.py")).isRegularFile();
    assertThat(folder.resolve("python/_interleave/hooks/__init__.py")).isRegularFile();
  }

  @Test
  void aCommandsPythonChildrenFindTheTracerToo() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment(environment, CommandProgram.of("make"));
    assertThat(environment)
        .containsEntry("PYTHONPATH", folder.resolve("python").toString())
        .doesNotContainKey("INTERLEAVE_OBSERVE");
  }

  @Test
  void withoutPlaceForTheTracerTheProgramRunsAndThatIsSaid() throws Exception {
    Files.writeString(folder.resolve("python"), "in the way");
    Map<String, String> environment = new HashMap<>();
    TracingEnvironment made = environment(environment, CommandProgram.of("make"));
    assertThat(made.pythonFailure()).contains("could not be laid out");
    assertThat(environment).doesNotContainKey("PYTHONPATH");
  }

  private TracingEnvironment environment(Map<String, String> environment, Launch launch)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(launch.command(folder));
    builder.environment().clear();
    builder.environment().putAll(environment);
    TracingEnvironment made =
        new TracingEnvironment(builder, Recording.open(folder), launch, EngineTest.UNTRACED);
    environment.clear();
    environment.putAll(builder.environment());
    return made;
  }

  private static PythonProgram of(PythonProgram.Code code, String... arguments) {
    return PythonProgram.of(PYTHON, code, arguments);
  }
}
