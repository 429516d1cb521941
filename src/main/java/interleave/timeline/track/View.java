package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drawn of a timeline, and how.
 *
 * @param playhead a time, or {@link Timeline#OPEN} for none
 * @param bookmarks times that the user marked
 * @param range what is asked about in particular, null for nothing
 * @param path the critical path that is shown, null for none
 */
public record View(
    Timeline timeline,
    Viewport viewport,
    PictureAreas frame,
    Folds folds,
    long playhead,
    @Nullable ThingRef selection,
    @Nullable ThingRef hover,
    List<TimeMark> bookmarks,
    @Nullable TimeRange range,
    @Nullable CriticalPath path) {

  public static View of(Timeline timeline, Viewport viewport, PictureAreas frame) {
    return new View(
        timeline, viewport, frame, Folds.NONE, Timeline.OPEN, null, null, List.of(), null, null);
  }

  public View withPlayhead(long time) {
    return new View(
        timeline, viewport, frame, folds, time, selection, hover, bookmarks, range, path);
  }

  public View withSelection(@Nullable ThingRef thing) {
    return new View(
        timeline, viewport, frame, folds, playhead, thing, hover, bookmarks, range, path);
  }

  public View withHover(@Nullable ThingRef thing) {
    return new View(
        timeline, viewport, frame, folds, playhead, selection, thing, bookmarks, range, path);
  }

  public View withFolds(Folds changed) {
    return new View(
        timeline, viewport, frame, changed, playhead, selection, hover, bookmarks, range, path);
  }

  public View withFrame(PictureAreas changed) {
    return new View(
        timeline, viewport, changed, folds, playhead, selection, hover, bookmarks, range, path);
  }

  /** Scrolled down by so many pixels. */
  public View scrolled(double pixels) {
    Viewport at = viewport.scrolled(pixels);
    return new View(timeline, at, frame, folds, playhead, selection, hover, bookmarks, range, path);
  }

  /** The colour of a thread. */
  public Role thread(int lane) {
    return Role.thread(timeline.hue(lane));
  }

  /** Words on that colour. */
  Role onThread(int lane) {
    return Role.onThread(timeline.hue(lane));
  }

  /** Whether that thing is pointed at or selected. */
  boolean lit(ThingRef thing) {
    return thing.equals(selection) || thing.equals(hover);
  }

  /** The moment that "now" means in words beside a track: the playhead, or the end. */
  public long moment() {
    return playhead == Timeline.OPEN ? timeline.now() : playhead;
  }

  /** {@code time}, or now for an end that has not come. */
  long closed(long time) {
    return time == Timeline.OPEN ? timeline.now() : time;
  }
}
