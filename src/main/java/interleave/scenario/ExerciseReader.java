package interleave.scenario;

import interleave.scenario.expression.Expression;
import interleave.scenario.expression.ExpressionException;
import interleave.scenario.expression.Vocabulary;
import interleave.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the task that a lesson sets. */
final class ExerciseReader {
  private final LessonTable table;
  private final LessonFiles files;

  ExerciseReader(LessonTable table, LessonFiles files) {
    this.table = table;
    this.files = files;
  }

  Exercise read(Words words) {
    Map<ProgramLanguage, Exercise.Code> codes = new EnumMap<>(ProgramLanguage.class);
    for (ProgramLanguage language : ProgramLanguage.values()) {
      if (table.has(language.id())) {
        codes.put(language, code(table.table(language.id())));
      }
    }
    if (codes.isEmpty()) {
      table.wrong("", "exercise.program");
    }
    Optional<Expression> run = condition("run", Vocabulary.RUN);
    Optional<Expression> endings = condition("endings", Vocabulary.ENDING);
    if (!table.has("run") && !table.has("endings")) {
      table.wrong("", "exercise.check");
    }
    Exercise exercise =
        new Exercise(
            words,
            codes,
            table.table("values").values(),
            run,
            endings,
            table.table("explored").values(),
            (int) table.whole("preemptions", -1));
    table.close();
    return exercise;
  }

  private Exercise.Code code(LessonTable program) {
    Exercise.Source start = file(program, "start");
    Exercise.Source solution = file(program, "solution");
    program.close();
    String name = start.name();
    return new Exercise.Code(name.substring(name.lastIndexOf('/') + 1), start, solution);
  }

  private Exercise.Source file(LessonTable program, String key) {
    String name = program.text(key);
    String text = files.text(name);
    if (!name.isEmpty() && text == null) {
      program.wrong(key, "file.missing", name);
    }
    return new Exercise.Source(name, program.lineOf(key), text == null ? "" : text);
  }

  private Optional<Expression> condition(String key, String about) {
    Optional<String> text = table.maybeText(key);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Expression.condition(text.get(), about));
    } catch (ExpressionException e) {
      table.wrong(key, "expression", text.orElse(""), e.sentence());
      return Optional.empty();
    }
  }
}
