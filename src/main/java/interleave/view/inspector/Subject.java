package interleave.view.inspector;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the inspector says of a thing. */
public record Subject(String title, List<Fact> facts) {
  /**
   * A name and a value, such as {@code held by} and {@code Thread-1 since 1.3 µs}.
   *
   * @param place where in the source that is, which can be gone to; null for nowhere
   * @param moment what can be gone to in the timeline; null for nothing
   */
  public record Fact(String name, String value, @Nullable Site place, @Nullable Moment moment) {
    Fact(String name, String value) {
      this(name, value, null, null);
    }

    Fact(String name, String value, Site place) {
      this(name, value, place, null);
    }
  }

  /** What one can go to, and when. */
  public record Moment(ThingRef thing, long time) {}
}
