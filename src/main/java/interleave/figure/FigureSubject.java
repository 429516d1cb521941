package interleave.figure;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.layout.Folds;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.range.TimeMark;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The run that a figure is of.
 *
 * @param caption what stands above and below, in the language that is spoken when it is asked for
 * @param folds what is folded, opened and hidden
 * @param playhead a time, or {@link Timeline#OPEN} for one that tells much
 * @param path the critical path to draw, null for none
 * @param marks of the user's
 * @param created when it ran
 */
public record FigureSubject(
    Timeline timeline,
    Supplier<FigureCaption> caption,
    Folds folds,
    long playhead,
    @Nullable ThingRef selection,
    @Nullable CriticalPath path,
    List<TimeMark> marks,
    Instant created) {
  public FigureSubject {
    marks = List.copyOf(marks);
  }

  /** All of a run as one begins to look. */
  public static FigureSubject of(
      Timeline timeline, Supplier<FigureCaption> caption, String leading, Instant created) {
    return new FigureSubject(
        timeline,
        caption,
        Folds.NONE.leading(leading),
        Timeline.OPEN,
        null,
        null,
        List.of(),
        created);
  }

  /** The same as somebody looks at it. */
  public FigureSubject seen(
      Folds how, long moment, @Nullable ThingRef thing, @Nullable CriticalPath shown) {
    return new FigureSubject(timeline, caption, how, moment, thing, shown, marks, created);
  }

  /** The same with marks of the user's. */
  public FigureSubject marked(List<TimeMark> others) {
    return new FigureSubject(timeline, caption, folds, playhead, selection, path, others, created);
  }
}
