package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drawn of a timeline, and how.
 *
 * @param playhead a time, or {@link Timeline#OPEN} for none
 * @param bookmarks times that the user marked
 */
public record View(
    Timeline timeline,
    Viewport viewport,
    PictureAreas frame,
    Folds folds,
    long playhead,
    @Nullable ThingRef selection,
    @Nullable ThingRef hover,
    List<Long> bookmarks) {

  public static View of(Timeline timeline, Viewport viewport, PictureAreas frame) {
    return new View(timeline, viewport, frame, Folds.NONE, Timeline.OPEN, null, null, List.of());
  }

  public View withPlayhead(long time) {
    return new View(timeline, viewport, frame, folds, time, selection, hover, bookmarks);
  }

  public View withSelection(@Nullable ThingRef thing) {
    return new View(timeline, viewport, frame, folds, playhead, thing, hover, bookmarks);
  }

  public View withHover(@Nullable ThingRef thing) {
    return new View(timeline, viewport, frame, folds, playhead, selection, thing, bookmarks);
  }

  public View withFolds(Folds changed) {
    return new View(timeline, viewport, frame, changed, playhead, selection, hover, bookmarks);
  }

  public View withFrame(PictureAreas changed) {
    return new View(timeline, viewport, changed, folds, playhead, selection, hover, bookmarks);
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
