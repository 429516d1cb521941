package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Sentences about a span of a lane: what its thread waited for, and who made it wait. */
final class Waits {
  private static final Words SAYS = Words.of("timeline/explain");
  private static final int MOST_MESSAGES = 2000;

  private final Timeline timeline;
  private final SentenceWords words;

  Waits(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String span(int lane, long start) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(start);
    if (i < 0) {
      return "";
    }
    ThreadLane thread = timeline.lanes().get(lane);
    if (thread.kind() == ThreadLane.Kind.CARRIER) {
      return new Crowds(timeline).carried(thread, i);
    }
    return limited(spans, i, span(spans, i, thread));
  }

  /** With how long it lasts at most, where that is known. */
  private static String limited(Spans spans, int i, String said) {
    long limit = spans.limit(i);
    boolean waits = spans.state(i) != ThreadState.SLEEPING && spans.state(i) != ThreadState.RUNNING;
    return limit == Timeline.OPEN || limit == 0 || !waits || said.isEmpty()
        ? said
        : SAYS.get(spans.end(i) == Timeline.OPEN ? "limited.open" : "limited", said, took(limit));
  }

  private String span(Spans spans, int i, ThreadLane thread) {
    int lane = thread.index();
    String who = words.subject(lane);
    String took = words.between(spans.start(i), spans.end(i));
    boolean open = spans.end(i) == Timeline.OPEN && timeline.live();
    if (Loops.tells(spans, i)) {
      return new Loops(timeline).span(spans, i, lane, open);
    }
    return switch (spans.state(i)) {
      case RUNNING -> running(spans, i, who, took, open);
      case SLEEPING -> SAYS.get(key("sleep", open), who, took);
      case LOCK_WAIT -> lock(spans, i, lane, who, took, open);
      case QUEUE_WAIT ->
          spans.about(i) == Spans.About.POOL
              ? new Tasks(timeline).idle(spans, i, who, took)
              : queue(spans, i, lane, who, took, open);
      case JOINING ->
          switch (spans.about(i)) {
            case TASK -> new Tasks(timeline).wait(spans, i, who, took, open);
            case CALL -> at(spans, i, SAYS.get(key("call", open), who, took, spans.label(i)));
            default -> at(spans, i, SAYS.get(key("join", open), who, took, joined(spans, i)));
          };
      case SYNC_WAIT ->
          spans.about(i) == Spans.About.LOCK
              ? lock(spans, i, lane, who, took, open)
              : spans.about(i) == Spans.About.NOTHING && spans.label(i).isEmpty()
                  ? SAYS.get(key("wait", open), who, took, SAYS.get("some-others"))
                  : new Meetings(timeline).span(spans, i, lane, open);
      case NOT_TOLD -> SAYS.get("not-told", who, took);
      case READY -> SystemWord.ready(spans, who, took, open);
      case UNTRACED_WAIT -> SystemWord.asleep(spans, i, who, took, open);
      case IO ->
          spans.about(i) == Spans.About.PIPE && spans.object(i) >= 0
              ? new Pipes(timeline).span(spans, i, who, open)
              : SAYS.get("io", who, took);
    };
  }

  /** Sentences on what goes on differ from those on what is over. */
  private static String key(String key, boolean open) {
    return open ? key + ".open" : key;
  }

  private String at(Spans spans, int i, String said) {
    return SentenceWords.end(words.atLine(said, spans.site(i)));
  }

  private String running(Spans spans, int i, String who, String took, boolean open) {
    String label = spans.label(i);
    Site site = timeline.site(spans.site(i));
    String key = label.isBlank() ? "run" : spans.verb(i) == Spans.Verb.TASK ? "run.on" : "run.in";
    String said = SAYS.get(key(key, open), who, took, label);
    return SentenceWords.end(site.line() == 0 ? said : SAYS.get("first-seen", said, site.line()));
  }

  private String joined(Spans spans, int i) {
    int object = spans.object(i);
    return switch (spans.about(i)) {
      case LANE -> words.who(object);
      case PROCESS -> words.process(object);
      default -> SAYS.get("another");
    };
  }

