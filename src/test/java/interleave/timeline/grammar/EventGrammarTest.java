package interleave.timeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.grammar.EventGrammar.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of kinds of events says one thing, and all of it. */
class EventGrammarTest {
  private static List<Row> rows() {
    return Arrays.stream(EventKind.values()).map(EventGrammar::of).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsRow(EventKind kind) {
    assertThat(EventGrammar.of(kind).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void whatMayBeBegunIsBegunByOneKindAndEndedByOthers(Activity activity) {
    long begin = rows().stream().filter(row -> of(row, Role.BEGINS, activity)).count();
    long end = rows().stream().filter(row -> of(row, Role.ENDS, activity)).count();
    if (activity == Activity.STEP) {
      assertThat(begin + end).as("its task says so").isZero();
    } else {
      assertThat(begin).isOne();
      assertThat(end).isPositive();
    }
  }

  private static boolean of(Row row, Role role, Activity activity) {
    return row.role() == role && row.activity() == activity;
  }

  @ParameterizedTest
  @EnumSource
  void whatNeitherBeginsNorEndsHasNoActivity(EventKind kind) {
    Row row = EventGrammar.of(kind);
    boolean needs = row.role() == Role.BEGINS || row.role() == Role.ENDS;
    assertThat(row.activity() != null).isEqualTo(needs);
    assertThat(!needs && row.role() != Role.LAST || row.scope().ofThread())
        .as("only its thread's lane can begin or end something")
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsSharedHasARankOfItsOwn(EventKind kind) {
    Row row = EventGrammar.of(kind);
    assertThat(row.rank() == 1 || row.scope().shared()).isTrue();
  }

  @Test
  void namesAndEndsAreTheirOwnKinds() {
    assertThat(rows().stream().filter(row -> row.role() == Role.LAST).map(Row::kind))
        .containsExactly(EventKind.THREAD_END);
    assertThat(rows().stream().filter(row -> row.scope() == Scope.NONE).map(Row::kind))
        .containsExactly(EventKind.CONTINUATION);
  }
}
