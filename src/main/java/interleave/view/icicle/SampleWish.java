package interleave.view.icicle;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be summed up. */
record SampleWish(
    Timeline timeline,
    Optional<ThingRef> selection,
    Optional<TimeRange> range,
    boolean waiting,
    boolean reversed) {
  StackQuestion question() {
    return StackQuestion.of(timeline, selection, range, waiting, reversed);
  }

  static Answer answer(SampleWish wish, Patience patience) {
    return new Answer(wish, StackSum.of(wish.question(), patience));
  }

  /** What came of it. */
  record Answer(SampleWish wish, StackSum sum) {}

  /** Whether it differs in no more than that the run went on. */
  static boolean isLike(SampleWish one, SampleWish other) {
    return one.timeline.isOfRun(other.timeline)
        && one.selection.equals(other.selection)
        && one.range.equals(other.range)
        && one.waiting == other.waiting
        && one.reversed == other.reversed;
  }

  /** A timeline is itself and no other. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SampleWish wish && wish.timeline == timeline && isLike(this, wish);
  }

  @Override
  public int hashCode() {
    return Objects.hash(System.identityHashCode(timeline), selection, range, waiting, reversed);
  }
}
