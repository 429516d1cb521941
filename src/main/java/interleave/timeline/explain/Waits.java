package interleave.timeline.explain;

import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.Timeline;

/** Sentences about a span of a lane: what its thread waited for, and who made it wait. */
final class Waits {
  private static final int MOST_MESSAGES = 2000;

  private final Timeline timeline;
  private final Words words;

  Waits(Timeline timeline) {
    this.timeline = timeline;
    this.words = new Words(timeline);
  }

  String span(int lane, long start) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(start);
    if (i < 0) {
      return "";
    }
    String who = words.subject(lane);
    String took = words.between(spans.start(i), spans.end(i));
    boolean open = spans.end(i) == Timeline.OPEN && timeline.live();
    return switch (spans.state(i)) {
      case RUNNING -> running(spans, i, who, took, open);
      case SLEEPING -> who + (open ? " has been asleep for " : " slept for ") + took + ".";
      case LOCK_WAIT -> lock(spans, i, lane, who, took, open);
      case QUEUE_WAIT -> queue(spans, i, lane, who, took, open);
      case JOINING ->
          who
              + waited(open)
              + took
              + " for "
              + joined(spans, i)
              + " to end"
              + words.atLine(spans.site(i))
              + ".";
      case SYNC_WAIT ->
          who + waited(open) + took + " to be let on" + words.atLine(spans.site(i)) + ".";
      case IO ->
          spans.about(i) == Spans.About.PIPE && spans.object(i) >= 0
              ? new Pipes(timeline).span(spans, i, who, open)
              : who + " was busy with input and output for " + took + ".";
    };
  }

  private static String waited(boolean open) {
    return open ? " has been waiting " : " waited ";
  }

  private String running(Spans spans, int i, String who, String took, boolean open) {
    String label = spans.label(i);
    Site site = timeline.site(spans.site(i));
    String in = label.isBlank() ? "" : label.startsWith("task ") ? " on " + label : " in " + label;
    String at = site.line() == 0 ? "" : ", first seen at line " + site.line();
    return who + (open ? " has been running for " : " ran for ") + took + in + at + ".";
  }

  private String joined(Spans spans, int i) {
    int object = spans.object(i);
    return switch (spans.about(i)) {
      case LANE -> words.who(object);
      case PROCESS -> words.process(object);
      default -> "another";
    };
  }

  private String lock(Spans spans, int i, int lane, String who, String took, boolean open) {
    if (spans.object(i) < 0) {
      return who + waited(open) + took + " for a lock.";
    }
    LockTrack lock = timeline.locks().get(spans.object(i));
    if (spans.label(i).startsWith("wait(")) {
      return who
          + " let go of "
          + Locks.name(lock)
          + (open ? " and has been waiting to be notified for " : " and waited to be notified for ")
          + took
          + words.atLine(spans.site(i))
          + ".";
    }
    if (i == spans.size() - 1) {
      String ring = new Locks(timeline).deadlock(lane);
      if (!ring.isEmpty()) {
        return ring;
      }
    }
    return who
        + waited(open)
        + took
        + " for "
        + Locks.name(lock)
        + holder(lock.holds(), lane, spans.start(i), Math.min(spans.end(i), timeline.now()))
        + ".";
  }

  /** Who had the lock when the wait began, and how many more before it was this thread's turn. */
  private String holder(LockTrack.Holds holds, int lane, long from, long to) {
    int first = Math.max(0, holds.at(from));
    int last = holds.at(to - 1);
    int others = 0;
    int by = -1;
    for (int i = first; i <= last && others < 1000; i++) {
      if (holds.lane(i) != lane && holds.end(i) > from) {
        by = by < 0 ? i : by;
        others++;
      }
    }
    if (by < 0) {
      return ", though nobody was seen to hold it";
    }
    String text = ", held by " + words.who(holds.lane(by)) + words.atLine(holds.site(by));
    return others == 1
        ? text
        : text + ", then " + Words.many(others - 1L, "more time") + " by others";
  }

  private String queue(Spans spans, int i, int lane, String who, String took, boolean open) {
    boolean put = spans.label(i).endsWith("put");
    String verb = put ? "put" : "get";
    String text =
        who + (open ? " has been blocked in " : " was blocked in ") + verb + " for " + took;
    if (spans.object(i) < 0) {
      return text + ".";
    }
    QueueTrack queue = timeline.queues().get(spans.object(i));
    if (put) {
      int capacity = queue.capacity();
      return text
          + (capacity < 0
              ? "."
              : ": " + queue.name() + " takes " + Words.many(capacity, "message") + ".");
    }
    if (open || spans.end(i) == Timeline.OPEN) {
      return text + ": nothing came.";
    }
    return text + got(queue, lane, spans.end(i));
  }

  private String got(QueueTrack queue, int lane, long at) {
    int last = Math.min(queue.messages(), queue.firstPutAt(at + 1)) - 1;
    for (int i = last; i >= 0 && i > last - MOST_MESSAGES; i--) {
      QueueTrack.Message message = queue.message(i);
      if (message.toLane() == lane && message.get() == at) {
        String name = message.preview().isBlank() ? "a message" : "message " + message.preview();
        return ", until it got " + name + ", put by " + words.who(message.fromLane()) + ".";
      }
    }
    return " and got nothing.";
  }
}
