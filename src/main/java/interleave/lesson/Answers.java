package interleave.lesson;

import interleave.scenario.Check;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How a run answers the question of its scenario. */
public final class Answers {
  /** The evaluations that a lesson may name where rules would be too weak. */
  private static final Map<String, Evaluation> EVALUATIONS =
      Map.ofEntries(
          Map.entry("last-line", new LastLine()),
          Map.entry("own-number", new OwnNumber()),
          Map.entry("wait-for-output", new WaitForOutput()),
          Map.entry("last-task", new LastTask()),
          Map.entry("readers-time", new ReadersTime()),
          Map.entry("lost-share", new LostShare()),
          Map.entry("last-thread", new LastThread()),
          Map.entry("carrier-count", new CarrierCount()),
          Map.entry("own-value", new OwnValue()),
          Map.entry("back-pressure", new BackPressure()),
          Map.entry("stolen-tasks", new StolenTasks()),
          Map.entry("combining-thread", new CombiningThread()),
          Map.entry("readers-at-once", new ReadersAtOnce()),
          Map.entry("overtaking", new Overtaking()),
          Map.entry("time-at-the-barrier", new TimeAtTheBarrier()),
          Map.entry("wakes-in-vain", new WakesInVain()),
          Map.entry("one-at-a-time", new OneAtATime()),
          Map.entry("processor-share", new ProcessorShare()),
          Map.entry("serving-process", new ServingProcess()),
          Map.entry("wait-of-parent", new WaitOfParent()),
          Map.entry("last-word", new LastWord()),
          Map.entry("lost-or-unobserved", new LostOrUnobserved()),
          Map.entry("readers-counted", new ReadersCounted()),
          Map.entry("even-shares", new EvenShares()),
          Map.entry("interpreters-turns", new InterpretersTurns()),
          Map.entry("event-loop-thread", new EventLoopThread()));

  private Answers() {}

  /** Whether a run of the scenario can answer its question, in each of its languages. */
  public static boolean has(Scenario scenario) {
    return scenario.question().isAsked()
        && scenario.languages().stream().map(scenario.question()::check).allMatch(Answers::isKnown);
  }

  private static boolean isKnown(Check check) {
    return check.evaluation().isEmpty()
        ? check.isThere()
        : EVALUATIONS.containsKey(check.evaluation());
  }

  /** The evaluations there are, by the names that lessons call them. */
  public static Set<String> evaluations() {
    return new TreeSet<>(EVALUATIONS.keySet());
  }

  /** What the recorded run has answered; empty when it ended too early for an answer. */
  public static Optional<Reveal> of(Scenario scenario, Timeline timeline) {
    TimeText.by(timeline);
    ProgramLanguage language = language(timeline);
    Check check = scenario.question().check(language);
    Words words = scenario.words(language);
    return check.evaluation().isEmpty()
        ? new Rules(check.rules()).of(timeline, words)
        : Optional.ofNullable(EVALUATIONS.get(check.evaluation()))
            .flatMap(evaluation -> evaluation.of(timeline, words));
  }

  /** In which language the program was that was recorded. */
  private static ProgramLanguage language(Timeline timeline) {
    return timeline.processes().isEmpty()
        ? ProgramLanguage.JAVA
        : ProgramLanguage.ofRuntime(timeline.processes().getFirst().runtime());
  }
}
