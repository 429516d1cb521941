package interleave.scenario;

import interleave.scenario.Parameter.Choice;
import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.Switch;
import interleave.scenario.Parameter.Text;
import interleave.scenario.Parameter.Texts;
import interleave.scenario.Parameter.WholeNumber;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts a scenario together. What it says is in the bundle {@code scenario/id}:
 *
 * <pre>
 *   title, summary            one line each
 *   see.1, see.2 …            What to see, paragraph by paragraph
 *   parameter.name            label; parameter.name.help what it does, a sentence;
 *   parameter.name.value      the word for a value, of choices and of named numbers
 *   try.key                   what it says on the chip
 *   question, answer.key      what to foretell
 *   reveal.…                  what the run has answered, for interleave.lesson
 * </pre>
 *
 * <p>{@code key.python} is said in place of {@code key} where the program is in Python.
 */
final class Lesson {
  /** Words that several scenarios share. */
  static final Words COMMON = Words.of("scenario/common");

  /** A parameter for the words it is to be shown by, and the one language that has it, if any. */
  private record Offered(Function<Words, Parameter> made, @Nullable ProgramLanguage only) {}

  private record Suggested(
      String key, Map<String, String> values, @Nullable ProgramLanguage only) {}

  private final String id;
  private final Group group;
  private final String program;
  private final Words words;
  private final List<Offered> parameters = new ArrayList<>();
  private final List<Suggested> tries = new ArrayList<>();
  private final List<Watched> watched = new ArrayList<>();
  private final List<Watched> observed = new ArrayList<>();
  private List<String> jvmOptions = List.of();
  private List<String> observable = List.of();
  private List<String> answers = List.of();
  private String subject = "";
  private final List<String> scripts = new ArrayList<>();
  private String workerClass = "";
  private String workerFile = "";
  private List<String> handedOn = List.of();

  private Lesson(String id, Group group, String program) {
    this.id = id;
    this.group = group;
    this.program = program;
    this.words = Words.of("scenario/" + id);
    script(id.replace('-', '_') + ".py");
  }

  /**
   * Begins a scenario.
   *
   * @param program simple name of the class in this package
   */
  static Lesson of(String id, Group group, String program) {
    return new Lesson(id, group, program);
  }

  /** Names the Python program's files, where it is more than the one named like the scenario. */
  Lesson script(String file, String... beside) {
    scripts.clear();
    scripts.add(file);
    scripts.addAll(List.of(beside));
    return this;
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @param named values that are shown by a word of their own
   */
  Lesson number(String name, long standard, long least, long most, Long... named) {
    List<String> special = List.of(named).stream().map(String::valueOf).toList();
    return add(in -> new WholeNumber(in, name, String.valueOf(standard), least, most, special));
  }

  Lesson seconds(String name, String standard, double least, double most) {
    return add(in -> new Seconds(in, name, standard, least, most, false));
  }

  /** A random length of time, up to what is given. */
  Lesson upToSeconds(String name, String standard, double least, double most) {
    return add(in -> new Seconds(in, name, standard, least, most, true));
  }

  Lesson onOff(String name, boolean standard) {
    return add(in -> new Switch(in, name, standard ? Switch.ON : Switch.OFF));
  }

  /** One of these values, the first of which is the default. */
  Lesson choice(String name, String... values) {
    return add(in -> new Choice(in, name, values[0], List.of(values)));
  }

  Lesson text(String name, String standard, int longest) {
    return add(in -> new Text(in, name, standard, longest));
  }

  Lesson texts(String name, String standard, int most, int longest) {
    return add(in -> new Texts(in, name, standard, most, longest));
  }

  /** The seed, a parameter of every scenario that draws random numbers. */
  Lesson seed() {
    return add(
        _ -> new WholeNumber(COMMON, "seed", "", Long.MIN_VALUE, Long.MAX_VALUE, List.of("")));
  }

  private Lesson add(Function<Words, Parameter> made) {
    parameters.add(new Offered(made, null));
    return this;
  }

  /** Only the program in that language has the parameter that was named last. */
  Lesson onlyIn(ProgramLanguage language) {
    parameters.add(new Offered(parameters.removeLast().made(), language));
    return this;
  }

  /** A suggestion, with {@code name=value} for each parameter that it changes. */
  Lesson tryThis(String key, String... changes) {
    tries.add(new Suggested(key, values(changes), null));
    return this;
  }

  private static Map<String, String> values(String... changes) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String change : changes) {
      int equals = change.indexOf('=');
      values.put(change.substring(0, equals), change.substring(equals + 1));
    }
    return values;
  }

  /** A suggestion for the program in that language only. */
  Lesson tryIn(ProgramLanguage language, String key, String... changes) {
    tryThis(key, changes);
    tries.add(new Suggested(key, tries.removeLast().values(), language));
    return this;
  }

  /** The answers to its question, by their keys. */
  Lesson question(String... keys) {
    answers = List.of(keys);
    return this;
  }

  /**
   * What it is about besides threads: {@code lock}, {@code synchronizer}, {@code variable}, {@code
   * pool}, {@code queue}, {@code gil}. The timeline has it directly below them.
   */
  Lesson about(String kind) {
    subject = kind;
    return this;
  }

  /** A field of the program whose reads and writes are to be recorded. */
  Lesson watching(String field) {
    return watching(field, Map.of());
  }

  private Lesson watching(String field, Map<String, String> where) {
    watched.add(new Watched(mainClass(program) + "." + field, where));
    return this;
  }

  /** A variable of both programs that is recorded in runs with {@code name=value}, or in all. */
  Lesson watchingBoth(String field, String variable, String... where) {
    Map<String, String> values = values(where);
    observed.add(new Watched(variable, values));
    return watching(field, values);
  }

  /**
   * What a worker on another machine runs that joins.
   *
   * @param type simple name of its class in Java
   * @param file its file in Python, one of the program's
   * @param parameters those of the scenario that it takes, too
   */
  Lesson workers(String type, String file, String... parameters) {
    workerClass = mainClass(type);
    workerFile = file;
    handedOn = List.of(parameters);
    return this;
  }

  /** Options that its JVM needs. */
  Lesson jvm(String... options) {
    jvmOptions = List.of(options);
    return this;
  }

  /** Global variables of the Python program that may be observed step by step. */
  Lesson observable(String... names) {
    observable = List.of(names);
    return this;
  }

  Scenario scenario() {
    Map<ProgramLanguage, List<Parameter>> taken = new EnumMap<>(ProgramLanguage.class);
    Map<ProgramLanguage, List<Try>> suggested = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      Words in = language == ProgramLanguage.JAVA ? words : words.preferring(language.id());
      taken.put(
          language,
          parameters.stream()
              .filter(each -> each.only() == null || each.only() == language)
              .map(each -> each.made().apply(in))
              .toList());
      suggested.put(
          language,
          tries.stream()
              .filter(each -> each.only() == null || each.only() == language)
              .map(each -> new Try(in, each.key(), each.values()))
              .toList());
    }
    scripts.add("arguments.py");
    return new Scenario(
        words,
        id,
        group,
        Optional.of(
            new JavaCode(mainClass(program), program + ".java", watched, jvmOptions, workerClass)),
        new PythonCode(scripts, observable, observed, workerFile),
        taken,
        suggested,
        new Question(words, answers),
        subject,
        handedOn);
  }

  private static String mainClass(String program) {
    return "interleave.scenario.program." + program;
  }
}
