package interleave.scenario;

import interleave.scenario.Parameter.WholeNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All scenarios, in the order of the gallery. */
public final class Catalogue {
  private static final List<Scenario> ALL =
      List.of(
          PoolOfProcessesWords.scenario(),
          QueueBetweenProcessesWords.scenario(),
          LockAndLostUpdatesWords.scenario());

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

  /** The seed, a parameter of every scenario that draws random numbers. */
  static WholeNumber seed() {
    return new WholeNumber(
        "seed",
        "seed",
        "With the same number here, the random lengths are the same in every run.",
        "",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Map.of("", "random"));
  }
}
