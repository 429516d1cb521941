package interleave.timeline.critical;

import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Release.Cause;
import org.jspecify.annotations.Nullable;

/** Who put the message that another waited for, or made room for that of another. */
final class QueueReleases {
  /** Among so many messages one is looked for. */
  private static final int MOST = 4096;

  private final Timeline timeline;

  QueueReleases(Timeline timeline) {
    this.timeline = timeline;
  }

  @Nullable Release of(int lane, Spans spans, int i) {
    if (spans.object(i) < 0) {
      return null;
    }
    QueueTrack queue = timeline.queues().get(spans.object(i));
    return spans.verb(i) == Spans.Verb.PUT
        ? room(queue, spans, i)
        : message(queue, lane, spans.end(i));
  }

  private static @Nullable Release message(QueueTrack queue, int lane, long got) {
    int last = Math.min(queue.messages(), queue.firstPutAt(got + 1)) - 1;
    for (int i = last; i >= 0 && i > last - MOST; i--) {
      if (queue.gotAt(i) == got && queue.message(i).toLane() == lane) {
        QueueTrack.Message message = queue.message(i);
        return message.put() == Timeline.OPEN
            ? null
            : new Release(
                message.fromLane(),
                message.put(),
                Cause.MESSAGE,
                new ThingRef.Message(queue.index(), i),
                message.putSite());
      }
    }
    return null;
  }

  /** The last get before the put came to its end. */
  private static @Nullable Release room(QueueTrack queue, Spans spans, int i) {
    int last = Math.min(queue.messages(), queue.firstPutAt(spans.end(i))) - 1;
    int best = -1;
    for (int at = last; at >= 0 && at > last - MOST; at--) {
      long got = queue.gotAt(at);
      boolean within = got > spans.start(i) && got <= spans.end(i);
      if (within && (best < 0 || got > queue.gotAt(best))) {
        best = at;
      }
      if (best >= 0 && last - at > Math.max(64, 2 * queue.maxDepth())) {
        break;
      }
    }
    if (best < 0) {
      return null;
    }
    QueueTrack.Message message = queue.message(best);
    return new Release(
        message.toLane(),
        message.get(),
        Cause.ROOM,
        new ThingRef.Message(queue.index(), best),
        message.getSite());
  }
}
