package interleave.program.annotation;

import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user added to a run. Times are those of the timeline.
 *
 * @param marks in the order of their times
 * @param typed lines of standard input, in the order in which they were typed
 * @param guess the key of the answer that was foretold
 * @param range the stretch of time that was asked about last
 */
public record Annotations(
    List<TimeMark> marks, List<Typed> typed, Optional<String> guess, Optional<TimeRange> range) {
  public static final Annotations NONE =
      new Annotations(List.of(), List.of(), Optional.empty(), Optional.empty());

  /** A line of standard input, and when it was typed. */
  public record Typed(long time, String text) {}

  public Annotations {
    marks = marks.stream().sorted().toList();
    typed = List.copyOf(typed);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public Annotations withMarks(List<TimeMark> others) {
    return new Annotations(others, typed, guess, range);
  }

  public Annotations withTyped(Typed line) {
    List<Typed> more = new ArrayList<>(typed);
    more.add(line);
    return new Annotations(marks, more, guess, range);
  }

  public Annotations withGuess(Optional<String> foretold) {
    return new Annotations(marks, typed, foretold, range);
  }

  public Annotations withRange(Optional<TimeRange> asked) {
    return new Annotations(marks, typed, guess, asked);
  }
}
