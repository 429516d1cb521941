package interleave.timeline.tableau;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Before what threads stand in a run of which somebody says who goes on.
 *
 * @param next what each would do next, by lane
 */
public record Choices(Map<Integer, Next> next) {
  /** Nobody says who goes on. */
  public static final Choices NONE = new Choices(Map.of());

  public Choices {
    next = Map.copyOf(next);
  }

  /**
   * What a thread would do next.
   *
   * @param canGoOn whether it may be chosen
   * @param key by which it is chosen; empty for none
   * @param went whether it is the one that went on then
   */
  public record Next(String does, boolean canGoOn, String key, boolean went) {}

  /** What that lane would do; null where nothing is known of it. */
  public @Nullable Next of(int lane) {
    return next.get(lane);
  }
}
