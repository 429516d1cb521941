package interleave.timeline.layout;

import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Wakes;
import org.jspecify.annotations.Nullable;

/** From span to span: along a lane, and along arrows from lane to lane. */
public final class SpanLinks {
  private SpanLinks() {}

  /** What a thread does at that moment; the thread where it never did anything. */
  public static ThingRef at(Timeline timeline, int lane, long time) {
    Spans spans = timeline.lanes().get(lane).spans();
    if (spans.size() == 0) {
      return new ThingRef.Lane(lane);
    }
    int i = Math.max(0, spans.at(time == Timeline.OPEN ? timeline.now() : time));
    return new ThingRef.Span(lane, spans.start(i));
  }

  /** The span after (1) or before (-1) the one that starts then, or that one at either end. */
  public static ThingRef next(Timeline timeline, int lane, long start, int direction) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(start) + direction;
    return new ThingRef.Span(lane, i >= 0 && i < spans.size() ? spans.start(i) : start);
  }

  /** Where an arrow from (1) or to (-1) a span leads; null when there is none. */
  public static @Nullable ThingRef follow(Timeline timeline, int lane, long start, int direction) {
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
            ? at(timeline, wakes.toLane(i), wakes.toTime(i))
            : at(timeline, wakes.fromLane(i), wakes.fromTime(i));
      }
    }
    return null;
  }

  private static @Nullable ThingRef arrow(
      Timeline timeline, int lane, long from, long to, int direction) {
    Timeline.Arrow start = direction < 0 ? timeline.startOf(lane) : null;
    if (start != null && start.toTime() >= from && start.toTime() <= to) {
      return at(timeline, start.fromLane(), start.fromTime());
    }
    for (Timeline.Arrow arrow : timeline.arrows()) {
      int at = direction > 0 ? arrow.fromLane() : arrow.toLane();
      int other = direction > 0 ? arrow.toLane() : arrow.fromLane();
      long time = direction > 0 ? arrow.fromTime() : arrow.toTime();
      if (at == lane && other >= 0 && time >= from && time <= to) {
        return at(timeline, other, direction > 0 ? arrow.toTime() : arrow.fromTime());
      }
    }
    return null;
  }
}
