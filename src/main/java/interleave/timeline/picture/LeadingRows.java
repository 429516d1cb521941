package interleave.timeline.picture;

import interleave.timeline.Spans;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.track.TrackKinds;
import java.util.List;
import java.util.Map;

/**
 * Which rows are to stand directly below the threads: those that its lesson is about. Of a lesson
 * on a lock that the run does without those of variables; of a program that nobody has said
 * anything about those of what its threads waited for longest, or else of variables with lost
 * updates.
 */
public final class LeadingRows {
  private static final Map<ThreadState, Sort> WAITS =
      Map.of(
          ThreadState.LOCK_WAIT, Sort.LOCK,
          ThreadState.QUEUE_WAIT, Sort.QUEUE,
          ThreadState.SYNC_WAIT, Sort.SYNCHRONIZER);

  /** Who waited less has not waited. */
  private static final long LEAST = 1_000_000;

  private static final int MOST_LANES = 64;

  private LeadingRows() {}

  /**
   * The kind of those rows, empty where none has more reason than others.
   *
   * @param subject what its lesson is about, empty where there is none
   */
  public static String of(String subject, Timeline timeline) {
    boolean lockless = subject.equals(TrackKinds.name(Sort.LOCK)) && timeline.locks().isEmpty();
    if (!subject.isEmpty() && !lockless) {
      return subject;
    }
    if (lockless && !timeline.variables().isEmpty()) {
      return TrackKinds.name(Sort.VARIABLE);
    }
    return timeline.live() ? subject : of(timeline);
  }

  /** The same of what nobody has said anything about, when it is over. */
  public static String of(Timeline timeline) {
    long longest = LEAST;
    String kind = "";
    for (ThreadState state : ThreadState.values()) {
      Sort sort = WAITS.get(state);
      long ns = sort == null || rows(timeline, sort).isEmpty() ? 0 : waited(timeline, state);
      if (sort != null && ns > longest) {
        longest = ns;
        kind = TrackKinds.name(sort);
      }
    }
    boolean lost = timeline.variables().stream().mapToInt(VariableTrack::lostUpdates).sum() > 0;
    return kind.isEmpty() && lost ? TrackKinds.name(Sort.VARIABLE) : kind;
  }

  private static List<?> rows(Timeline timeline, Sort sort) {
    return switch (sort) {
      case LOCK -> timeline.locks();
      case QUEUE -> timeline.queues();
      case SYNCHRONIZER -> timeline.synchronizers();
      case VARIABLE, POOL, PIPE, PROCESS, TRACK, COUNTER -> List.of();
    };
  }

  private static long waited(Timeline timeline, ThreadState state) {
    long ns = 0;
    int lanes = 0;
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      Spans spans = lane.spans();
      ns += lane.service() ? 0 : spans.nanosIn(state, timeline.start(), timeline.now());
      if (++lanes == MOST_LANES) {
        break;
      }
    }
    return ns;
  }
}
