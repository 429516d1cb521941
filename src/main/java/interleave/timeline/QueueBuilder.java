package interleave.timeline;

import interleave.event.EventKind;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a queue's messages and its depth from the puts and gets of all threads and processes, in
 * the order of their times.
 */
final class QueueBuilder {
  final int index;
  final ObjectColumn<String> previews = new ObjectColumn<>();
  final LongColumn ids = new LongColumn();
  final LongColumn putRequests = new LongColumn();
  final LongColumn puts = new LongColumn();
  final LongColumn gets = new LongColumn();
  final IntColumn fromLanes = new IntColumn();
  final IntColumn toLanes = new IntColumn();
  final IntColumn putSites = new IntColumn();
  final IntColumn getSites = new IntColumn();
  final LongColumn stepTimes = new LongColumn();
  final IntColumn stepDepths = new IntColumn();

  private final Map<Long, Integer> byId = new HashMap<>();
  private final Map<Integer, Long> putting = new HashMap<>();
  private int depth;

  String name;
  int capacity = -1;
  long putCount;
  long getCount;
  int maxDepth;

  QueueBuilder(int index, String name) {
    this.index = index;
    this.name = name;
  }

  void event(EventKind kind, int lane, int site, long value, long time, @Nullable String text) {
    switch (kind) {
      case QUEUE_CAPACITY -> capacity = (int) Math.clamp(value, 0, Integer.MAX_VALUE);
      case PUT_REQUEST -> putting.put(lane, time);
      case PUT_ABANDONED -> putting.remove(lane);
      case PUT -> put(lane, site, value, time, text);
      case GET -> get(lane, site, value, time, text);
      default -> {}
    }
  }

  private void put(int lane, int site, long id, long time, @Nullable String text) {
    putCount++;
    Long request = putting.remove(lane);
    Integer got = byId.get(id);
    if (got == null) {
      byId.put(id, add(id, text));
      int last = ids.size() - 1;
      putRequests.set(last, request == null ? time : request);
      puts.set(last, time);
      fromLanes.set(last, lane);
      putSites.set(last, site);
    } else { // its get was stamped earlier, by the same moment seen from another process
      putRequests.set(got, request == null ? time : request);
      puts.set(got, Math.min(time, gets.get(got)));
      fromLanes.set(got, lane);
      putSites.set(got, site);
    }
    step(time, depth + 1);
    maxDepth = Math.max(maxDepth, depth);
  }

  private void get(int lane, int site, long id, long time, @Nullable String text) {
    getCount++;
    Integer message = byId.get(id);
    if (message == null) {
      message = add(id, text);
      byId.put(id, message);
    }
    gets.set(message, time);
    toLanes.set(message, lane);
    getSites.set(message, site);
    step(time, depth - 1);
  }

  private int add(long id, @Nullable String text) {
    ids.add(id);
    previews.add(text == null ? "" : text);
    putRequests.add(Timeline.OPEN);
    puts.add(Timeline.OPEN);
    gets.add(Timeline.OPEN);
    fromLanes.add(-1);
    toLanes.add(-1);
    putSites.add(0);
    getSites.add(0);
    return ids.size() - 1;
  }

  private void step(long time, int to) {
    depth = to;
    stepTimes.add(time);
    stepDepths.add(Math.max(0, to));
  }
}
