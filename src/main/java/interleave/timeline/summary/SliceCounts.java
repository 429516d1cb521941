package interleave.timeline.summary;

import interleave.timeline.CounterTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.Timeline;

/**
 * How much of what files of other tools tell there is in a run.
 *
 * @param moments of threads, of rows beside them, and of all
 * @param counters how many numbers are followed
 * @param values how often one of them was told
 */
public record SliceCounts(long slices, long moments, long flows, long counters, long values) {
  public static SliceCounts of(Timeline timeline) {
    long slices = 0;
    long moments = timeline.wideMoments().size();
    for (SliceTrack track : timeline.slices()) {
      moments += track.moments().size();
      for (int depth = 0; depth < track.depth(); depth++) {
        slices += track.row(depth).size();
      }
    }
    long values = timeline.counterTracks().stream().mapToLong(CounterTrack::size).sum();
    return new SliceCounts(
        slices, moments, timeline.flows().size(), timeline.counterTracks().size(), values);
  }
}
