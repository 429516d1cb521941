package interleave.app.command.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.Main;
import interleave.app.command.Terminal;
import interleave.scenario.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
  @TempDir Path course;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @AfterEach
  void forget() {
    Catalogue.lookIn(List.of());
  }

  private int run(String... args) {
    said.reset();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.execute(new Terminal(to, to, false), args);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aNewLessonRunsInBothLanguagesAndAnswersItsQuestion() {
    assertThat(run("lesson", "new", "till", "--in", course.toString())).as(said()).isZero();
    assertThat(run("lesson", "check", course.toString())).as(said()).isZero();
    assertThat(said().lines())
        .anyMatch(line -> line.startsWith("  Java: ended after"))
        .anyMatch(line -> line.startsWith("  Python: ended after"))
        .filteredOn(line -> line.contains("in the till"))
        .hasSize(2);
  }

  @Test
  void whatIsWrongWithOneIsToldWithItsLine() throws Exception {
    assertThat(run("lesson", "new", "till", "--in", course.toString())).isZero();
    Path file = course.resolve("till/lesson.toml");
    Files.writeString(file, Files.readString(file).replace("lost_updates > 0", "lots > 0"));
    assertThat(run("lesson", "check", course.toString())).isEqualTo(1);
    assertThat(said()).contains(file + ":39: in “variables.lots > 0”: there is no “lots”");
    assertThat(run("run", "--lessons", course.toString(), "till", "--headless")).isEqualTo(2);
    assertThat(said()).contains(file + ":39: ");
    assertThat(run("list", "--lessons", course.toString())).isZero();
    assertThat(said()).contains(file + ":39: ");
  }

  @Test
  void aWrongCallIsRefusedInASentence() {
    assertThat(run("lesson")).isEqualTo(2);
    assertThat(said()).contains("lesson takes new NAME");
    assertThat(run("lesson", "new", "A b", "--in", course.toString())).isEqualTo(2);
    assertThat(said()).contains("“A b” is no name of a lesson");
    assertThat(run("lesson", "new", "deadlock", "--in", course.toString())).isEqualTo(2);
    assertThat(said()).contains("There is a lesson “deadlock” already.");
    assertThat(run("lesson", "check", course.resolve("x").toString())).isEqualTo(2);
    assertThat(run("lesson", "check", course.toString())).isEqualTo(1);
    assertThat(said()).contains("There is no lesson in");
    assertThat(run("list", "--lessons", "/nowhere/at/all")).isEqualTo(2);
    assertThat(said()).contains("There is no folder and no zip “/nowhere/at/all”.");
  }

  @Test
  void lessonsOfOthersAreListedUnderTheNameOfTheirFolder() {
    assertThat(run("lesson", "new", "till", "--in", course.toString())).isZero();
    assertThat(run("list", "--lessons=" + course, "till")).isZero();
    assertThat(said()).contains("Two at one till", course.resolve("till").toString());
    assertThat(run("list", "--lessons", course.toString())).isZero();
    assertThat(said().lines())
        .containsSubsequence("Threads", "Lessons from " + course.getFileName());
  }

  @Test
  void theManualHasTheCommandsBelowIt() {
    assertThat(run("man")).isZero();
    assertThat(said()).contains(".SS \"interleave lesson check\"", "\\-\\-lessons");
    assertThat(run("lesson", "check", "--help")).isZero();
    assertThat(said()).contains("--tries");
  }
}
