package interleave.app.command.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.Main;
import interleave.app.command.Terminal;
import interleave.scenario.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void whatItsProgramsReadLiesWhereTheyRun() throws Exception {
    assertThat(run("lesson", "new", "till", "--in", course.toString())).isZero();
    Path till = course.resolve("till");
    Files.createDirectory(till.resolve("prices"));
    Files.writeString(till.resolve("prices/begin.txt"), "7");
    withoutTries();
    change("lesson.toml", "form = 1", "form = 1\ndata = [\"prices/begin.txt\"]");
    change("lesson.toml", "sales = 2", "sales = 1");
    change("till.py", "money = 0\n", "money = int(open('prices/begin.txt').read())\n");
    change("Till.java", "static int money = 0;", "static int money;");
    change(
        "Till.java",
        "public static void main(String[] args) throws InterruptedException {",
        """
        public static void main(String[] args) throws Exception {
          var begin = java.nio.file.Path.of("prices", "begin.txt");
          money = Integer.parseInt(java.nio.file.Files.readString(begin));
        """);
    assertThat(run("lesson", "check", till.toString())).as(said()).isZero();
    for (String language : List.of("--java", "--python")) {
      String[] words = {"explore", "--lessons", till.toString(), "till", language};
      List<String> all = new ArrayList<>(List.of(words));
      all.remove("--java"); // the usual one
      assertThat(run(all.toArray(String[]::new))).as(said()).isZero();
      assertThat(said()).contains("In the till: 9");
    }
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = course.resolve("till").resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
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
  void whatAnExerciseBeginsWithHasToFailAndItsSolutionToHoldInEachLanguage() throws Exception {
    assertThat(run("lesson", "new", "till", "--in", course.toString())).isZero();
    Path till = course.resolve("till");
    String java = Files.readString(till.resolve("Till.java"));
    String python = Files.readString(till.resolve("till.py"));
    String locked = java.replace("if (locked) {", "if (true) {");
    Files.createDirectories(till.resolve("begin"));
    Files.createDirectories(till.resolve("solved"));
    Files.writeString(till.resolve("begin/Till.java"), locked);
    Files.writeString(till.resolve("solved/Till.java"), locked);
    Files.writeString(till.resolve("begin/till.py"), python);
    Files.writeString(till.resolve("solved/till.py"), python + "\nthis is no Python\n");
    withoutTries();
    append(
        "lesson.toml",
        """
        [exercise]
        endings = "variables['money'].value == 2"
        explored = { sales = 1 }
        [exercise.java]
        start = "begin/Till.java"
        solution = "solved/Till.java"
        [exercise.python]
        start = "begin/till.py"
        solution = "solved/till.py"
        """);
    for (String words : List.of("en.toml", "zh.toml")) {
      append(words, "[exercise]\ntask = \"Let none be lost.\"\nhints = [\"A lock.\"]\n");
    }
    assertThat(run("lesson", "check", till.toString(), "--tries")).as(said()).isEqualTo(1);
    int first = lines("lesson.toml") - 4;
    assertThat(said().lines().filter(line -> line.startsWith(course.toString())))
        .satisfiesExactly(
            start ->
                assertThat(start)
                    .startsWith(till.resolve("lesson.toml") + ":" + first + ": “begin/Till.java”")
                    .contains("has to fail: Holds in all"),
            solution ->
                assertThat(solution)
                    .startsWith(
                        till.resolve("lesson.toml") + ":" + (first + 4) + ": “solved/till.py”")
                    .contains("has to hold: till.py does not compile."),
            mistake ->
                assertThat(mistake)
                    .startsWith(till.resolve("solved/till.py") + ":" + lines("solved/till.py")));
    assertThat(said())
        .contains("Java, the solution of the exercise: Holds in all")
        .contains("Python, what the exercise begins with: ");
  }

  /** Each would be a run more. */
  private void withoutTries() throws IOException {
    for (String file : List.of("lesson.toml", "en.toml", "zh.toml")) {
      Path path = course.resolve("till").resolve(file);
      String text = Files.readString(path);
      Files.writeString(path, text.replaceAll("(?s)\\[+try]+\\n.*?\\n\\n", ""));
    }
  }

  private void append(String file, String text) throws IOException {
    Path path = course.resolve("till").resolve(file);
    Files.writeString(path, Files.readString(path) + "\n" + text);
  }

  private int lines(String file) {
    try {
      return Files.readAllLines(course.resolve("till").resolve(file)).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
