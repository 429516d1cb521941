package interleave.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static Thing thing(Map<String, Object> attributes) {
    return name -> {
      assertThat(attributes).containsKey(name);
      return attributes.get(name);
    };
  }

  private static Thing hold(String thread, String lock, double start, double end) {
    return thing(Map.of("thread", thread, "lock", lock, "start", start, "end", end));
  }

  /** A run with two locks, holds of one of them, and three lines. */
  private static final Thing RUN =
      thing(
          Map.of(
              "ended",
              true,
              "length",
              3e9,
              "exit",
              Double.NaN,
              "locks",
              List.of(
                  thing(Map.of("name", "fork", "acquires", 4.0, "waited", 2e6, "monitor", false)),
                  thing(Map.of("name", "knife", "acquires", 2.0, "waited", 5e6, "monitor", true))),
              "holds",
              List.of(
                  hold("Reader-1", "page", 0, 10),
                  hold("Reader-2", "page", 5, 20),
                  hold("Writer-1", "page", 18, 30)),
              "deadlocks",
              List.of(),
              "lines",
              List.of(
                  thing(Map.of("text", "Balance: 3")),
                  thing(Map.of("text", "Balance: -17")),
                  thing(Map.of("text", "done")))));

  private static Object value(String text) throws ExpressionException {
    return Expression.parse(text, Vocabulary.RUN).in(RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          1 + 2 * 3 == 7
          (1 + 2) * 3 == 9
          -2 < 1 and not 1 < -2
          1 > 2 or 2 > 1
          locks.acquires == 6
          locks["fork"].acquires == 4
          locks[name == 'knife' and monitor].acquires == 2
          count(locks) == 2
          locks > 1
          max(locks.waited) == 5 ms
          sum(locks.waited) / 2 > 3 ms
          locks.waited / length < 0.01
          min(locks.acquires) + 2 == max(locks.acquires)
          first(locks).name == "fork"
          last(lines).text == "done"
          names(locks.name) == "fork, knife"
          lines.text contains "Bal"
          count(lines[text matches 'Balance: .*']) == 2
          number(printed('Balance: (-?\\d+)')) == -17
          printed('nothing') == ""
          percent(locks["knife"].acquires / locks.acquires) == "33 %"
          round(locks["knife"].acquires / locks.acquires * 10) == 3
          at_once(holds) == 2
          at_once(holds[thread matches "Reader.*"]) == 2
          together(holds[thread matches 'R.*'], holds[thread matches 'W.*']) == 2 ns
          all(locks.monitor) == false
          locks.monitor
          not deadlocks > 0
          """)
  void itIsTrueOfTheRun(String text) throws Exception {
    assertThat(Expression.condition(text, Vocabulary.RUN).holds(RUN)).as(text).isTrue();
  }

  @Test
  void whatIsNotKnownHoldsInNoComparison() throws Exception {
    for (String sign : List.of("==", "!=", "<", ">", "<=", ">=")) {
      assertThat(value("exit " + sign + " 0")).as(sign).isEqualTo(false);
      assertThat(value("max(locks[name == 'spoon'].acquires) " + sign + " 0")).isEqualTo(false);
    }
    assertThat(value("number('x') > 0 or 1 / 0 > 0")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          lokcs > 0              | there is no “lokcs”; there are ended, length
          locks.aquires > 0      | there is no “aquires” of a lock; there are name, process, monitor
          locks[holder == 1]     | there is no “holder”; a lock has name
          locks.name > 3         | a text cannot be compared with a number
          locks.waited > 3       | a time cannot be compared with a number
          locks.name < "a"       | “<” does not compare a text
          length + 1             | “+” does not go with a time and a number
          1 +                    | a value must stand here, but there is the end
          (1 + 2                 | “)” is missing before the end
          1 2                    | the expression ends before “2”
          most(locks)            | there is no function “most”; there are count, sum
          count(1)               | the function takes several values
          sum(locks.name)        | “sum” takes numbers or times, not texts
          at_once(locks)         | the function takes things that begin and end
          ended.name             | “.name” cannot follow something true or false
          locks[3]               | in [ ] stands a condition or a name in quotes, not a number
          lines.text matches '(' | “(” is no pattern
          lines.text matches 3   | a pattern must stand here, in quotes
          1 ; 2                  | “; 2” cannot be read
          ended and 3            | take what is true or false, not a number
          """)
  void whatIsNoExpressionIsRefusedWithWhatIsAllowed(String text, String sentence) {
    assertThatThrownBy(() -> Expression.parse(text, Vocabulary.RUN))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aConditionIsTrueOrFalseAndNothingIsNestedWithoutEnd() {
    assertThatThrownBy(() -> Expression.condition("1 + 1", Vocabulary.RUN))
        .hasMessageContaining("a condition is true or false, and this is a number");
    assertThatThrownBy(() -> Expression.parse("(".repeat(100_000), Vocabulary.RUN))
        .hasMessageContaining("too many brackets");
    assertThatThrownBy(() -> Expression.parse("ended", Vocabulary.ENDING))
        .hasMessageContaining("there are outcome");
  }
}
