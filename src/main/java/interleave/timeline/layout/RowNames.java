package interleave.timeline.layout;

import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;

/** What rows are called where they are chosen by name: as the thing is, and its process. */
public final class RowNames {
  private RowNames() {}

  /** {@code main Writer 27525}. */
  public static String lane(Timeline timeline, int index) {
    ThreadLane lane = timeline.lanes().get(index);
    return within(timeline, lane.name(), lane.process());
  }

  /** {@code balance Bank 27525}; what several processes share has its own name only. */
  public static String of(Timeline timeline, Sort sort, int index) {
    return switch (sort) {
      case LOCK -> {
        var lock = timeline.locks().get(index);
        yield within(timeline, lock.name(), lock.process());
      }
      case SYNCHRONIZER -> {
        var synchronizer = timeline.synchronizers().get(index);
        yield within(timeline, synchronizer.name(), synchronizer.process());
      }
      case VARIABLE -> {
        var variable = timeline.variables().get(index);
        yield within(timeline, variable.name(), variable.process());
      }
      case POOL -> timeline.pools().get(index).name();
      case QUEUE -> timeline.queues().get(index).name();
      case TRACK -> {
        var track = timeline.slices().get(index);
        yield within(timeline, track.name(), track.process());
      }
      case COUNTER -> {
        var counter = timeline.counterTracks().get(index);
        yield within(timeline, counter.name(), counter.process());
      }
      case PIPE -> PipeText.title(timeline, timeline.pipes().get(index));
      case PROCESS -> Lanes.processName(timeline, index);
    };
  }

  private static String within(Timeline timeline, String name, int process) {
    return name + " " + Lanes.processName(timeline, process);
  }

  static ThingRef thing(Sort sort, int index) {
    return switch (sort) {
      case LOCK -> new ThingRef.Lock(index);
      case SYNCHRONIZER -> new ThingRef.Synchronizer(index);
      case VARIABLE -> new ThingRef.Variable(index);
      case POOL -> new ThingRef.Pool(index);
      case QUEUE -> new ThingRef.Queue(index);
      case PIPE -> new ThingRef.Pipe(index);
      case TRACK -> new ThingRef.Track(index);
      case COUNTER -> new ThingRef.Counter(index);
      case PROCESS -> new ThingRef.Process(index);
    };
  }
}
