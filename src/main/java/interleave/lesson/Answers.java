package interleave.lesson;

import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import java.util.Map;
import java.util.Optional;

/** The evaluation of each scenario's question. */
public final class Answers {
  private static final Map<String, Evaluation> ALL =
      Map.ofEntries(
          Map.entry("child-process", new LastLine()),
          Map.entry("fork", new OwnNumber()),
          Map.entry("subprocess", new WaitForOutput()),
          Map.entry("process-pool", new LastTask()),
          Map.entry("queue-between-processes", new ReadersTime()),
          Map.entry("lock-and-lost-updates", new LostShare()),
          Map.entry("thread", new LastThread()),
          Map.entry("deadlock", new RingOfTwo()),
          Map.entry("virtual-threads", new CarrierCount()),
          Map.entry("thread-local", new OwnValue()),
          Map.entry("producers-consumers", new BackPressure()),
          Map.entry("fork-join", new StolenTasks()),
          Map.entry("completable-future", new CombiningThread()),
          Map.entry("dining-philosophers", new RingOfAll()),
          Map.entry("readers-writers", new ReadersAtOnce()),
          Map.entry("semaphore", new Overtaking()),
          Map.entry("barrier-and-latch", new TimeAtTheBarrier()),
          Map.entry("condition", new WakesInVain()),
          Map.entry("gil", new OneAtATime()),
          Map.entry("ready-and-running", new ProcessorShare()),
          Map.entry("distributed-processes", new ServingProcess()));

  /** Where the program in Python shows something else, or is asked something else. */
  private static final Map<String, Evaluation> IN_PYTHON =
      Map.of(
          "subprocess", new WaitOfParent(),
          "thread", new LastWord(),
          "lock-and-lost-updates", new LostOrUnobserved(),
          "readers-writers", new ReadersCounted(),
          "fork-join", new EvenShares(),
          "gil", new InterpretersTurns(),
          "completable-future", new EventLoopThread());

  private Answers() {}

  /** Whether a run of the scenario can answer its question. */
  public static boolean has(Scenario scenario) {
    return ALL.containsKey(scenario.id());
  }

  /** What the recorded run has answered; empty when it ended too early for an answer. */
  public static Optional<Reveal> of(Scenario scenario, Timeline timeline) {
    Evaluation usual = ALL.get(scenario.id());
    if (usual == null) {
      return Optional.empty();
    }
    return isPython(timeline)
        ? IN_PYTHON
            .getOrDefault(scenario.id(), usual)
            .of(timeline, scenario.words(ProgramLanguage.PYTHON))
        : usual.of(timeline, scenario.words(ProgramLanguage.JAVA));
  }

  /** Whether it was a Python program that was recorded. */
  private static boolean isPython(Timeline timeline) {
    return !timeline.processes().isEmpty()
        && timeline.processes().getFirst().runtime().equals(ProgramLanguage.PYTHON.id());
  }
}
