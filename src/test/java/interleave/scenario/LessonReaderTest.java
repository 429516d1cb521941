package interleave.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.words.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lesson's files may say, and what is said of what they may not. */
class LessonReaderTest {
  private static final Origin ORIGIN = new Origin(Path.of("/course/till"), "course", "abc");

  private final Map<String, String> files = new TreeMap<>(LessonTemplate.files("till"));
  private final List<LessonProblem> problems = new ArrayList<>();

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }

  private Optional<Scenario> read() {
    problems.clear();
    return LessonReader.read("till", files::get, ORIGIN, problems);
  }

  private List<String> told() {
    assertThat(read()).isEmpty();
    return problems.stream().map(LessonProblem::show).toList();
  }

  private void change(String file, String before, String after) {
    assertThat(files.get(file)).contains(before);
    files.put(file, files.get(file).replace(before, after));
  }

  @Test
  void whatALessonBeginsWithIsOne() {
    Scenario till = read().orElseThrow(() -> new AssertionError(problems));
    assertThat(till.id()).isEqualTo("till");
    assertThat(till.title()).isEqualTo("Two at one till");
    assertThat(till.languages()).containsExactly(ProgramLanguage.JAVA, ProgramLanguage.PYTHON);
    assertThat(till.arguments(ProgramLanguage.JAVA, Map.of("lock", "on")))
        .containsExactly("sales=200", "lock=on");
    assertThat(till.java().orElseThrow().watched())
        .extracting(Watched::name)
        .containsExactly("Till.money");
    assertThat(till.source(ProgramLanguage.JAVA)).contains("public class Till");
    assertThat(till.python().orElseThrow().files()).containsExactly("till.py", "arguments.py");
    assertThat(till.question().check(ProgramLanguage.PYTHON).rules()).hasSize(2);
    assertThat(till.tries(ProgramLanguage.PYTHON)).hasSize(2);
    Language.use(Language.CHINESE);
    assertThat(till.title()).isEqualTo("两人共用一个钱箱");
  }

  @Test
  void aLessonSaysWhyTryingAllOrdersOfItsProgramShowsNothing() {
    assertThat(read().orElseThrow().unexplored()).isEmpty();
    change("lesson.toml", "[explored] ", "[unexplored]\npython = \"time\"\n\n[explored] ");
    assertThat(read().orElseThrow().unexplored())
        .containsExactly(Map.entry(ProgramLanguage.PYTHON, Unexplored.TIME));
    change("lesson.toml", "python = \"time\"", "python = \"dull\"");
    assertThat(told()).hasSize(1).first().asString().contains("time, processes, memory, loop");
  }

  @Test
  void ofALessonAboutProcessesNobodyHasToSayIt() {
    change("lesson.toml", "sales = 2\n", "");
    change("lesson.toml", "group = \"threads\"", "group = \"processes\"");
    assertThat(read().orElseThrow().unexplored().values()).containsOnly(Unexplored.PROCESSES);
  }

  @Test
  void whatIsExploredIsSmallAndTakenByAProgram() {
    Scenario till = read().orElseThrow(() -> new AssertionError(problems));
    assertThat(till.explored(ProgramLanguage.PYTHON)).containsExactly(Map.entry("sales", "2"));
    change("lesson.toml", "sales = 2\n", "sales = 0\n");
    assertThat(told()).hasSize(1).first().asString().contains("no program can be explored with");
    change("lesson.toml", "sales = 0\n", "purchases = 2\n");
    assertThat(told()).hasSize(1).first().asString().contains("purchases");
  }

  @Test
  void aNameOfSeveralWordsIsThatOfItsProgramsToo() {
    assertThat(LessonTemplate.files("two-tills")).containsKeys("TwoTills.java", "two_tills.py");
    assertThat(LessonTemplate.isName("Two")).isFalse();
    assertThat(LessonTemplate.isName("two-")).isFalse();
  }

  @Test
  void oneLanguageOfWordsAndOneProgramAreEnough() {
    files.remove("zh.toml");
    change("lesson.toml", "[python]\nfile = \"till.py\"\nwatch = [\"money\"]\n", "");
    Scenario till = read().orElseThrow(() -> new AssertionError(problems));
    assertThat(till.languages()).containsExactly(ProgramLanguage.JAVA);
    Language.use(Language.CHINESE);
    assertThat(till.title()).isEqualTo("Two at one till");
    files.put("zh.toml", LessonTemplate.files("till").get("zh.toml"));
    files.remove("en.toml");
    Language.use(Language.ENGLISH);
    assertThat(read().orElseThrow().title()).isEqualTo("两人共用一个钱箱");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          form = 1              | form = 2               | lesson.toml:3: “form” must be 1
          "threads"             | "theads"               | lesson.toml:4: “group” must be one of processes, threads
          about = "variable"    | abuot = "variable"     | lesson.toml:5: there is no “abuot” here; there are form, id, group, about
          "Till.java"           | "../Till.java"         | lesson.toml:8: “../Till.java” must be the name of a file in this folder
          "Till.java"           | "Tell.java"            | lesson.toml:8: there is no file “Tell.java” in this folder
          "till.py"             | "arguments.py"         | lesson.toml:12: “arguments.py” comes with every lesson
          name = "sales"        | name = "Sales"         | lesson.toml:16: “Sales” is no name of a parameter
          name = "sales"        | name = "lock"          | lesson.toml:23: there is a parameter “lock” already
          type = "number"       | type = "numbr"         | lesson.toml:17: “parameter.type” must be one of number, seconds
          default = 200         | default = 0            | lesson.toml:18: the default of “sales” is not taken: sales must be a whole number from 1 to 5000
          default = 200         | default = "many"       | lesson.toml:18: “parameter.default” must be a whole number
          least = 1             | least = 9999           | “sales” is larger than the most
          { lock = true }       | { lock = "maybe" }     | lesson.toml:29: no program follows this try: lock must be on or off
          { lock = true }       | { colour = 1 }         | Two at one till has no parameter “colour”
          ["none", "some"]      | ["none"]               | lesson.toml:36: “answers” must be 2 to 6 names
          answer = "some"       | answer = "sum"         | lesson.toml:40: “sum” is none of the answers: none, some
          variables.lost_updates > 0 | variables.lost > 0 | lesson.toml:39: in “variables.lost > 0”: there is no “lost” of a variable
          "variables.lost_updates", | "variables.",      | in “variables.”: there is no “”
          [[question.rule]]     | [question.rule]        | lesson.toml:43: “rule” is there already, in line 38
          """)
  void whatIsWrongIsToldWithItsLineAndWhatIsAllowed(String before, String after, String told) {
    change("lesson.toml", before, after);
    assertThat(told()).anyMatch(each -> each.contains(told));
  }

  @Test
  void allThatIsWrongIsFoundAtOnce() {
    change("lesson.toml", "\"threads\"", "\"theads\"");
    change("lesson.toml", "answer = \"some\"", "answer = \"sum\"");
    assertThat(told()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          few = "Only            | fow = "Only          | en.toml: “try.few” is missing: it is shown
          few = "Only            | fow = "Only          | en.toml: “try.fow” is never shown
          label = "sales"        | lable = "sales"      | en.toml:20: there is no “parameter.sales.lable” here; there are label, help, values
          some.one =             | some.won =           | there is no “reveal.some.won” here; there are other, one
          question =             | quesion =            | there is no “quesion” here
          summary =              | summary              | en.toml:2: “summary” is there already
          """)
  void aWordForAllThatIsShownAndNoneForNothing(String before, String after, String told) {
    change("en.toml", before, after);
    if (after.equals("summary")) {
      files.put("en.toml", files.get("en.toml").replaceFirst("title = ", "summary = "));
      change("en.toml", "summary \"", "summary = \"");
    }
    assertThat(told()).anyMatch(each -> each.contains(told));
  }

  @Test
  void answersMayBeCalledAsAnythingAlsoAsEndingsOfKeysAreCalled() {
    for (String name : List.of("one", "other", "python")) {
      files.putAll(LessonTemplate.files("till"));
      change("lesson.toml", "\"some\"", "\"" + name + "\"");
      for (String words : List.of("en.toml", "zh.toml")) {
        files.put(words, files.get(words).replaceAll("(?m)^some( =|\\.)", name + "$1"));
      }
      Scenario till = read().orElseThrow(() -> new AssertionError(name + problems));
      assertThat(till.question().answer(name)).isEqualTo("Some");
      assertThat(till.question(ProgramLanguage.PYTHON).answer(name)).isEqualTo("Some");
    }
  }

  @Test
  void aValueThatHasAWordIsNotCalledAsAnotherWordIs() {
    change(
        "lesson.toml",
        "type = \"switch\"\ndefault = false",
        "type = \"choice\"\nvalues = [\"off\", \"help\"]");
    assertThat(told())
        .anyMatch(each -> each.startsWith("lesson.toml:25: “help” cannot be a value"));
  }

  @Test
  void notesAreForWhoTeachesInEachLanguageOfWords() {
    Scenario till = read().orElseThrow(() -> new AssertionError(problems));
    List<String> english = till.notes(ProgramLanguage.PYTHON);
    assertThat(english).hasSize(4).first().asString().endsWith("?");
    Language.use(Language.CHINESE);
    assertThat(till.notes(ProgramLanguage.JAVA))
        .hasSameSizeAs(english)
        .doesNotContain(english.getFirst());
    Language.use(Language.ENGLISH);
    files.put("zh.toml", files.get("zh.toml").replaceAll("(?s)notes = \\[.*?\\n]", ""));
    assertThat(told()).containsExactly("zh.toml: “notes” is missing: it is shown");
  }

  @Test
  void aParagraphBehindAGapIsNeverShown() {
    files.put("en.toml", files.get("en.toml") + "\n[python]\nnotes.9 = \"Far behind.\"\n");
    assertThat(told()).containsExactly("en.toml: “python.notes.9” is never shown");
    files.put("en.toml", files.get("en.toml").replace("notes.9", "notes.5"));
    assertThat(read().orElseThrow().notes(ProgramLanguage.PYTHON)).hasSize(5);
    assertThat(read().orElseThrow().notes(ProgramLanguage.JAVA)).hasSize(4);
  }

  @Test
  void withoutItsFilesItIsNone() {
    files.remove("en.toml");
    files.remove("zh.toml");
    assertThat(told())
        .containsExactly(
            "there is no file of words: en.toml for English, zh.toml for Chinese, or both");
    files.remove("lesson.toml");
    assertThat(told()).containsExactly("there is no file lesson.toml in this folder");
  }

  @Test
  void anExerciseHasWhatToBeginWithAChecksAndHints() {
    files.put("exercise/Till.java", "class Till {}");
    files.put("exercise/solution/Till.java", "class Till { int fine; }");
    change(
        "lesson.toml",
        "form = 1",
        """
        form = 1
        exercise.run = "ended and variables.lost_updates == 0"
        exercise.endings = "not deadlocked and variables['money'].value == 4"
        exercise.explored = { sales = 2 }
        exercise.java.start = "exercise/Till.java"
        exercise.java.solution = "exercise/solution/Till.java"
        """);
    assertThat(told()).contains("en.toml: “exercise.task” is missing: it is shown");
    for (String words : List.of("en.toml", "zh.toml")) {
      change(
          words,
          "title =",
          "exercise.task = \"Mend it.\"\nexercise.hints = [\"Look.\", \"Lock.\"]\ntitle =");
    }
    Exercise exercise =
        read().orElseThrow(() -> new AssertionError(problems)).exercise().orElseThrow();
    assertThat(exercise.task()).isEqualTo("Mend it.");
    assertThat(exercise.hints()).containsExactly("Look.", "Lock.");
    assertThat(exercise.preemptions()).isEqualTo(-1);
    assertThat(exercise.explored()).isEqualTo(Map.of("sales", "2"));
    assertThat(exercise.codes().get(ProgramLanguage.JAVA))
        .isEqualTo(
            new Exercise.Code(
                "Till.java",
                new Exercise.Source("exercise/Till.java", 7, "class Till {}"),
                new Exercise.Source("exercise/solution/Till.java", 8, "class Till { int fine; }")));
    change("lesson.toml", "not deadlocked", "not ended");
    assertThat(told()).anyMatch(each -> each.contains("there is no “ended”; there are outcome"));
  }

  @Test
  void aStrangersLessonNamesNoClassOfOurs() {
    change("lesson.toml", "file = \"Till.java\"", "class = \"TwoLocks\"");
    assertThat(told()).anyMatch(each -> each.startsWith("lesson.toml:7: “java.file” is missing"));
  }
}
