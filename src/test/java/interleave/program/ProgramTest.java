package interleave.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.engine.Installation;
import interleave.engine.Interpreter;
import interleave.engine.JavaProgram;
import interleave.engine.PythonProgram;
import interleave.engine.StartException;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  private static final Scenario LOCK = Catalogue.scenario("lock-and-lost-updates");
  private static final Installation INSTALLATION =
      new Installation(Path.of("code"), null, null, Path.of("java"), Path.of("own-java"));

  @TempDir Path folder;

  @Test
  void aLessonInJavaIsAProgramOfInterleaveWithAllItsParameters() throws StartException {
    Program.Lesson lesson =
        new Program.Lesson(
            LOCK,
            Map.of("loops", "50"),
            ProgramLanguage.JAVA,
            Optional.empty(),
            List.of("Some.field"),
            List.of("balance"));
    JavaProgram launch = (JavaProgram) lesson.launch(INSTALLATION);
    assertThat(launch.java()).isEqualTo(Path.of("own-java"));
    assertThat(launch.call().arguments())
        .hasSameSizeAs(LOCK.parameters(ProgramLanguage.JAVA))
        .contains("loops=50");
    assertThat(launch.watched())
        .contains("interleave.scenario.program.LockAndLostUpdates.balance")
        .contains("Some.field")
        .doesNotContain("balance");
  }

  @Test
  void aLessonInPythonBringsItsTextsAndObservesVariables() throws StartException {
    Program.Lesson lesson =
        new Program.Lesson(
            LOCK,
            Map.of(),
            ProgramLanguage.PYTHON,
            Optional.of(python()),
            List.of("Some.field"),
            List.of("balance"));
    PythonProgram launch = (PythonProgram) lesson.launch(INSTALLATION);
    assertThat(launch.code()).isInstanceOf(PythonProgram.Code.Texts.class);
    assertThat(launch.observed()).containsExactly("balance");
  }

  @Test
  void whatIsObservedSurvivesALookAtTheOtherLanguage() {
    Program.Lesson python =
        new Program.Lesson(LOCK, Map.of(), ProgramLanguage.PYTHON).observing(true);
    Program.Lesson java = python.in(ProgramLanguage.JAVA);
    assertThat(python.watched()).isEqualTo(LOCK.python().orElseThrow().observable()).isNotEmpty();
    assertThat(java.watched()).isEmpty();
    assertThat(java.in(ProgramLanguage.PYTHON)).isEqualTo(python);
    assertThat(python.observing(false).observing()).isFalse();
  }

  @Test
  void valuesAreNoOtherProgramButALanguageIs() {
    Program.Lesson lesson = Program.Lesson.of(LOCK);
    assertThat(lesson.isLike(lesson.with(Map.of("loops", "50")))).isTrue();
    assertThat(lesson.isLike(lesson.in(ProgramLanguage.PYTHON))).isFalse();
    assertThat(lesson.isLike(new RunOrigin.Saved(Path.of("a.interleave")))).isFalse();
  }

  @Test
  void aValueThatAParameterCannotHaveIsRefusedBeforeItIsLaunched() {
    Program lesson = new Program.Lesson(LOCK, Map.of("loops", "many"));
    assertThat(lesson.refusal()).isPresent();
    assertThat(Program.Lesson.of(LOCK).refusal()).isEmpty();
  }

  @Test
  void aProgramOfOnesOwnRunsInItsFolderWithWhatItNames() throws IOException {
    Files.writeString(folder.resolve("Main.java"), "void main() {}");
    Program.Own own =
        new Program.Own(
            ProgramLanguage.JAVA,
            "Main.java",
            List.of(Path.of("lib")),
            List.of("-ea"),
            List.of("a b"),
            folder,
            List.of("Main.count"),
            Map.of("X", "1"),
            Optional.of(Path.of("jdk")));
    JavaProgram launch = (JavaProgram) own.launch(INSTALLATION);
    assertThat(own.java()).hasValue(Path.of("jdk"));
    assertThat(launch.command()).containsExactly("java", "-ea", "-cp", "lib", "Main.java", "a b");
    assertThat(launch.directory()).isEqualTo(folder);
    assertThat(launch.environment()).isEqualTo(Map.of("X", "1"));
    assertThat(launch.watched()).containsExactly("Main.count");
  }

  @Test
  void jarsModulesAndClassesAreCalledAsJavaTakesThem() throws IOException {
    Files.createFile(folder.resolve("app.jar"));
    assertThat(java("app.jar").command()).containsExactly("java", "-jar", "app.jar");
    assertThat(java("--module=shop/shop.Main").command())
        .containsExactly("java", "-m", "shop/shop.Main");
    assertThat(java("shop.Main").command()).containsExactly("java", "shop.Main");
  }

  @Test
  void aScriptOrAPackageIsCalledAsPythonTakesIt() throws IOException {
    python();
    Path script = Files.createFile(folder.resolve("job.py"));
    PythonProgram launch = (PythonProgram) Program.Own.of(script).launch(INSTALLATION);
    assertThat(launch.code()).isEqualTo(new PythonProgram.Code.Script(script));
    assertThat(((PythonProgram) own(ProgramLanguage.PYTHON, "--module=shop").launch(INSTALLATION)))
        .returns(new PythonProgram.Code.Module("shop"), PythonProgram::code);
  }

  @Test
  void aFileThatIsNotThereIsRefusedInBothLanguages() {
    for (Program.Own own :
        List.of(
            own(ProgramLanguage.JAVA, "absent.jar"),
            own(ProgramLanguage.JAVA, "Absent.java"),
            own(ProgramLanguage.PYTHON, "absent.py"))) {
      assertThatThrownBy(() -> own.launch(INSTALLATION))
          .isInstanceOf(StartException.class)
          .hasMessageContaining(own.target());
    }
  }

  private JavaProgram java(String target) throws StartException {
    return (JavaProgram) own(ProgramLanguage.JAVA, target).launch(INSTALLATION);
  }

  private Program.Own own(ProgramLanguage language, String target) {
    return new Program.Own(
        language,
        target,
        List.of(),
        List.of(),
        List.of(),
        folder,
        List.of(),
        Map.of(),
        Optional.empty());
  }

  private static Path python() {
    List<Interpreter> found = Program.PYTHONS.all(Path.of(""));
    Assumptions.assumeFalse(found.isEmpty(), "there is no Python on this machine");
    return found.getFirst().path();
  }
}
