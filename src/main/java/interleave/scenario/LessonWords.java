package interleave.scenario;

import interleave.scenario.toml.TomlTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lesson says in one language, read from its file of words into sentences by their keys:
 *
 * <pre>
 *   title, summary            one line each
 *   see.1, see.2 …            What to see, paragraph by paragraph
 *   parameter.name            label; parameter.name.help what it does, a sentence;
 *   parameter.name.value      the word for a value, of choices and of named numbers
 *   try.key                   what it says on the chip
 *   question, answer.key      what to foretell
 *   reveal.…                  what the run has answered
 *   task, hint.1, hint.2 …    of an exercise
 *   note.1, note.2 …          for whoever teaches
 * </pre>
 *
 * <p>{@code key.python} is said in place of {@code key} where the program is in Python.
 */
final class LessonWords {
  private static final Set<String> OTHERS = Set.of(ProgramLanguage.PYTHON.id());

  private final LessonTable table;
  private final Map<String, String> sentences = new LinkedHashMap<>();
  private final String ending;

  private LessonWords(LessonTable table, String ending) {
    this.table = table;
    this.ending = ending;
  }

  static Map<String, String> read(String file, TomlTable table, List<LessonProblem> problems) {
    LessonWords all = new LessonWords(new LessonTable(file, "", table, problems), "");
    all.read();
    for (String other : OTHERS) {
      LessonWords special = new LessonWords(all.table.table(other), "." + other);
      special.read();
      special.table.close();
      all.sentences.putAll(special.sentences);
    }
    all.table.close();
    return all.sentences;
  }

  private void say(String key, String sentence) {
    sentences.put(key + ending, sentence);
  }

  private void read() {
    for (String key : List.of("title", "summary", "question")) {
      table.maybeText(key).ifPresent(text -> say(key, text));
    }
    paragraphs(table, "see", "see");
    paragraphs(table, "notes", "note");
    LessonTable parameters = table.table("parameter");
    for (String name : parameters.keys()) {
      parameter("parameter." + name, parameters.table(name));
    }
    table.table("try").values().forEach((key, text) -> say("try." + key, text));
    table.table("answer").values().forEach((key, text) -> say("answer." + key, text));
    LessonTable reveals = table.table("reveal");
    for (String key : reveals.keys()) {
      reveal("reveal." + key, reveals, key);
    }
    LessonTable exercise = table.table("exercise");
    exercise.maybeText("task").ifPresent(text -> say("task", text));
    paragraphs(exercise, "hints", "hint");
    exercise.close();
  }

  /** In a row; or only some of them, by their numbers. */
  private void paragraphs(LessonTable from, String key, String as) {
    if (from.isTable(key)) {
      from.table(key).values().forEach((number, text) -> say(as + "." + number, text));
      return;
    }
    List<String> all = from.texts(key);
    for (int i = 0; i < all.size(); i++) {
      say(as + "." + (i + 1), all.get(i));
    }
  }

  private void parameter(String key, LessonTable from) {
    from.maybeText("label").ifPresent(text -> say(key, text));
    from.maybeText("help").ifPresent(text -> say(key + ".help", text));
    from.table("values").values().forEach((value, text) -> say(key + "." + value, text));
    from.close();
  }

  /**
   * A sentence, or several where it depends on a number: {@code zero}, {@code one}, {@code other}.
   */
  private void reveal(String key, LessonTable from, String name) {
    if (from.isTable(name)) {
      LessonTable forms = from.table(name);
      say(key, forms.text("other"));
      forms.maybeText("one").ifPresent(text -> say(key + ".one", text));
      forms.maybeText("zero").ifPresent(text -> say(key + ".zero", text));
      forms.close();
    } else {
      from.maybeText(name).ifPresent(text -> say(key, text));
    }
  }
}
