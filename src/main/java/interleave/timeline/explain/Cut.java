package interleave.timeline.explain;

import interleave.timeline.LockTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;

/** What has no end in a recording of which some is missing: how it went on is not known. */
final class Cut {
  private Cut() {}

  /** Whether it still went on where such a recording ends. */
  static boolean goesOn(Timeline timeline, ThingRef thing) {
    return timeline.incomplete() && !timeline.live() && end(timeline, thing) == Timeline.OPEN;
  }

  /** When it ended; 0 for what has no end. */
  private static long end(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Process(int index) -> timeline.processes().get(index).died();
      case ThingRef.Lane(int index) -> lane(timeline.lanes().get(index));
      case ThingRef.Span(int lane, long start) -> span(timeline.lanes().get(lane).spans(), start);
      case ThingRef.Hold(int lock, long start) -> hold(timeline.locks().get(lock).holds(), start);
      case ThingRef.Message(int queue, int index) ->
          message(timeline.queues().get(queue).message(index));
      case ThingRef.Task(int pool, int index) ->
          timeline.pools().get(pool).tasks().get(index).ended();
      case ThingRef.Phase(int index) -> phase(timeline.phases().get(index));
      case ThingRef.Crowd _, ThingRef.CrowdMoment _, ThingRef.Lock _, ThingRef.HoldSum _ -> 0;
      case ThingRef.Synchronizer _, ThingRef.Opening _, ThingRef.Queue _ -> 0;
      case ThingRef.Host _, ThingRef.Group _, ThingRef.GroupMoment _ -> 0;
      case ThingRef.Variable _, ThingRef.Access _, ThingRef.LostUpdate _, ThingRef.Pool _ -> 0;
      case ThingRef.Pipe _, ThingRef.Gil _, ThingRef.GilHold _, ThingRef.Cpu _ -> 0;
      case ThingRef.Line _, ThingRef.Local _, ThingRef.Deadlock _, ThingRef.Sighting _ -> 0;
      case ThingRef.Slice _, ThingRef.Track _, ThingRef.Moment _, ThingRef.WideMoment _ -> 0;
      case ThingRef.Flow _, ThingRef.Counter _, ThingRef.CounterValue _ -> 0;
    };
  }

  private static long lane(ThreadLane lane) {
    return lane.start() == Timeline.OPEN ? 0 : lane.end();
  }

  private static long span(Spans spans, long start) {
    int at = spans.at(start);
    return at < 0 ? 0 : spans.end(at);
  }

  private static long hold(LockTrack.Holds holds, long start) {
    int at = holds.at(start);
    return at < 0 ? 0 : holds.end(at);
  }

  private static long message(QueueTrack.Message message) {
    return message.put() == Timeline.OPEN || message.lost() ? 0 : message.get();
  }

  private static long phase(ProgramPhase phase) {
    return phase.end();
  }
}
