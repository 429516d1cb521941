package interleave.lesson;

import interleave.lesson.recorded.Figure;
import interleave.lesson.recorded.RecordedRun;
import interleave.scenario.Check;
import interleave.scenario.expression.Thing;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** An evaluation that a lesson says by itself: the first of its rules that holds. */
record Rules(List<Check.Rule> rules) implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    if (timeline.processes().isEmpty()) {
      return Optional.empty();
    }
    Thing run = RecordedRun.of(timeline);
    return rules.stream()
        .filter(rule -> rule.when().holds(run))
        .findFirst()
        .map(rule -> reveal(rule, run, words));
  }

  private static Reveal reveal(Check.Rule rule, Thing run, Words words) {
    List<Object> values = rule.values().stream().map(value -> Figure.of(value, run)).toList();
    String key = "reveal." + rule.reveal();
    String sentence =
        !values.isEmpty() && values.getFirst().equals("1")
            ? words.count(key, 1, values.subList(1, values.size()).toArray())
            : words.get(key, values.toArray());
    return rule.answer().isEmpty() ? Reveal.open(sentence) : new Reveal(rule.answer(), sentence);
  }
}
