package interleave.lesson;

import interleave.timeline.OutputTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;

/** What parent and child print of the variable that each changed after the fork. */
final class OwnNumber implements Evaluation {
  private static final int BEFORE = 10;
  private static final int CHILD = 1;
  private static final int PARENT = 100;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<Integer> parent = printed(timeline.output(), "parent: number = ");
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    String child = printed(timeline.output(), "child: number = ").map(String::valueOf).orElse("–");
    int number = parent.get();
    String answer =
        number == BEFORE + PARENT ? "own" : number == BEFORE + PARENT + CHILD ? "both" : "none";
    return Optional.of(new Reveal(answer, words.get("reveal." + answer, number, child)));
  }

  /** The number behind the first line that begins so. */
  private static Optional<Integer> printed(OutputTrack output, String begin) {
    for (int i = 0; i < output.size(); i++) {
      String text = output.line(i).text();
      if (text.startsWith(begin)) {
        return Optional.of(Integer.valueOf(text.substring(begin.length())));
      }
    }
    return Optional.empty();
  }
}
