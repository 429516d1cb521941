package interleave.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Installation;
import interleave.exercise.Verdict.Outcome;
import interleave.scenario.FoundLesson;
import interleave.scenario.LessonPlace;
import interleave.scenario.LessonTemplate;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exercise of a teacher's own lesson that only a recording can tell about. */
class RunConditionTest {
  private static final String SOLUTION =
      """
      import words
      money = 0
      def sell():
          global money
          for _ in range(int(words.GIVEN)):
              money = money + 1
      sell()
      print(money)
      """;

  @TempDir Path folder;

  private Scenario till(String run) throws Exception {
    Path lesson = folder.resolve("till");
    Files.createDirectories(lesson.resolve("exercise/solution"));
    for (Map.Entry<String, String> file : LessonTemplate.files("till").entrySet()) {
      Files.writeString(lesson.resolve(file.getKey()), file.getValue());
    }
    String toml = Files.readString(lesson.resolve("lesson.toml"));
    Files.writeString(
        lesson.resolve("lesson.toml"),
        toml.replace("file = \"till.py\"", "file = \"till.py\"\nbeside = [\"words.py\"]")
            + """

            [exercise]
            run = "%s"

            [exercise.python]
            start = "exercise/till.py"
            solution = "exercise/solution/till.py"
            """
                .formatted(run));
    Files.writeString(lesson.resolve("words.py"), "GIVEN = 20\n");
    Files.writeString(lesson.resolve("exercise/till.py"), "cash = 40\nprint(cash)\n");
    Files.writeString(lesson.resolve("exercise/solution/till.py"), SOLUTION);
    for (String words : new String[] {"en.toml", "zh.toml"}) {
      Path file = lesson.resolve(words);
      Files.writeString(
          file,
          "exercise.task = \"Sell 20.\"\nexercise.hints = [\"Sell.\"]\n" + Files.readString(file));
    }
    FoundLesson found = LessonPlace.read(lesson).getFirst();
    return found.lesson().orElseThrow(() -> new AssertionError(found.told()));
  }

  private static Verdict verdict(Attempt attempt) throws Exception {
    return new ExerciseCheck(attempt, Installation.find(), ExerciseCheck.USUAL).run((_, _) -> {});
  }

  @Test
  void whatTheRecordingMustShowIsSeenInItAndWhatIsNotThereIsNotTakenForNothing() throws Exception {
    Scenario till = till("ended and variables['money'].value == 20");
    Verdict done = verdict(Attempt.solution(till, ProgramLanguage.PYTHON));
    assertThat(done.outcome()).as(done.says()).isEqualTo(Outcome.HOLDS);
    assertThat(done.says()).isEqualTo("The recorded run shows what the task asks for.");
    Verdict begun = verdict(Attempt.start(till, ProgramLanguage.PYTHON));
    assertThat(begun.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(begun.says()).startsWith("The task is about money");
    String less = SOLUTION.replace("+ 1", "+ 2");
    Verdict broken = verdict(new Attempt(till, ProgramLanguage.PYTHON, less));
    assertThat(broken.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(Language.CHINESE.speaking(broken::says))
        .as("in the language that is spoken by then")
        .contains("录制");
  }
}
