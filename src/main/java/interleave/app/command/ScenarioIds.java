package interleave.app.command;

import interleave.scenario.Catalogue;
import interleave.scenario.FoundLesson;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
  public static Scenario find(String id) {
    return Catalogue.find(id).orElseThrow(() -> unknown(id, "unknown.scenario"));
  }

  /**
   * There is none of that id, but perhaps one that is meant.
   *
   * @param key what is said where there is none
   */
  static UsageException unknown(String id, String key) {
    Optional<FoundLesson> broken =
        Catalogue.refused().stream().filter(each -> each.name().equals(id)).findFirst();
    if (broken.isPresent()) {
      return new UsageException(broken.get().told());
    }
    return new UsageException(
        Nearest.to(id, all())
            .map(near -> WORDS.get("unknown.near", id, near))
            .orElseGet(() -> WORDS.get(key, id, String.join(", ", all()))));
  }
}
