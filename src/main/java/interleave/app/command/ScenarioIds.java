package interleave.app.command;

import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.util.Iterator;
import java.util.List;

/** What scenarios are called on the command line; what a shell completes, too. */
public final class ScenarioIds implements Iterable<String> {
  private static final Words WORDS = Words.of("app");

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }

  private static List<String> all() {
    return Catalogue.all().stream().map(Scenario::id).toList();
  }

  /** The scenario of that id. */
  static Scenario find(String id) {
    return Catalogue.find(id).orElseThrow(() -> unknown(id, "unknown.scenario"));
  }

  /**
   * There is none of that id, but perhaps one that is meant.
   *
   * @param key what is said where there is none
   */
  static UsageException unknown(String id, String key) {
    return new UsageException(
        Nearest.to(id, all())
            .map(near -> WORDS.get("unknown.near", id, near))
            .orElseGet(() -> WORDS.get(key, id, String.join(", ", all()))));
  }
}