  private String lock(Spans spans, int i, int lane, String who, String took, boolean open) {
    if (spans.object(i) < 0) {
      return SAYS.get(key("wait", open), who, took, SAYS.get("a-lock"));
    }
    LockTrack lock = timeline.locks().get(spans.object(i));
    if (spans.verb(i) == Spans.Verb.AWAIT) {
      return await(spans, i, lane, lock, who, took, open);
    }
    if (i == spans.size() - 1) {
      String ring = new Rings(timeline).ofLane(lane);
      if (!ring.isEmpty()) {
        return ring;
      }
    }
    String waited = SAYS.get(key("wait.for", open), who, took, Locks.name(lock));
    long end = Math.min(spans.end(i), timeline.now());
    return holder(waited, lock, spans.shared(i), spans.start(i), end);
  }

  private String await(
      Spans spans, int i, int lane, LockTrack lock, String who, String took, boolean open) {
    String condition = spans.condition(i);
    String name = Locks.name(lock);
    Meetings meetings = new Meetings(timeline);
    String said =
        condition.isEmpty()
            ? SAYS.get(key("await", open), who, took, name)
            : meetings.condition(who, took, name, condition, open);
    return meetings.notified(words.atLine(said, spans.site(i)), lane, spans.end(i));
  }

  /** Who had the lock when the wait began, and how many more before it was this thread's turn. */
  private String holder(String waited, LockTrack lock, boolean shares, long from, long to) {
    LockTrack.Holds holds = lock.holds();
    int first = Math.max(0, holds.at(from));
    int last = holds.at(to - 1);
    int others = 0;
    int by = -1;
    for (int i = first; i <= last && others < 1000; i++) {
      boolean letsIn = shares && holds.shared(i);
      if (!letsIn && holds.start(i) < to && holds.end(i) > from) {
        by = by < 0 ? i : by;
        others++;
      }
    }
    if (shares && (by < 0 || holds.start(by) > from)) {
      int writer = writer(lock.index(), from);
      if (writer >= 0) {
        return SAYS.get("wait.behind", waited, words.who(writer));
      }
    }
    if (by < 0) {
      return SAYS.get(lock.isUntold() ? "wait.untold" : "wait.unheld", waited);
    }
    String who = words.atLine(words.who(holds.lane(by)), holds.site(by));
    if (!lock.isUntold() && Locks.isForgotten(timeline, holds, by)) {
      return SAYS.get("wait.forgotten", waited, who);
    }
    return others == 1
        ? SAYS.get("wait.held", waited, who)
        : SAYS.count(
            "wait.held.others", others - 1L, SentenceWords.count(others - 1L), waited, who);
  }

  /** The thread that waited at that time to have the lock alone, -1 for none. */
  private int writer(int lock, long time) {
    for (int lane : timeline.foremostLanes()) {
      Spans spans = timeline.lanes().get(lane).spans();
      int i = spans.at(time);
      if (i >= 0
          && spans.state(i) == ThreadState.LOCK_WAIT
          && spans.object(i) == lock
          && spans.end(i) > time
          && !spans.shared(i)) {
        return lane;
      }
    }
    return -1;
  }

  private String queue(Spans spans, int i, int lane, String who, String took, boolean open) {
    boolean put = spans.verb(i) == Spans.Verb.PUT;
    String blocked = SAYS.get(key(put ? "blocked.put" : "blocked.get", open), who, took);
    if (spans.object(i) < 0) {
      return SentenceWords.end(blocked);
    }
    QueueTrack queue = timeline.queues().get(spans.object(i));
    if (put) {
      int capacity = queue.capacity();
      return capacity < 0
          ? SentenceWords.end(blocked)
          : SAYS.get(
              "blocked.full", blocked, queue.name(), SentenceWords.many("messages", capacity));
    }
    if (open || spans.end(i) == Timeline.OPEN) {
      return SAYS.get("blocked.nothing", blocked);
    }
    return got(blocked, queue, lane, spans.end(i));
  }

  private String got(String blocked, QueueTrack queue, int lane, long at) {
    int last = Math.min(queue.messages(), queue.firstPutAt(at + 1)) - 1;
    for (int i = last; i >= 0 && i > last - MOST_MESSAGES; i--) {
      QueueTrack.Message message = queue.message(i);
      if (message.toLane() == lane && message.get() == at) {
        String name =
            message.preview().isBlank()
                ? SAYS.get("message.unnamed")
                : SAYS.get("message.named", message.preview());
        return SAYS.get("blocked.got", blocked, name, words.who(message.fromLane()));
      }
    }
    return SAYS.get("blocked.in-vain", blocked);
  }
}
