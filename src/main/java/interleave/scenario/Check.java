package interleave.scenario;

import interleave.scenario.expression.Expression;
import java.util.List;

/**
 * How a run answers the question of its lesson: by an evaluation of the product's that is named, or
 * by rules, the first of which that holds has the answer.
 *
 * @param evaluation what {@code interleave.lesson} calls it; empty where rules say it
 */
public record Check(String evaluation, List<Rule> rules) {
  static final Check NONE = new Check("", List.of());

  public Check {
    rules = List.copyOf(rules);
  }

  /** Whether a run can answer at all. */
  public boolean isThere() {
    return !evaluation.isEmpty() || !rules.isEmpty();
  }

  /**
   * An answer, and when it is right.
   *
   * @param answer one of the question's; empty where such a run leaves it open
   * @param reveal the key of the sentence that says so, behind {@code reveal.}
   * @param values what stands in the sentence in place of {@code {0}}, {@code {1}} …
   */
  public record Rule(Expression when, String answer, String reveal, List<Expression> values) {
    public Rule {
      values = List.copyOf(values);
    }
  }
}
