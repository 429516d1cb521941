package interleave.view.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.LessonTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonGateTest {
  @TempDir Path course;

  private final List<String> kept = new ArrayList<>(List.of(""));
  private final List<Program.Lesson> asked = new ArrayList<>();
  private final List<Program> ran = new ArrayList<>();
  private boolean says = true;

  private final Trust trust = new Trust(kept::getLast, kept::add);
  private final LessonGate gate =
      new LessonGate(
          trust,
          Runnable::run,
          Runnable::run,
          () -> {},
          (lesson, yes) -> {
            asked.add(lesson);
            if (says) {
              yes.run();
            }
          });

  @AfterEach
  void forget() {
    Catalogue.lookIn(List.of());
  }

  private Program.Lesson till() throws Exception {
    Path till = Files.createDirectories(course.resolve("till"));
    for (Map.Entry<String, String> file : LessonTemplate.files("till").entrySet()) {
      Files.writeString(till.resolve(file.getKey()), file.getValue());
    }
    Catalogue.lookIn(List.of(course));
    return Program.Lesson.of(Catalogue.scenario("till")).with(Map.of("sales", "5"));
  }

  @Test
  void oursAndTheUsersOwnRunAtOnce() {
    Program ours = Program.Lesson.of(Catalogue.scenario("deadlock"));
    Program own = Program.Own.of(Path.of("x.py"));
    assertThat(gate.enter(ours, ran::add)).hasValue(ours);
    assertThat(gate.enter(own, ran::add)).hasValue(own);
    assertThat(asked).isEmpty();
  }

  @Test
  void aStrangersIsAskedAboutOnceUntilItIsChanged() throws Exception {
    Program.Lesson till = till();
    assertThat(gate.enter(till, ran::add)).isEmpty();
    assertThat(gate.enter(till, ran::add)).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(ran).hasSize(2);
    Path program = course.resolve("till/till.py");
    Files.writeString(program, Files.readString(program) + "# and more\n");
    gate.enter(till, ran::add);
    assertThat(asked).hasSize(2);
    Program.Lesson last = (Program.Lesson) ran.getLast();
    assertThat(last.scenario().python().orElseThrow().text("till.py")).endsWith("# and more\n");
    assertThat(last.values()).isEqualTo(Map.of("sales", "5"));
  }

  @Test
  void whatNobodyAllowsDoesNotRun() throws Exception {
    says = false;
    gate.enter(till(), ran::add);
    gate.enter(till(), ran::add);
    assertThat(ran).isEmpty();
    assertThat(asked).hasSize(2);
  }
}
