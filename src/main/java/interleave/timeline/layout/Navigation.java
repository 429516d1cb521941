package interleave.timeline.layout;

import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Wakes;
import org.jspecify.annotations.Nullable;

/** From one thing to the next: along a lane, and along arrows from lane to lane. */
public final class Navigation {
  private Navigation() {}

  /** The span after (1) or before (-1) the selected thing; null at either end. */
  public static @Nullable ThingRef step(
      Timeline timeline, @Nullable ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Span(int lane, long start) -> neighbour(timeline, lane, start, direction);
      case ThingRef.Lane(int lane) -> spanAt(timeline, lane, playhead);
      case ThingRef.Message(int queue, int index) ->
          inside(index + direction, timeline.queues().get(queue).messages())
              ? new ThingRef.Message(queue, index + direction)
              : null;
      case ThingRef.LostUpdate(int variable, int index) ->
          inside(index + direction, timeline.variables().get(variable).lostUpdates())
              ? new ThingRef.LostUpdate(variable, index + direction)
              : null;
      case ThingRef.Access(int variable, int index) ->
          inside(index + direction, timeline.variables().get(variable).size())
              ? new ThingRef.Access(variable, index + direction)
              : null;
      case ThingRef.Opening(int synchronizer, int index) ->
          inside(index + direction, timeline.synchronizers().get(synchronizer).openings())
              ? new ThingRef.Opening(synchronizer, index + direction)
              : null;
      case ThingRef.Hold(int lock, long start) -> hold(timeline, lock, start, direction);
      case null, default -> timeline.lanes().isEmpty() ? null : spanAt(timeline, 0, playhead);
    };
  }

  /** Where an arrow from (1) or to (-1) the selected thing leads; null when there is none. */
  public static @Nullable ThingRef follow(
      Timeline timeline, @Nullable ThingRef from, int direction) {
    if (from instanceof ThingRef.Message(int queue, int index)) {
      QueueTrack.Message message = timeline.queues().get(queue).message(index);
      int lane = direction > 0 ? message.toLane() : message.fromLane();
      long time = direction > 0 ? message.get() : message.put();
      return lane < 0 || time == Timeline.OPEN ? null : spanAt(timeline, lane, time);
    }
    if (!(from instanceof ThingRef.Span(int lane, long start))) {
      return null;
    }
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(start);
    if (i < 0) {
      return null;
    }
    ThingRef message = message(timeline, lane, spans.start(i), spans.end(i), direction);
    if (message != null) {
      return message;
    }
    ThingRef woken = wake(timeline, lane, spans.start(i), spans.end(i), direction);
    return woken != null ? woken : arrow(timeline, lane, spans.start(i), spans.end(i), direction);
  }

  private static @Nullable ThingRef message(
      Timeline timeline, int lane, long from, long to, int direction) {
    for (QueueTrack queue : timeline.queues()) {
      for (int i = 0; i < queue.messages(); i++) {
        QueueTrack.Message message = queue.message(i);
        long time = direction > 0 ? message.put() : message.get();
        int at = direction > 0 ? message.fromLane() : message.toLane();
        if (at == lane && time >= from && time <= to) {
          return new ThingRef.Message(queue.index(), i);
        }
      }
    }
    return null;
  }

  /** Whom the thread let go on meanwhile, or who let it go on. */
  private static @Nullable ThingRef wake(
      Timeline timeline, int lane, long from, long to, int direction) {
    Wakes wakes = timeline.wakes();
    for (int i = Math.max(0, wakes.at(from - 1) + 1); i < wakes.size(); i++) {
      boolean there = direction > 0 ? wakes.fromLane(i) == lane : wakes.toLane(i) == lane;
      long time = direction > 0 ? wakes.fromTime(i) : wakes.toTime(i);
      if (there && time >= from && time <= to) {
        return direction > 0
            ? spanAt(timeline, wakes.toLane(i), wakes.toTime(i))
            : spanAt(timeline, wakes.fromLane(i), wakes.fromTime(i));
      }
    }
    return null;
  }

  private static @Nullable ThingRef arrow(
      Timeline timeline, int lane, long from, long to, int direction) {
    Timeline.Arrow start = direction < 0 ? timeline.startOf(lane) : null;
    if (start != null && start.toTime() >= from && start.toTime() <= to) {
      return spanAt(timeline, start.fromLane(), start.fromTime());
    }
    for (Timeline.Arrow arrow : timeline.arrows()) {
      int at = direction > 0 ? arrow.fromLane() : arrow.toLane();
      int other = direction > 0 ? arrow.toLane() : arrow.fromLane();
      long time = direction > 0 ? arrow.fromTime() : arrow.toTime();
      if (at == lane && other >= 0 && time >= from && time <= to) {
        return spanAt(timeline, other, direction > 0 ? arrow.toTime() : arrow.fromTime());
      }
    }
    return null;
  }

  private static @Nullable ThingRef neighbour(
      Timeline timeline, int lane, long start, int direction) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(start) + direction;
    return inside(i, spans.size()) ? new ThingRef.Span(lane, spans.start(i)) : null;
  }

  private static @Nullable ThingRef hold(Timeline timeline, int lock, long start, int direction) {
    var holds = timeline.locks().get(lock).holds();
    int i = holds.at(start) + direction;
    return inside(i, holds.size()) ? new ThingRef.Hold(lock, holds.start(i)) : null;
  }

  private static @Nullable ThingRef spanAt(Timeline timeline, int lane, long time) {
    Spans spans = timeline.lanes().get(lane).spans();
    if (spans.size() == 0) {
      return new ThingRef.Lane(lane);
    }
    int i = Math.max(0, spans.at(time == Timeline.OPEN ? timeline.now() : time));
    return new ThingRef.Span(lane, spans.start(i));
  }

  private static boolean inside(int index, int size) {
    return index >= 0 && index < size;
  }
}
