package interleave.lesson;

import interleave.timeline.OutputTrack;
import interleave.timeline.Timeline;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was printed in a run, and by whom. */
final class Printed {
  private Printed() {}

  /** The processes that printed something, by their index. */
  static Set<Integer> by(Timeline timeline) {
    Set<Integer> printed = new TreeSet<>();
    OutputTrack output = timeline.output();
    for (int i = 0; i < output.size(); i++) {
      printed.add(output.line(i).process());
    }
    return printed;
  }

  /** The last line that is like that. */
  static Optional<Matcher> last(Timeline timeline, Pattern like) {
    OutputTrack output = timeline.output();
    for (int i = output.size() - 1; i >= 0; i--) {
      Matcher line = like.matcher(output.line(i).text());
      if (line.matches()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }
}
