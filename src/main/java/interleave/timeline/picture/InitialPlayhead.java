package interleave.timeline.picture;

import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Folds;
import interleave.timeline.track.TrackKinds;

/**
 * The moment of a run at which a still picture tells most: an update that is being lost, a
 * deadlock, a lock held while another waits, a message on its way, a task that waits while all
 * workers are busy.
 */
public final class InitialPlayhead {
  private InitialPlayhead() {}

  /**
   * Within the run, and not while its interpreter starts; while all threads live where nothing in
   * particular happens.
   */
  public static long of(Timeline timeline) {
    long begin = Math.max(timeline.start(), StartBreak.of(timeline, Folds.NONE).to());
    long moment = TrackKinds.STANDARD.tellingMoment(timeline).orElse(Timeline.OPEN);
    return moment >= begin && moment != Timeline.OPEN ? moment : together(timeline, begin);
  }

  /** While all threads live, or else half-way through. */
  private static long together(Timeline timeline, long begin) {
    long from = begin;
    long to = timeline.now();
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service()) {
        from = Math.max(from, lane.start());
        to = Math.min(to, lane.end());
      }
    }
    boolean ever = from < to;
    long start = ever ? from : begin;
    return start + ((ever ? to : timeline.now()) - start) / 2;
  }
}
