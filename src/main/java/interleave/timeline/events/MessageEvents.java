package interleave.timeline.events;

import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts or gets of one queue. Messages are in the order of their puts; several readers may get them
 * in another, so the order is an index of its own.
 */
public record MessageEvents(Timeline timeline, QueueTrack queue, int[] order, boolean put)
    implements EventSource {
  private static final Words WORDS = Words.of("timeline/events");

  public static List<EventSource> of(Timeline timeline, QueueTrack queue) {
    return List.of(
        new MessageEvents(timeline, queue, order(queue, true), true),
        new MessageEvents(timeline, queue, order(queue, false), false));
  }

  private static int[] order(QueueTrack queue, boolean put) {
    return IntStream.range(0, queue.messages())
        .filter(i -> moment(queue, i, put) != Timeline.OPEN)
        .boxed()
        .sorted((a, b) -> Long.compare(moment(queue, a, put), moment(queue, b, put)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long moment(QueueTrack queue, int i, boolean put) {
    return put ? queue.message(i).put() : queue.message(i).get();
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public long time(int i) {
    return moment(queue, order[i], put);
  }

  @Override
  public EventRow get(int i) {
    QueueTrack.Message message = queue.message(order[i]);
    int lane = put ? message.fromLane() : message.toLane();
    String key = put ? message.lost() ? "put.lost" : "put" : "get";
    return new EventRow(
        time(i),
        Lanes.process(timeline, lane),
        lane,
        WORDS.get("kind.queue"),
        WORDS.get(key, message.preview(), queue.name()),
        new ThingRef.Message(queue.index(), order[i]));
  }
}
