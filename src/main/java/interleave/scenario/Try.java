package interleave.scenario;

import java.util.Map;

/**
 * A suggestion for the next run.
 *
 * @param label what it says on the chip
 * @param parameters values by parameter name; every other parameter keeps its default
 */
public record Try(String label, Map<String, String> parameters) {
  public Try {
    parameters = Map.copyOf(parameters);
  }
}
