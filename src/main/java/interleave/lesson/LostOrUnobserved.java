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
        .or(() -> Printed.last(timeline, BALANCE).map(line -> unobserved(line.group(1), words)));
  }

  private static Reveal unobserved(String end, Words words) {
    return end.equals("0")
        ? new Reveal("none", words.get("reveal.unobserved", end))
        : Reveal.open(words.get("reveal.uncounted", end));
  }
}
