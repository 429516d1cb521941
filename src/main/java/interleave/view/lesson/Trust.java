package interleave.view.lesson;

import interleave.scenario.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which lessons of others may run, by the check of all that is in them: whatever is changed is
 * asked about again.
 *
 * @param text where the checks are kept, with blanks between them
 * @param keeping keeps that text
 */
public record Trust(Supplier<String> text, Consumer<String> keeping) {
  private static final int MOST = 500;

  /** Whether code of that origin may run. */
  public boolean holds(Origin origin) {
    return origin.isOurs() || checks().contains(origin.check());
  }

  private List<String> checks() {
    return List.of(text.get().strip().split("\\s+", -1));
  }

  /** It may from now on. */
  public void give(Origin origin) {
    if (!holds(origin)) {
      List<String> all = new ArrayList<>(checks());
      all.add(origin.check());
      keeping.accept(
          String.join(" ", all.subList(Math.max(0, all.size() - MOST), all.size())).strip());
    }
  }
}
