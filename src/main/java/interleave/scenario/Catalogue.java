package interleave.scenario;

import java.util.List;
import java.util.Optional;

/** All scenarios, in the order of the gallery. */
public final class Catalogue {
  private static final List<Scenario> ALL =
      List.of(
          SingleChildLesson.scenario(),
          ForkInTwoLesson.scenario(),
          PoolOfProcessesLesson.scenario(),
          SubprocessLesson.scenario(),
          QueueBetweenProcessesLesson.scenario(),
          DistributedProcessesLesson.scenario(),
          StartThreadLesson.scenario(),
          LockAndLostUpdatesLesson.scenario(),
          ThreadLocalsLesson.scenario(),
          GilLesson.scenario(),
          ReadyAndRunningLesson.scenario(),
          TwoLocksLesson.scenario(),
          ProducersConsumersLesson.scenario(),
          PhilosophersLesson.scenario(),
          ReadersAndWritersLesson.scenario(),
          CarParkLesson.scenario(),
          RaceLesson.scenario(),
          BoundedBufferLesson.scenario(),
          ManySleepersLesson.scenario(),
          ForkJoinLesson.scenario(),
          FutureStagesLesson.scenario());

  private Catalogue() {}

  /** Every scenario, group by group. */
  public static List<Scenario> all() {
    return ALL;
  }

  public static Optional<Scenario> find(String id) {
    return ALL.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /**
   * The scenario of that id.
   *
   * @throws IllegalArgumentException when there is none, with the ids that there are
   */
  public static Scenario scenario(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no scenario “"
                        + id
                        + "”; there are "
                        + String.join(", ", ALL.stream().map(Scenario::id).toList())
                        + "."));
  }
}
