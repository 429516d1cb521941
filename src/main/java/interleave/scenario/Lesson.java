package interleave.scenario;

import interleave.scenario.Parameter.Choice;
import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.Switch;
import interleave.scenario.Parameter.Text;
import interleave.scenario.Parameter.Texts;
import interleave.scenario.Parameter.WholeNumber;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
final class Lesson {
  /** Words that several scenarios share. */
  static final Words COMMON = Words.of("scenario/common");

  private final String id;
  private final Group group;
  private final String program;
  private final Words words;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Try> tries = new ArrayList<>();
  private final List<String> watched = new ArrayList<>();
  private List<String> jvmOptions = List.of();
  private List<String> answers = List.of();

  private Lesson(String id, Group group, String program) {
    this.id = id;
    this.group = group;
    this.program = program;
    this.words = Words.of("scenario/" + id);
  }

  /**
   * Begins a scenario.
   *
   * @param program simple name of the class in this package
   */
  static Lesson of(String id, Group group, String program) {
    return new Lesson(id, group, program);
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @param named values that are shown by a word of their own
   */
  Lesson number(String name, long standard, long least, long most, Long... named) {
    List<String> special = List.of(named).stream().map(String::valueOf).toList();
    return add(new WholeNumber(words, name, String.valueOf(standard), least, most, special));
  }

  Lesson seconds(String name, String standard, double least, double most) {
    return add(new Seconds(words, name, standard, least, most, false));
  }

  /** A random length of time, up to what is given. */
  Lesson upToSeconds(String name, String standard, double least, double most) {
    return add(new Seconds(words, name, standard, least, most, true));
  }

  Lesson onOff(String name, boolean standard) {
    return add(new Switch(words, name, standard ? Switch.ON : Switch.OFF));
  }

  /** One of these values, the first of which is the default. */
  Lesson choice(String name, String... values) {
    return add(new Choice(words, name, values[0], List.of(values)));
  }

  Lesson text(String name, String standard, int longest) {
    return add(new Text(words, name, standard, longest));
  }

  Lesson texts(String name, String standard, int most, int longest) {
    return add(new Texts(words, name, standard, most, longest));
  }

  /** The seed, a parameter of every scenario that draws random numbers. */
  Lesson seed() {
    return add(new WholeNumber(COMMON, "seed", "", Long.MIN_VALUE, Long.MAX_VALUE, List.of("")));
  }

  private Lesson add(Parameter parameter) {
    parameters.add(parameter);
    return this;
  }

  /** A suggestion, with {@code name=value} for each parameter that it changes. */
  Lesson tryThis(String key, String... changes) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String change : changes) {
      int equals = change.indexOf('=');
      values.put(change.substring(0, equals), change.substring(equals + 1));
    }
    tries.add(new Try(words, key, values));
    return this;
  }

  /** The answers to its question, by their keys. */
  Lesson question(String... keys) {
    answers = List.of(keys);
    return this;
  }

  /** Fields of the program whose reads and writes are to be recorded. */
  Lesson watching(String... fields) {
    for (String field : fields) {
      watched.add("interleave.scenario." + program + "." + field);
    }
    return this;
  }

  /** Options that its JVM needs. */
  Lesson jvm(String... options) {
    jvmOptions = List.of(options);
    return this;
  }

  Scenario scenario() {
    return new Scenario(
        words,
        id,
        group,
        "interleave.scenario." + program,
        program + ".java",
        parameters,
        tries,
        new Question(words, answers),
        watched,
        jvmOptions,
        id.replace('-', '_') + ".py");
  }
}
