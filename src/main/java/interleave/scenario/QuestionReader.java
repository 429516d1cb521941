package interleave.scenario;

import interleave.scenario.expression.Expression;
import interleave.scenario.expression.ExpressionException;
import interleave.scenario.expression.Vocabulary;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a lesson asks before it runs, and how the run answers it. */
final class QuestionReader {
  private static final int FEWEST = 2;
  private static final int MOST = 6;

  private final LessonTable table;
  private final boolean checked;

  /**
   * @param checked whether to make sure that its expressions are some
   */
  QuestionReader(LessonTable table, boolean checked) {
    this.table = table;
    this.checked = checked;
  }

  Question read(Words words) {
    List<String> answers = table.texts("answers");
    boolean asked = !table.keys().isEmpty();
    if (asked && (answers.size() < FEWEST || answers.size() > MOST)) {
      table.wrong("answers", "answers", FEWEST, MOST);
    }
    Map<ProgramLanguage, Check> checks = new EnumMap<>(ProgramLanguage.class);
    String usual = table.maybeText("evaluation").orElse("");
    for (ProgramLanguage language : ProgramLanguage.values()) {
      LessonTable special = table.table(language.id());
      String evaluation = special.maybeText("evaluation").orElse(usual);
      special.close();
      checks.put(language, new Check(evaluation, rules(language, answers)));
    }
    for (Check check : checks.values()) {
      if (asked && !check.isThere()) {
        table.wrong("rule", "rules");
        break;
      }
    }
    for (LessonTable rule : table.tables("rule")) {
      close(rule);
    }
    table.close();
    return new Question(words, answers, checks);
  }

  private void close(LessonTable rule) {
    for (String key : List.of("when", "answer", "reveal", "values", "only")) {
      rule.has(key);
    }
    rule.close();
  }

  private List<Check.Rule> rules(ProgramLanguage language, List<String> answers) {
    List<Check.Rule> rules = new ArrayList<>();
    for (LessonTable each : table.tables("rule")) {
      if (LessonReader.only(each).orElse(language) == language) {
        Optional<Check.Rule> rule =
            rule(each, answers, language == ProgramLanguage.JAVA || each.has("only"));
        if (rule.isPresent()) {
          rules.add(rule.get());
        }
      }
    }
    return rules;
  }

  /** Of rules for both languages what is wrong is said once. */
  private Optional<Check.Rule> rule(LessonTable table, List<String> answers, boolean first) {
    String answer = table.maybeText("answer").orElse("");
    if (first && !answer.isEmpty() && !answers.contains(answer)) {
      table.wrong("answer", "answer", answer, String.join(", ", answers));
    }
    String reveal = table.maybeText("reveal").orElse(answer);
    if (first && reveal.isEmpty()) {
      table.wrong("reveal", "reveal");
    }
    Optional<Expression> when =
        expression(table, "when", table.maybeText("when").orElse("true"), true, first);
    List<Expression> values = new ArrayList<>();
    for (String value : table.texts("values")) {
      Optional<Expression> expression = expression(table, "values", value, false, first);
      if (expression.isPresent()) {
        values.add(expression.get());
      }
    }
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(new Check.Rule(when.get(), answer, reveal, values));
  }

  private Optional<Expression> expression(
      LessonTable table, String key, String text, boolean condition, boolean said) {
    if (!checked) {
      return Optional.of(Expression.known(text, Vocabulary.RUN));
    }
    try {
      return Optional.of(
          condition
              ? Expression.condition(text, Vocabulary.RUN)
              : Expression.parse(text, Vocabulary.RUN));
    } catch (ExpressionException e) {
      if (said) {
        table.wrong(key, "expression", text, e.sentence());
      }
      return Optional.empty();
    }
  }
}
