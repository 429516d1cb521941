package interleave.scenario;

import java.util.Map;

/**
 * What a learner is to bring the program to who chooses its threads by hand.
 *
 * @param what as the laboratory calls it: {@code lost-updates}, {@code deadlocks}, {@code
 *     exceptions}
 * @param values parameters by which the program is small enough for that; every other one has its
 *     default
 */
public record Goal(String what, Map<String, String> values) {
  public Goal {
    values = Map.copyOf(values);
  }
}
