package interleave.scenario;

import interleave.scenario.toml.Toml;
import interleave.scenario.toml.TomlException;
import interleave.scenario.toml.TomlTable;
import interleave.words.Language;
import interleave.words.Words;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a lesson from its folder. What is wrong is written down, each with its file and line; a
 * lesson of which anything is wrong is none.
 */
final class LessonReader {
  /** The file that says what the lesson is. */
  static final String LESSON = "lesson.toml";

  /** What its programs read. */
  private static final String DATA = "data";

  private static final int FORM = 1;
  private static final int LONGEST_ID = 60;
  private static final List<String> GROUPS = List.of("processes", "threads");
  private static final List<String> GOALS = List.of("lost-updates", "deadlocks", "exceptions");
  private static final List<String> LANGUAGES = List.of("java", "python");

  /** The kinds of things that stand directly below the threads. */
  private static final List<String> SUBJECTS =
      List.of("", "lock", "synchronizer", "variable", "pool", "queue", "gil", "order");

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

  /** The files that its programs read, of which it can be said that they may be. */
  static Set<String> data(LessonFiles files) {
    try {
      TomlTable all = Toml.parse(String.valueOf(files.text(LESSON)));
      Set<String> names =
          new TreeSet<>(new LessonTable(LESSON, "", all, new ArrayList<>()).texts(DATA));
      names.removeIf(each -> !LessonData.isName(each));
      return names;
    } catch (TomlException _) {
      return Set.of(); // which is said where it is read
    }
  }

  private LessonData data() {
    Map<String, ByteBuffer> data = new TreeMap<>();
    for (String name : table.texts(DATA)) {
      ByteBuffer bytes = files.data(name);
      if (!LessonData.isName(name)) {
        table.wrong(DATA, "data", name);
      } else if (bytes == null) {
        table.wrong(DATA, "file.missing", name);
      } else {
        data.put(name, bytes);
      }
    }
    return new LessonData(data);
  }

