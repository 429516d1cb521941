package interleave.scenario;

import interleave.words.Words;
import java.util.Map;

/**
 * A suggestion for the next run.
 *
 * @param words where its label is, as {@code try.key}
 * @param parameters values by parameter name; every other parameter keeps its default
 */
public record Try(Words words, String key, Map<String, String> parameters) {
  public Try {
    parameters = Map.copyOf(parameters);
  }

  /** What it says on the chip. */
  public String label() {
    return words.get("try." + key);
  }
}
