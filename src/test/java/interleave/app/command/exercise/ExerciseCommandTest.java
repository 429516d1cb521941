package interleave.app.command.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.Main;
import interleave.app.command.ExitCode;
import interleave.app.command.JsonTree;
import interleave.app.command.Terminal;
import interleave.exercise.Attempt;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseCommandTest {
  private static final Scenario DEADLOCK = Catalogue.find("deadlock").orElseThrow();

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) {
    said.reset();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.execute(new Terminal(to, to, false), args);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void itListsWhatTasksThereAreAndTellsOneWithItsHints() {
    assertThat(run("exercise")).isZero();
    assertThat(said()).contains("deadlock ", DEADLOCK.exercise().orElseThrow().task());
    assertThat(run("exercise", "deadlock")).isZero();
    assertThat(said()).contains("class Transfer").doesNotContain("Hint");
    assertThat(run("exercise", "deadlock", "--hints", "1")).isZero();
    assertThat(said()).contains(DEADLOCK.exercise().orElseThrow().hints().getFirst());
    assertThat(said()).doesNotContain(DEADLOCK.exercise().orElseThrow().hints().getLast());
    assertThat(run("exercise", "deadlock", "--hints")).isZero();
    assertThat(said()).contains(DEADLOCK.exercise().orElseThrow().hints().getLast());
    assertThat(run("exercise", "deadlock", "--python", "--solution")).isZero();
    assertThat(said().strip().lines().toList())
        .isEqualTo(
            Attempt.solution(DEADLOCK, ProgramLanguage.PYTHON).text().strip().lines().toList());
  }

  @Test
  void whatIsBegunLiesInAFolderAndIsNotWrittenOver() throws Exception {
    assertThat(run("exercise", "deadlock", "--start", folder.toString())).isZero();
    Path begun = folder.resolve("Transfer.java");
    assertThat(begun).hasContent(Attempt.start(DEADLOCK, ProgramLanguage.JAVA).text());
    Files.writeString(begun, "class Transfer {\n  int x\n}\n");
    assertThat(run("exercise", "deadlock", "--start", folder.toString())).isEqualTo(2);
    assertThat(said()).contains(begun.toString());
    assertThat(begun).content().contains("int x");
    assertThat(run("exercise", "deadlock", "--check", begun.toString()))
        .isEqualTo(ExitCode.NOT_STARTED);
    assertThat(said()).contains("Transfer.java does not compile.", "2: ';' expected");
  }

  @Test
  void theExitCodeOfSeveralIsThatOfTheWorstAndEachIsInTheJson() throws Exception {
    Files.writeString(
        folder.resolve("anna.py"), Attempt.solution(DEADLOCK, ProgramLanguage.PYTHON).text());
    Files.writeString(
        folder.resolve("ben.py"), Attempt.start(DEADLOCK, ProgramLanguage.PYTHON).text());
    Files.writeString(folder.resolve("carl.py"), "this is no Python\n");
    assertThat(
            run(
                "exercise",
                "deadlock",
                "--check",
                file("anna.py"),
                file("ben.py"),
                file("carl.py"),
                "--json",
                file("all.json")))
        .as(said())
        .isEqualTo(FileChecks.BROKEN);
    assertThat(said().lines().filter(line -> line.startsWith(folder.toString())))
        .satisfiesExactly(
            anna -> assertThat(anna).contains("Holds in all 82 interleavings tried."),
            ben -> assertThat(ben).contains("deadlock: ", "in this order: 0 "),
            carl -> assertThat(carl).contains("does not compile"));
    assertThat(said()).contains("--schedule");
    Map<String, Object> json = JsonTree.read(Files.readString(folder.resolve("all.json")));
    assertThat(json).containsEntry("lesson", "deadlock");
    List<Map<String, Object>> checks = JsonTree.list(json, "checks");
    assertThat(checks.get(0)).containsEntry("passed", true);
    assertThat(checks.get(1)).containsEntry("outcome", "broken").containsKey("schedule");
    assertThat(JsonTree.list(checks.get(2), "mistakes").getFirst()).containsEntry("line", 1L);
  }

  @Test
  void aWrongCallIsRefusedInASentence() {
    assertThat(run("exercise", "--solution")).isEqualTo(2);
    assertThat(said()).contains("deadlock");
    assertThat(run("exercise", "fork")).isEqualTo(2);
    assertThat(said()).contains("fork");
    assertThat(run("exercise", "deadlock", "--check", file("nothing.py"))).isEqualTo(2);
    assertThat(said()).contains("nothing.py");
    assertThat(run("exercise", "deadlock", "--seconds", "0")).isEqualTo(2);
  }
}
