package interleave.timeline.layout;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;

/** Where the track of a queue stands: between the processes that put and those that get. */
public final class QueuePlace {
  private static final int SAMPLE = 256;

  private QueuePlace() {}

  /** The index of the process below which it stands, or {@link RowSource.Place#LAST}. */
  public static int of(Timeline timeline, QueueTrack queue) {
    int firstPut = Integer.MAX_VALUE;
    int lastPut = -1;
    int firstGet = Integer.MAX_VALUE;
    int lastGet = -1;
    for (int i = 0; i < Math.min(SAMPLE, queue.messages()); i++) {
      QueueTrack.Message message = queue.message(i);
      int from = process(timeline, message.fromLane());
      int to = process(timeline, message.toLane());
      if (from >= 0) {
        firstPut = Math.min(firstPut, from);
        lastPut = Math.max(lastPut, from);
      }
      if (to >= 0) {
        firstGet = Math.min(firstGet, to);
        lastGet = Math.max(lastGet, to);
      }
    }
    return place(firstPut, lastPut, firstGet, lastGet);
  }

  private static int place(int firstPut, int lastPut, int firstGet, int lastGet) {
    if (lastPut < 0 && lastGet < 0) {
      return RowSource.Place.LAST;
    }
    if (lastGet < 0) {
      return lastPut;
    }
    if (lastPut < 0) {
      return lastGet;
    }
    if (lastPut < firstGet) {
      return lastPut;
    }
    return lastGet < firstPut ? lastGet : Math.min(firstPut, firstGet);
  }

  private static int process(Timeline timeline, int lane) {
    return lane < 0 ? -1 : timeline.lanes().get(lane).process();
  }
}
