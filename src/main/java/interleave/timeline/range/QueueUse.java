package interleave.timeline.range;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;

/**
 * What went through a queue within a range.
 *
 * @param lost of the messages put then those that nobody got or ever will
 * @param deepest how many messages lay in it at most
 * @param mean how many lay in it on average of the time
 */
public record QueueUse(
    QueueTrack queue, long puts, long gets, long lost, int deepest, double mean) {

  public static QueueUse of(Inquiry asked, QueueTrack queue) {
    TimeRange range = asked.range();
    Depth depth = depth(queue, range, asked.patience());
    if (asked.isWhole()) {
      return new QueueUse(
          queue, queue.puts(), queue.gets(), queue.lost(), queue.maxDepth(), depth.mean);
    }
    long puts = 0;
    long gets = 0;
    long lost = 0;
    int end = queue.firstPutAt(range.to());
    for (int i = 0; i < end; i++) {
      asked.patience().check(i);
      boolean put = range.has(queue.putAt(i)) && !queue.isAgain(i);
      puts += put ? 1 : 0;
      gets += range.has(queue.gotAt(i)) && !queue.isAgain(i) ? 1 : 0;
      lost += put && queue.gotAt(i) == Timeline.OPEN && queue.message(i).lost() ? 1 : 0;
    }
    return new QueueUse(queue, puts, gets, lost, depth.deepest, depth.mean);
  }

  public boolean isUsed() {
    return puts > 0 || gets > 0 || deepest > 0;
  }

  private record Depth(int deepest, double mean) {}

  private static Depth depth(QueueTrack queue, TimeRange range, Patience patience) {
    int now = queue.depthAt(range.from() - 1);
    int first = queue.firstStepAfter(range.from() - 1);
    boolean atOnce = first < queue.steps() && queue.stepTime(first) == range.from();
    int deepest = atOnce ? 0 : now; // what lay there before has gone before
    long since = range.from();
    double sum = 0;
    for (int i = first; i < queue.steps(); i++) {
      patience.check(i);
      long time = queue.stepTime(i);
      if (time >= range.to()) {
        break;
      }
      sum += now * (double) (time - since);
      since = time;
      now = queue.stepDepth(i);
      deepest = Math.max(deepest, now);
    }
    sum += now * (double) (range.to() - since);
    return new Depth(deepest, range.length() == 0 ? now : sum / range.length());
  }
}
