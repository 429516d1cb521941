package interleave.lesson;

import interleave.timeline.OutputTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the two threads greeted that had Alice and Bob in one variable. */
final class OwnValue implements Evaluation {
  private static final int MOST_LINES = 1_000;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<String> a = greeted(timeline, "Thread-A");
    Optional<String> b = greeted(timeline, "Thread-B");
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    boolean own = a.get().equals("Alice") && b.get().equals("Bob");
    String answer = own ? "own" : a.equals(b) && a.get().equals("Bob") ? "bob" : "same";
    return Optional.of(new Reveal(answer, words.get("reveal." + answer, a.get(), b.get())));
  }

  private static Optional<String> greeted(Timeline timeline, String thread) {
    // Two that print at once may share a line: each then writes its end of line after the other.
    Pattern said = Pattern.compile("Hello, (\\w+) \\(in " + thread + "\\)");
    OutputTrack output = timeline.output();
    for (int i = 0; i < Math.min(MOST_LINES, output.size()); i++) {
      Matcher hello = said.matcher(output.line(i).text());
      if (hello.find()) {
        return Optional.of(hello.group(1));
      }
    }
    return Optional.empty();
  }
}
