package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import foreign.EveryClass;
import foreign.Parent;
import interleave.BesideOthers;
import interleave.engine.JavaProgram;
import interleave.foreign.BothWays.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilers, and programs that start others. */
@BesideOthers
class ToolsTest {
  @TempDir Path folder;

  @Test
  void javacMakesTheSameClasses() throws Exception {
    JavaProgram.Code code =
        new JavaProgram.Code.Module(List.of(), "jdk.compiler/com.sun.tools.javac.Main");
    List<String> words = new ArrayList<>(List.of("-d", "classes", "-Xlint:all"));
    words.addAll(sources());
    Seen seen = BothWays.run(BothWays.program(code, words.toArray(String[]::new)), folder);
    assertThat(seen.behaviour().files()).containsKey("classes/foreign/Sleepers.class");
    assertThat(seen.threads()).contains("main");
  }

  @Test
  void theCompilerOfEclipseMakesTheSameClasses() throws Exception {
    JavaProgram.Code code =
        new JavaProgram.Code.Jar(
            BothWays.home("org/eclipse/jdt/core/compiler/batch/BatchCompiler.class"));
    List<String> words = new ArrayList<>(List.of("--release", "21", "-d", "classes"));
    words.addAll(sources());
    Seen seen = BothWays.run(BothWays.program(code, words.toArray(String[]::new)), folder);
    assertThat(seen.behaviour().files()).containsKey("classes/foreign/Sleepers.class");
    assertThat(seen.acquires()).isPositive();
  }

  @Test
  void jvmsThatAProgramStartsAreTracedAndBehaveAsEver() throws Exception {
    Seen seen = BothWays.run(BothWays.program(Parent.class, List.of()), folder);
    assertThat(seen.out()).contains("child 3\nexit 3\n", "first line: error of child 7");
    assertThat(seen.threads()).contains("worker of 3", "worker of 4", "worker of 5", "worker of 6");
    assertThat(seen.timeline().processes()).hasSize(6);
  }

  @Test
  void everyClassThatTheJvmAcceptsItStillAccepts() throws Exception {
    String[] jars =
        Stream.of("org/h2/Driver.class", "clojure/lang/RT.class", "kotlinx/coroutines/Job.class")
            .map(each -> BothWays.home(each).toString())
            .toArray(String[]::new);
    Seen seen = BothWays.run(BothWays.program(EveryClass.class, List.of(), jars), folder);
    assertThat(seen.out()).containsPattern("\\n\\d{4,} classes\n").doesNotContain("VerifyError");
  }

  private static List<String> sources() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/test/java/foreign"))) {
      return files
          .filter(
              file -> file.toString().matches(".*/(Sleepers|Embrace|Observed|Parent|Ending).java"))
          .map(file -> file.toAbsolutePath().toString())
          .sorted()
          .toList();
    }
  }
}
