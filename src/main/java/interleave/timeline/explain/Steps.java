package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.LockTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Who waits for whom or for what, one after the other, each in half a sentence. */
final class Steps {
  private static final Words SAYS = Words.of("timeline/deadlocks");
  private static final int MOST = 12;

  /** The latch by which a queue waits until all its messages are told to be done. */
  private static final String JOIN = "join";

  private final Timeline timeline;
  private final SentenceWords words;

  Steps(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  /** So many of them as one reads. */
  static String join(int size, IntFunction<String> step) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < Math.min(size, MOST); i++) {
      steps.add(step.apply(i));
    }
    if (size > MOST) {
      steps.add("…");
    }
    return String.join(SAYS.get("comma"), steps);
  }

  /** One of a ring: {@code Ben waits for lock fork, held by Anna}. */
  String ofRing(Deadlock ring, int i) {
    Member member = ring.members().get(i);
    LockTrack lock = timeline.locks().get(member.lock());
    String who = words.who(member.lane());
    String holder = words.who(ring.holder(i));
    Spans spans = timeline.lanes().get(member.lane()).spans();
    int span = spans.at(member.since());
    long limit = span < 0 ? Timeline.OPEN : spans.limit(span);
    if (member.behind()) {
      return SAYS.get("step.behind", who, Locks.name(lock), holder);
    }
    String key = lock.mayAnyoneRelease() ? "step.open" : "step";
    return limit == Timeline.OPEN || limit == 0
        ? SAYS.get(key, who, Locks.name(lock), holder)
        : SAYS.get(key + ".limited", who, Locks.name(lock), holder, took(limit));
  }

  /** What a thread waits for at the end: {@code main waits for worker to end}. */
  String ofLane(int index) {
    ThreadLane lane = timeline.lanes().get(index);
    Spans spans = lane.spans();
    int i = spans.size() - 1;
    String who = words.any(index);
    int object = spans.object(i);
    return switch (spans.about(i)) {
      case LOCK -> lock(spans, i, index, who);
      case SYNCHRONIZER -> object < 0 ? SAYS.get("waits", who) : synchronizer(object, who);
      case QUEUE ->
          SAYS.get(
              spans.verb(i) == Spans.Verb.PUT ? "waits.put" : "waits.get",
              who,
              object < 0 ? "" : timeline.queues().get(object).name());
      case LANE -> SAYS.get("waits.end", who, words.any(object));
      case PROCESS -> SAYS.get("waits.end", who, words.process(object));
      case TASK -> SAYS.get("waits.result", who, spans.label(i));
      case TASKS, FUTURE -> SAYS.get("waits.result.any", who);
      case CALL -> SAYS.get("waits.answer", who);
      case NOTHING ->
          SAYS.get(spans.state(i) == ThreadState.JOINING ? "waits.children" : "waits", who);
      case FUNCTION, PIPE, POOL, TURN -> SAYS.get("waits", who);
    };
  }

  private String synchronizer(int index, String who) {
    SynchronizerTrack track = timeline.synchronizers().get(index);
    int level = track.levelAt(timeline.now());
    return switch (track.kind()) {
      case LATCH ->
          track.name().equals(JOIN)
              ? SAYS.get("waits.done", who, track.name(), level)
              : SAYS.get(
                  track.isEvent() ? "waits.event" : "waits.latch",
                  who,
                  SynchronizerText.name(track),
                  level);
      case SEMAPHORE -> SAYS.get("waits.permit", who, SynchronizerText.name(track));
      case BARRIER, PHASER, EXCHANGER, UNKNOWN, FUTEX ->
          SAYS.get("waits.at", who, SynchronizerText.name(track));
    };
  }

  private String lock(Spans spans, int i, int lane, String who) {
    if (spans.object(i) < 0) {
      return SAYS.get("waits", who);
    }
    LockTrack lock = timeline.locks().get(spans.object(i));
    if (spans.verb(i) == Spans.Verb.AWAIT) {
      String condition = spans.condition(i);
      return SAYS.get("waits.notified", who, condition.isEmpty() ? lock.name() : condition);
    }
    int last = lock.holds().size() - 1;
    if (last < 0) {
      return SAYS.get("waits.lock", who, Locks.name(lock));
    }
    int holder = lock.holds().lane(last);
    if (holder == lane) {
      return SAYS.get("step.itself", who, Locks.name(lock));
    }
    boolean ended = Locks.isForgotten(timeline, lock.holds(), last);
    return SAYS.get(ended ? "step.ended" : "step", who, Locks.name(lock), words.who(holder));
  }
}
