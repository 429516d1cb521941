package interleave.timeline.picture;

import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.track.TrackKinds;

/**
 * The moment of a run at which a still picture tells most: an update that is being lost, a
 * deadlock, a lock held while another waits, a message on its way, a task that waits while all
 * workers are busy.
 */
public final class InitialPlayhead {
  private InitialPlayhead() {}

  /** Within the run; while all threads live where nothing in particular happens. */
  public static long of(Timeline timeline) {
    return TrackKinds.STANDARD.tellingMoment(timeline).orElseGet(() -> together(timeline));
  }

  /** While all threads live, or else half-way through. */
  private static long together(Timeline timeline) {
    long from = timeline.start();
    long to = timeline.now();
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service()) {
        from = Math.max(from, lane.start());
        to = Math.min(to, lane.end());
      }
    }
    boolean ever = from < to;
    long start = ever ? from : timeline.start();
    return start + ((ever ? to : timeline.now()) - start) / 2;
  }
}
