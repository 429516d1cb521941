package interleave.program.annotation;

import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** The same of a run whose times are all later by that much. */
  public Annotations later(long nanos) {
    return new Annotations(
        marks.stream().map(it -> new TimeMark(it.time() + nanos, it.note())).toList(),
        typed.stream().map(it -> new Typed(it.time() + nanos, it.text())).toList(),
        guess,
        range.map(it -> new TimeRange(it.from() + nanos, it.to() + nanos)));
  }

  /** Those of several runs that became one; what can be there only once is that of the first. */
  public static Annotations joined(List<Annotations> all) {
    return new Annotations(
        all.stream().flatMap(each -> each.marks.stream()).toList(),
        all.stream()
            .flatMap(each -> each.typed.stream())
            .sorted(Comparator.comparingLong(Typed::time))
            .toList(),
        Optional.empty(),
        all.stream().flatMap(each -> each.range.stream()).findFirst());
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
