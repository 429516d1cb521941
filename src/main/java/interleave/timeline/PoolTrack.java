package interleave.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pool and its tasks in order of submission. */
public record PoolTrack(int index, String name, List<Task> tasks) {
  /**
   * Times are {@link Timeline#OPEN} until they happen; {@code outcome} is null until the end:
   * {@code done}, {@code failed: …}, {@code lost: …}.
   */
  public record Task(
      int index,
      long id,
      String name,
      long submitted,
      long started,
      long ended,
      int submitter,
      int lane,
      @Nullable String outcome,
      boolean failed,
      boolean lost) {}
}
