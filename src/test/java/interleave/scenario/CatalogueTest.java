package interleave.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.lesson.Answers;
import interleave.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  static List<Scenario> scenarios() {
    return Catalogue.ours();
  }

  @Test
  void theScenariosOfTheNotesAreHere() {
    assertThat(Catalogue.all())
        .extracting(Scenario::id)
        .contains("process-pool", "queue-between-processes", "lock-and-lost-updates")
        .doesNotHaveDuplicates();
    assertThat(Catalogue.find("nothing")).isEmpty();
    assertThatThrownBy(() -> Catalogue.scenario("nothing"))
        .hasMessageContaining("“nothing”")
        .hasMessageContaining("process-pool");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioHasItsWordsAndItsSources(Scenario scenario) throws Exception {
    assertThat(scenario.title()).isNotBlank();
    assertThat(scenario.summary()).isNotBlank().doesNotContain("\n").endsWith(".");
    for (ProgramLanguage language : scenario.languages()) {
      String see = scenario.whatToSee(language);
      assertThat(see.split("[.?](\\s|$)")).hasSizeBetween(3, 8);
      assertThat(see.replace("\n\n", "")).doesNotContain("\n").doesNotContain("  ");
      String source = scenario.source(language);
      assertThat(source).hasLineCount(source.split("\n", -1).length - 1);
      assertThat(source.lines().count()).isLessThan(110);
    }
    assertThat(scenario.source(ProgramLanguage.PYTHON)).contains("if __name__ == \"__main__\":");
    if (scenario.java().isPresent()) {
      everyNameOf(scenario.java().get());
    }
  }

  private static void everyNameOf(JavaCode code) throws Exception {
    if (code.isSource()) { // of ours only what a class of ours cannot be
      assertThat(code.jvmOptions()).contains("--enable-preview");
      return;
    }
    Class<?> program = Class.forName(code.mainClass());
    assertThat(program.getMethod("main", String[].class)).isNotNull();
    assertThat(code.file()).isEqualTo(program.getSimpleName() + ".java");
    for (Watched watched : code.watched()) {
      String field = watched.name();
      int dot = field.lastIndexOf('.');
      assertThat(Class.forName(field.substring(0, dot)).getDeclaredField(field.substring(dot + 1)))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyQuestionHasAFewAnswersAndAnEvaluation(Scenario scenario) {
    assertThat(scenario.question().text()).endsWith("?");
    assertThat(scenario.question().answers()).hasSizeBetween(2, 4).doesNotHaveDuplicates();
    assertThat(Answers.has(scenario)).isTrue();
  }

  @Test
  void everyFolderIsInTheIndexAndNothingIsWrongWithIt() throws Exception {
    Path lessons = Path.of("src/main/resources/interleave/scenario/lessons");
    try (Stream<Path> folders = Files.list(lessons)) {
      assertThat(folders.filter(Files::isDirectory).map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Catalogue.ids());
    }
    for (String id : Catalogue.ids()) {
      List<LessonProblem> problems = new ArrayList<>();
      for (Language language : Language.values()) {
        LessonReader.words(Catalogue.files(id), language, problems);
      }
      assertThat(problems).as(id).isEmpty();
      assertThat(Catalogue.scenario(id).id()).isEqualTo(id);
    }
  }

  /** What is checked of a stranger's lesson holds of ours, too. */
  @Test
  void oursAreAsGoodAsThoseOfOthersHaveToBe() throws Exception {
    for (String id : Catalogue.ids()) {
      List<LessonProblem> problems = new ArrayList<>();
      Origin stranger = new Origin(Path.of(id), "ours", "");
      LessonFiles ours = Catalogue.files(id);
      LessonFiles bare = // but for what only ours may name
          name -> {
            String text = ours.text(name);
            return text != null && name.equals(LessonReader.LESSON)
                ? text.replaceAll("(?s)\\[workers].*?\n\n", "")
                    .replaceAll("\\[java]\nclass = \"(\\w+)\"", "[java]\nfile = \"$1.java\"")
                : name.endsWith(".java") ? "class " + name : text;
          };
      assertThat(LessonReader.read(id, bare, stranger, problems)).as(id + problems).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void bothLanguagesSayTheSameValues(Scenario scenario) {
    for (String key : scenario.words().keys(Language.CHINESE)) {
      String english = scenario.words().in(Language.ENGLISH, key);
      String chinese = scenario.words().in(Language.CHINESE, key);
      assertThat(english).as(key).isNotBlank();
      assertThat(chinese).as(key).isNotBlank();
      assertThat(places(chinese)).as(key).isEqualTo(places(english));
    }
  }

  private static Set<String> places(String sentence) {
    return Pattern.compile("\\{\\d}")
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** In each language, a word for everything that is shown, and no word for nothing. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioHasAWordForEverything(Scenario scenario) {
    Set<String> shown = new TreeSet<>(List.of("title", "summary", "see.1", "question"));
    scenario.tries().values().forEach(all -> all.forEach(each -> shown.add("try." + each.key())));
    scenario.question().answers().forEach(answer -> shown.add("answer." + answer));
    List<Parameter> parameters =
        scenario.parameters().values().stream().flatMap(List::stream).toList();
    for (Parameter parameter : parameters) {
      if (parameter.words() != Parameter.COMMON) {
        String key = "parameter." + parameter.name();
        shown.addAll(List.of(key, key + ".help"));
        named(parameter).forEach(value -> shown.add(key + "." + value));
      }
    }
    for (Language language : Language.values()) {
      Set<String> said = scenario.words().keys(language);
      assertThat(said).containsAll(shown);
      said.removeAll(shown);
      said.removeIf(key -> key.endsWith(".python") && shown.contains(key.replace(".python", "")));
      assertThat(said)
          .allMatch(
              key ->
                  key.startsWith("reveal.")
                      || key.startsWith("see.")
                      || key.startsWith("note.")
                      || scenario.exercise().isPresent()
                          && (key.equals("task") || key.startsWith("hint.")));
    }
  }

  /** So few and so short that one can glance at them while one speaks. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void whoeverTeachesHasAFewNotes(Scenario scenario) {
    for (Language language : Language.values()) {
      Language.use(language);
      try {
        for (ProgramLanguage program : scenario.languages()) {
          assertThat(scenario.notes(program))
              .as(language.tag())
              .hasSizeBetween(3, 6)
              .doesNotHaveDuplicates()
              .allMatch(note -> note.length() <= 300 && !note.contains("\n"));
        }
      } finally {
        Language.use(Language.ENGLISH);
      }
    }
  }

  private static List<String> named(Parameter parameter) {
    return switch (parameter) {
      case Parameter.WholeNumber number -> number.named();
      case Parameter.Choice choice -> choice.values();
      case Parameter.Text text when text.standard().isEmpty() -> List.of("");
      default -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyDefaultAndEverySuggestionIsTaken(Scenario scenario) {
    Set<String> offered = new TreeSet<>();
    for (ProgramLanguage language : scenario.languages()) {
      for (Parameter parameter : scenario.parameters(language)) {
        assertThat(parameter.check(parameter.standard())).as(parameter.name()).isEmpty();
        assertThat(parameter.help()).endsWith(".");
      }
      assertThat(scenario.tries(language)).hasSizeGreaterThanOrEqualTo(2);
      for (Try suggestion : scenario.tries(language)) {
        offered.add(suggestion.key());
        changesSomething(scenario, language, suggestion);
      }
    }
    for (Map.Entry<String, String> each : scenario.explored().entrySet()) {
      assertThat(scenario.languages())
          .as("explored %s", each)
          .anyMatch(language -> scenario.check(language, Map.ofEntries(each)).isEmpty());
    }
    for (List<Try> all : scenario.tries().values()) {
      assertThat(all).allMatch(suggestion -> offered.contains(suggestion.key()));
    }
  }

  private static void changesSomething(
      Scenario scenario, ProgramLanguage language, Try suggestion) {
    assertThat(suggestion.parameters()).as(suggestion.label()).isNotEmpty();
    assertThat(suggestion.parameters())
        .allSatisfy(
            (name, value) ->
                assertThat(scenario.parameter(language, name).orElseThrow().standard())
                    .isNotEqualTo(value));
    if (language == ProgramLanguage.JAVA) {
      List<String> arguments = scenario.arguments(language, suggestion.parameters());
      ProgramArguments given = ProgramArguments.to(scenario.id(), arguments.toArray(String[]::new));
      suggestion
          .parameters()
          .forEach((name, value) -> assertThat(given.text(name)).isEqualTo(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          process-pool | workers | 0 | workers must be a whole number from 1 to 16, and 0 is not.
          process-pool | workers | four | workers must be a whole number from 1 to 16, not “four”.
          process-pool | workers | 99999999999999999999 | workers must be a whole number from 1 to 16, not “99999999999999999999”.
          process-pool | longest | -1 | length must be a number of seconds from 0 to 10, not “-1”.
          process-pool | longest | 10.5 | length must be a number of seconds from 0 to 10, and 10.5 is not.
          process-pool | longest | NaN | length must be a number of seconds from 0 to 10, not “NaN”.
          process-pool | colour | red | Process pool has no parameter “colour”; there are workers, tasks, longest, way, over, crash, seed.
          lock-and-lost-updates | lock | maybe | lock must be one of off, on, fair, synchronized, atomic, adder, not “maybe”.
          lock-and-lost-updates | threads | 9 | threads must be a whole number from 2 to 8, and 9 is not.
          queue-between-processes | ending | never | reader must be one of terminate, last-word, not “never”.
          queue-between-processes | values | A,,B | values must be values with commas between them, and one is empty.
          """)
  void whatIsOutOfBoundsIsRefusedWithAReason(String id, String name, String value, String reason) {
    Scenario scenario = Catalogue.scenario(id);
    assertThat(scenario.check(ProgramLanguage.JAVA, Map.of(name, value)))
        .isEqualTo(Optional.of(reason));
    assertThatThrownBy(() -> scenario.arguments(ProgramLanguage.JAVA, Map.of(name, value)))
        .hasMessage(reason);
    assertThatThrownBy(() -> ProgramArguments.to(id, name + "=" + value)).hasMessage(reason);
  }

  @Test
  void longAndOddTextsAreRefused() {
    Parameter values =
        Catalogue.scenario("queue-between-processes")
            .parameter(ProgramLanguage.JAVA, "values")
            .orElseThrow();
    assertThat(values.check("x".repeat(41)))
        .hasValue("values must not be longer than 40 characters.");
    assertThat(values.check("A,".repeat(100) + "B"))
        .hasValue("values must be at most 100 values, and these are 101.");
    assertThat(values.check("A\u0007"))
        .hasValue("values must be one line without control characters.");
    assertThat(values.check("ä, 中文, 🙂")).isEmpty();
  }

  @Test
  void valuesAreShownAsAReaderWouldWriteThem() {
    assertThat(shown("queue-between-processes", "values", "A,B, C")).isEqualTo("A, B, C");
    assertThat(shown("queue-between-processes", "pause", "1")).isEqualTo("0–1 s");
    assertThat(shown("queue-between-processes", "pause", "0")).isEqualTo("0 s");
    assertThat(shown("queue-between-processes", "reader-pause", "0.80")).isEqualTo("0.8 s");
    assertThat(shown("queue-between-processes", "capacity", "0")).isEqualTo("unbounded");
    assertThat(shown("queue-between-processes", "ending", "terminate"))
        .isEqualTo("terminate after writer");
    assertThat(shown("lock-and-lost-updates", "loops", "100000")).isEqualTo("100\u00a0000");
    assertThat(shown("lock-and-lost-updates", "loops", "1234")).isEqualTo("1234");
    assertThat(shown("process-pool", "seed", "")).isEqualTo("random");
    assertThat(shown("process-pool", "seed", "-1234567")).isEqualTo("-1\u00a0234\u00a0567");
    assertThat(shown("process-pool", "workers", "wrong")).isEqualTo("wrong");
  }

  private static String shown(String id, String name, String value) {
    return Catalogue.scenario(id).parameter(ProgramLanguage.JAVA, name).orElseThrow().show(value);
  }

  @Test
  void aProgramGetsAllItsParametersInOrder() {
    assertThat(
            Catalogue.scenario("lock-and-lost-updates")
                .arguments(ProgramLanguage.JAVA, Map.of("lock", "off")))
        .containsExactly("threads=4", "loops=100000", "lock=off");
    assertThatThrownBy(() -> ProgramArguments.to("process-pool", "workers"))
        .hasMessageContaining("name=value");
  }

  @Test
  void noWordOfALessonHasAnEscapeThatLostItsBackslash() {
    for (String id : Catalogue.ids()) {
      for (Language language : Language.values()) {
        assertThat(Catalogue.files(id).text(language.tag() + ".toml"))
            .as(id)
            .isNotNull()
            .doesNotContainPattern("(?<!\\\\)u00[0-9a-fA-F]{2}");
      }
    }
  }
}
