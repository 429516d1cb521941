package interleave.lesson.recorded;

import static interleave.event.EventKind.THREAD_BEGIN;
import static interleave.event.EventKind.THREAD_END;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.scenario.expression.Expression;
import interleave.scenario.expression.Thing;
import interleave.scenario.expression.Type;
import interleave.scenario.expression.Vocabulary;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordedRunTest {
  /** Two threads that lose an update of a variable, and a line. */
  private static Timeline timeline() {
    Trace trace = new Trace();
    Trace.Process bank = trace.process(7, "Bank");
    Trace.Thread one = bank.thread(1, "one");
    Trace.Thread two = bank.thread(2, "two");
    int balance = bank.object(ObjectType.VARIABLE, 0, "balance");
    one.at(1).event(THREAD_BEGIN);
    two.at(2).event(THREAD_BEGIN);
    one.at(10).reads(balance, 0);
    two.at(20).reads(balance, 0);
    one.at(30).writes(balance, 5);
    two.at(40).writes(balance, 8);
    one.at(1000).event(THREAD_END);
    two.at(2000).event(THREAD_END);
    return trace.end();
  }

  @Test
  void everyNameOfTheVocabularyIsAnsweredAsItSays() {
    Thing run = RecordedRun.of(timeline());
    TreeSet<String> asked = new TreeSet<>();
    walk(run, Vocabulary.RUN, asked);
    assertThat(asked).contains("run.ended", "thread.running", "variable.lost_updates");
  }

  private static void walk(Thing thing, String kind, TreeSet<String> asked) {
    for (Map.Entry<String, Type> each : Vocabulary.attributes(kind).entrySet()) {
      Object value = thing.get(each.getKey());
      asked.add(kind + "." + each.getKey());
      switch (each.getValue().sort()) {
        case NUMBER, TIME -> assertThat(value).as(each.getKey()).isInstanceOf(Double.class);
        case TEXT -> assertThat(value).as(each.getKey()).isInstanceOf(String.class);
        case TRUTH -> assertThat(value).as(each.getKey()).isInstanceOf(Boolean.class);
        case THING ->
            ((List<?>) value).forEach(it -> walk((Thing) it, each.getValue().kind(), asked));
      }
    }
  }

  @Test
  void rulesSeeWhatWasRecorded() throws Exception {
    Thing run = RecordedRun.of(timeline());
    for (String truth :
        List.of(
            "threads == 2",
            "names(threads.name) == 'one, two'",
            "variables['balance'].lost_updates == 1",
            "variables['balance'].value == 8",
            "variables.writes == 2 and variables.reads == 2",
            "max(threads.end) > min(threads.end)",
            "not deadlocked and not standstill")) {
      assertThat(Expression.condition(truth, Vocabulary.RUN).holds(run)).as(truth).isTrue();
    }
  }

  @Test
  void figuresStandInSentencesAsTheyDoElsewhere() throws Exception {
    Thing run = name -> name.equals("length") ? 41_200_000.0 : Double.NaN;
    assertThat(Figure.of(Expression.parse("length", Vocabulary.RUN), run)).isEqualTo("41.2 ms");
    assertThat(Figure.of(Expression.parse("exit", Vocabulary.RUN), run)).isEqualTo("–");
    assertThat(Figure.of(Expression.parse("1200", Vocabulary.RUN), run)).isEqualTo("1 200");
    assertThat(Figure.of(Expression.parse("1 / 3", Vocabulary.RUN), run)).isEqualTo("0.33");
    assertThat(Figure.of(Expression.parse("'a'", Vocabulary.RUN), run)).isEqualTo("a");
  }
}
