package interleave.tail;

import interleave.event.Recording;
import java.util.List;

/**
 * A recording that is not written any more.
 *
 * @param problems what is known to be wrong with it, one sentence each
 * @param incomplete whether some of it is missing
 */
public record Kept(Recording recording, List<String> problems, boolean incomplete) {
  public Kept {
    problems = List.copyOf(problems);
  }

  static Kept whole(Recording recording) {
    return new Kept(recording, List.of(), false);
  }
}