  private Scenario scenario(String folder) {
    if (table.whole("form", 0) != FORM) {
      table.wrong("form", "form", FORM);
    }
    String id = table.maybeText("id").orElse(folder);
    if (!isId(id)) {
      table.wrong("id", "id", id);
    }
    Group group = Group.valueOf(table.oneOf("group", GROUPS, "threads").toUpperCase(Locale.ROOT));
    String subject = table.oneOf("about", SUBJECTS, "");
    ProgramReader programs = new ProgramReader(table, files, origin);
    Optional<JavaCode> java = programs.java();
    Optional<PythonCode> python = programs.python();
    if (java.isEmpty() && python.isEmpty()) {
      table.wrong("", "no-program");
    }
    Map<ProgramLanguage, List<Parameter>> parameters = parameters();
    Map<ProgramLanguage, List<Try>> tries = tries();
    Question question = new QuestionReader(table.table("question"), !origin.isOurs()).read(words);
    Optional<Exercise> exercise =
        table.has("exercise")
            ? Optional.of(new ExerciseReader(table.table("exercise"), files).read(words))
            : Optional.empty();
    Optional<Goal> goal = goal();
    List<String> handedOn = table.table("workers").texts("parameters");
    Map<String, String> explored = table.table("explored").values();
    Map<ProgramLanguage, Unexplored> unexplored = unexplored(group, explored.isEmpty());
    LessonData data = data();
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
            exercise,
            goal,
            explored,
            unexplored,
            data);
    goal.ifPresent(each -> checkValues(table.table("laboratory"), made, each.values()));
    if (!origin.isOurs()) { // tests look at ours
      checkTries(made);
      checkExplored(made);
    }
    return made;
  }

  /** Small letters, digits and hyphens, a letter first. */
  static boolean isId(String name) {
    boolean fine = !name.isEmpty() && name.length() <= LONGEST_ID && isLetter(name.charAt(0));
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      fine &= isLetter(c) || c >= '0' && c <= '9' || c == '-';
    }
    return fine;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static Words in(Words words, ProgramLanguage language) {
    return language == ProgramLanguage.JAVA ? words : words.preferring(language.id());
  }

  /** The one language that has something, if it is not for both. */
  static Optional<ProgramLanguage> only(LessonTable table) {
    return table.has("only")
        ? Optional.of(
            ProgramLanguage.valueOf(
                table.oneOf("only", LANGUAGES, "java").toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  // Plain loops: a dozen lessons are read before the window is there, and every lambda that is new
  // to the JVM takes it longer than they do.

  private Map<ProgramLanguage, List<Parameter>> parameters() {
    Map<ProgramLanguage, List<Parameter>> parameters = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      parameters.put(language, new ArrayList<>());
    }
    for (LessonTable each : table.tables("parameter")) {
      ParameterReader read = ParameterReader.read(each, !origin.isOurs());
      for (Map.Entry<ProgramLanguage, List<Parameter>> of : parameters.entrySet()) {
        if (read.isFor(of.getKey())) {
          twice(of.getValue(), read);
          of.getValue().add(read.parameter(in(words, of.getKey())));
        }
      }
    }
    return parameters;
  }

  private static void twice(List<Parameter> before, ParameterReader read) {
    for (Parameter each : before) {
      if (each.name().equals(read.name())) {
        read.table().wrong("name", "twice", read.name());
      }
    }
  }

  private Map<ProgramLanguage, List<Try>> tries() {
    Map<ProgramLanguage, List<Try>> tries = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      tries.put(language, new ArrayList<>());
    }
    for (LessonTable each : table.tables("try")) {
      String key = each.text("name");
      Map<String, String> values = each.table("values").values();
      Optional<ProgramLanguage> only = only(each);
      each.close();
      for (Map.Entry<ProgramLanguage, List<Try>> of : tries.entrySet()) {
        if (only.isEmpty() || only.get() == of.getKey()) {
          of.getValue().add(new Try(in(words, of.getKey()), key, values));
        }
      }
    }
    return tries;
  }

  private Optional<Goal> goal() {
    if (!table.has("laboratory")) {
      return Optional.empty();
    }
    LessonTable laboratory = table.table("laboratory");
    String what = laboratory.oneOf("goal", GOALS, GOALS.getFirst());
    Map<String, String> values = laboratory.table("values").values();
    laboratory.close();
    return Optional.of(new Goal(what, values));
  }

  /** Values are taken by the program in some language. */
  private static void checkValues(LessonTable table, Scenario made, Map<String, String> values) {
    List<Optional<String>> refusals =
        made.languages().stream().map(language -> made.check(language, values)).toList();
    if (refusals.stream().allMatch(Optional::isPresent)) {
      table.wrong("values", "try", refusals.getFirst().orElse(""));
    }
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

  /** Of lessons about processes nobody has to say it. */
  private Map<ProgramLanguage, Unexplored> unexplored(Group group, boolean isOpen) {
    boolean isKnown = isOpen && group == Group.PROCESSES;
    Map<ProgramLanguage, Unexplored> unexplored = new EnumMap<>(ProgramLanguage.class);
    LessonTable given = table.table("unexplored");
    for (ProgramLanguage language : ProgramLanguage.values()) {
      if (given.has(language.id())) {
        String word = given.oneOf(language.id(), Unexplored.WORDS, Unexplored.WORDS.getFirst());
        unexplored.put(language, Unexplored.of(word));
      } else if (isKnown) {
        unexplored.put(language, Unexplored.PROCESSES);
      }
    }
    return unexplored;
  }

  /** What is explored is taken by the program in some language, each value for itself. */
  private void checkExplored(Scenario made) {
    for (Map.Entry<String, String> each : made.explored().entrySet()) {
      Map<String, String> value = Map.ofEntries(each);
      List<Optional<String>> refusals =
          made.languages().stream().map(language -> made.check(language, value)).toList();
      if (refusals.stream().allMatch(Optional::isPresent)) {
        table.wrong("explored", "explored", refusals.getFirst().orElse(""));
      }
    }
  }
}
