package interleave.timeline.stack;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of what it is asked where time goes.
 *
 * @param lanes null for all that are no tool's
 * @param waiting whether samples of threads that wait count, too
 * @param reversed whether innermost frames are the roots
 */
public record StackQuestion(
    Timeline timeline,
    @Nullable Set<Integer> lanes,
    TimeRange range,
    boolean waiting,
    boolean reversed) {

  /** Of the whole run, running threads only. */
  public static StackQuestion whole(Timeline timeline) {
    return new StackQuestion(timeline, null, TimeRange.whole(timeline), false, false);
  }

  /**
   * Of what is selected, if that is a span, a thread or a process, within the range, if there is
   * one.
   */
  public static StackQuestion of(
      Timeline timeline,
      Optional<ThingRef> selected,
      Optional<TimeRange> range,
      boolean waiting,
      boolean reversed) {
    TimeRange within = range.orElse(TimeRange.whole(timeline));
    Set<Integer> lanes = null;
    if (selected.orElse(null) instanceof ThingRef.Span span) {
      lanes = Set.of(span.lane());
      within = common(within, spanOf(timeline, span));
    } else if (selected.orElse(null) instanceof ThingRef.Lane lane) {
      lanes = Set.of(lane.index());
    } else if (selected.orElse(null) instanceof ThingRef.Process process) {
      ProcessTrack of = timeline.processes().get(process.index());
      lanes = Set.copyOf(of.lanes());
    }
    return new StackQuestion(timeline, lanes, within, waiting, reversed);
  }

  /** The same within a stretch of time. */
  public StackQuestion within(TimeRange other) {
    return new StackQuestion(timeline, lanes, other, waiting, reversed);
  }

  private static TimeRange spanOf(Timeline timeline, ThingRef.Span span) {
    ThreadLane lane = timeline.lanes().get(span.lane());
    int i = lane.spans().at(span.start());
    long end = i < 0 ? span.start() : Math.min(lane.spans().end(i), timeline.now());
    return new TimeRange(span.start(), Math.max(span.start(), end));
  }

  private static TimeRange common(TimeRange one, TimeRange other) {
    long from = Math.max(one.from(), other.from());
    return new TimeRange(from, Math.max(from, Math.min(one.to(), other.to())));
  }

  /** Whether the samples of that lane count. */
  boolean asksFor(int lane) {
    return lanes == null ? !timeline.lanes().get(lane).service() : lanes.contains(lane);
  }
}
