package interleave.scenario;

import interleave.scenario.toml.Toml;
import interleave.scenario.toml.TomlException;
import interleave.scenario.toml.TomlTable;
import interleave.words.Language;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a lesson from its folder. What is wrong is written down, each with its file and line; a
 * lesson of which anything is wrong is none.
 */
final class LessonReader {
  /** The file that says what the lesson is. */
  static final String LESSON = "lesson.toml";

  private static final int FORM = 1;

  /** The kinds of things that stand directly below the threads. */
  private static final List<String> SUBJECTS =
      List.of("", "lock", "synchronizer", "variable", "pool", "queue", "gil");

  private record Offered(Function<Words, Parameter> made, Optional<ProgramLanguage> only) {}

  private record Suggested(
      String key, Map<String, String> values, Optional<ProgramLanguage> only) {}

  private final LessonFiles files;
  private final Origin origin;
  private final LessonTable table;
  private final Words words;

  private LessonReader(LessonFiles files, Origin origin, LessonTable table) {
    this.files = files;
    this.origin = origin;
    this.table = table;
    this.words = Words.from(language -> words(files, language, new ArrayList<>()));
  }

  /**
   * Reads what the files say.
   *
   * @param folder what the lesson is called where it does not say so itself
   * @param problems hears of all that is wrong
   */
  static Optional<Scenario> read(
      String folder, LessonFiles files, Origin origin, List<LessonProblem> problems) {
    String text = files.text(LESSON);
    if (text == null) {
      problems.add(LessonProblem.of("", 0, "no-lesson", LESSON));
      return Optional.empty();
    }
    try {
      LessonTable table = new LessonTable(LESSON, "", Toml.parse(text), problems);
      Scenario made = new LessonReader(files, origin, table).scenario(folder);
      if (problems.isEmpty() && !origin.isOurs()) {
        LessonWordsCheck.check(made, files, problems);
      }
      return problems.isEmpty() ? Optional.of(made) : Optional.empty();
    } catch (TomlException e) {
      problems.add(new LessonProblem(LESSON, e.line(), e.sentence()));
      return Optional.empty();
    }
  }

  /** The file of words in that language. */
  static String file(Language language) {
    return language.tag() + ".toml";
  }

  /** What the lesson says in that language; nothing where it has no such file. */
  static Map<String, String> words(
      LessonFiles files, Language language, List<LessonProblem> problems) {
    String text = files.text(file(language));
    try {
      TomlTable said = text == null ? TomlTable.empty(0) : Toml.parse(text);
      return LessonWords.read(file(language), said, problems);
    } catch (TomlException e) {
      problems.add(new LessonProblem(file(language), e.line(), e.sentence()));
      return Map.of();
    }
  }

  private Scenario scenario(String folder) {
    if (table.whole("form", 0) != FORM) {
      table.wrong("form", "form", FORM);
    }
    String id = table.maybeText("id").orElse(folder);
    if (!id.matches("[a-z][a-z0-9-]{0,60}")) {
      table.wrong("id", "id", id);
    }
    List<String> groups = List.of(Group.values()).stream().map(LessonReader::word).toList();
    Group group =
        Group.valueOf(table.oneOf("group", groups, groups.getLast()).toUpperCase(Locale.ROOT));
    String subject = table.oneOf("about", SUBJECTS, "");
    ProgramReader programs = new ProgramReader(table, files, origin);
    Optional<JavaCode> java = programs.java();
    Optional<PythonCode> python = programs.python();
    if (java.isEmpty() && python.isEmpty()) {
      table.wrong("", "no-program");
    }
    Map<ProgramLanguage, List<Parameter>> parameters = parameters();
    Map<ProgramLanguage, List<Try>> tries = tries();
    Question question = new QuestionReader(table.table("question")).read(words);
    Optional<Exercise> exercise =
        table.has("exercise")
            ? Optional.of(new ExerciseReader(table.table("exercise"), files).read(words))
            : Optional.empty();
    List<String> handedOn = table.table("workers").texts("parameters");
    table.close();
    Scenario made =
        new Scenario(
            words,
            id,
            group,
            java,
            python,
            parameters,
            tries,
            question,
            subject,
            handedOn,
            origin,
            exercise);
    checkTries(made);
    return made;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Words in(Words words, ProgramLanguage language) {
    return language == ProgramLanguage.JAVA ? words : words.preferring(language.id());
  }

  /** The one language that has something, if it is not for both. */
  static Optional<ProgramLanguage> only(LessonTable table) {
    List<String> languages =
        List.of(ProgramLanguage.values()).stream().map(ProgramLanguage::id).toList();
    return table.has("only")
        ? Optional.of(
            ProgramLanguage.valueOf(
                table.oneOf("only", languages, languages.getFirst()).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private Map<ProgramLanguage, List<Parameter>> parameters() {
    List<Offered> offered = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (LessonTable each : table.tables("parameter")) {
      Function<Words, Parameter> made = ParameterReader.read(each);
      Optional<ProgramLanguage> only = only(each);
      String name = made.apply(words).name();
      for (ProgramLanguage language :
          only.map(List::of).orElse(List.of(ProgramLanguage.values()))) {
        if (!names.add(name + " in " + language.id())) {
          each.wrong("name", "twice", name);
        }
      }
      offered.add(new Offered(made, only));
      each.close();
    }
    Map<ProgramLanguage, List<Parameter>> parameters = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      parameters.put(
          language,
          offered.stream()
              .filter(each -> each.only().orElse(language) == language)
              .map(each -> each.made().apply(in(words, language)))
              .toList());
    }
    return parameters;
  }

  private Map<ProgramLanguage, List<Try>> tries() {
    List<Suggested> suggested = new ArrayList<>();
    for (LessonTable each : table.tables("try")) {
      suggested.add(new Suggested(each.text("name"), each.table("values").values(), only(each)));
      each.close();
    }
    Map<ProgramLanguage, List<Try>> tries = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      tries.put(
          language,
          suggested.stream()
              .filter(each -> each.only().orElse(language) == language)
              .map(each -> new Try(in(words, language), each.key(), each.values()))
              .toList());
    }
    return tries;
  }

  /** A try is followed by the program in some language. */
  private void checkTries(Scenario made) {
    for (LessonTable each : table.tables("try")) {
      Map<String, String> values = each.table("values").values();
      List<ProgramLanguage> whose = only(each).map(List::of).orElse(made.languages());
      List<Optional<String>> refusals =
          whose.stream().map(language -> made.check(language, values)).toList();
      if (!refusals.isEmpty() && refusals.stream().allMatch(Optional::isPresent)) {
        each.wrong("values", "try", refusals.getFirst().orElse(""));
      }
    }
  }
}
