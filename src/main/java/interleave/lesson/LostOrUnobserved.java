package interleave.lesson;

import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many of the updates of the balance were lost, where its steps were observed; otherwise only
 * where it ended.
 */
final class LostOrUnobserved implements Evaluation {
  private static final Pattern BALANCE = Pattern.compile("Balance: (-?\\d+)");

  private final Evaluation observed = new LostShare();

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    return observed
        .of(timeline, words)
        .or(
            () ->
                Printed.last(timeline, BALANCE)
                    .map(line -> unobserved(timeline, line.group(1), words)));
  }

  private static Reveal unobserved(Timeline timeline, String end, Words words) {
    if (!end.equals("0")) {
      return Reveal.open(words.get("reveal.uncounted", end));
    }
    String key = isLocked(timeline) ? "reveal.locked" : "reveal.unobserved";
    return new Reveal("none", words.get(key, end));
  }

  /** Whether threads shared a lock. */
  private static boolean isLocked(Timeline timeline) {
    return timeline.locks().stream().anyMatch(lock -> lock.owners().size() > 1);
  }
}
