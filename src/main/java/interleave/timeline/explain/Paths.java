package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Chain;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.critical.Leg;
import interleave.timeline.critical.Release;
import interleave.words.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences about the critical path, about what let a thread go on, and who waits for whom. */
public final class Paths {
  private static final Words SAYS = Words.of("timeline/critical");

  /** So many threads are told of. */
  private static final int TOLD = 3;

  private Paths() {}

  /** What the path came to: how long, through which threads, what is not known. */
  public static String sentence(Timeline timeline, CriticalPath path) {
    if (path.legs().isEmpty()) {
      return SAYS.get("none");
    }
    SentenceWords words = new SentenceWords(timeline);
    List<Map.Entry<Integer, Long>> lanes = path.lanes();
    long still = path.range().to() - path.stillSince();
    StringBuilder text =
        new StringBuilder(SAYS.count("path", lanes.size(), took(path.length() - still)));
    StringBuilder parts = new StringBuilder();
    for (Map.Entry<Integer, Long> lane : lanes.stream().limit(TOLD).toList()) {
      parts.append(parts.isEmpty() ? "" : SAYS.get("next"));
      parts.append(SAYS.get("on", words.who(lane.getKey()), took(lane.getValue())));
    }
    text.append(SAYS.get(lanes.size() > TOLD ? "parts.more" : "parts", parts));
    long unknown = path.unknown(timeline);
    if (unknown > 0) {
      text.append(SAYS.get("unknown", took(unknown)));
    }
    long untold = path.untold(timeline);
    if (untold > 0) {
      text.append(SAYS.get("untold", took(untold)));
    }
    if (path.cut()) {
      text.append(SAYS.get("cut"));
    }
    return text + still(timeline, path, still);
  }

  /** Why nothing ran at the end. */
  private static String still(Timeline timeline, CriticalPath path, long still) {
    if (still == 0) {
      return "";
    }
    String since = took(path.stillSince() - timeline.start());
    String why =
        timeline.deadlocks().stream()
            .filter(ring -> ring.lastsAt(path.range().to() - 1))
            .findFirst()
            .map(ring -> Explanation.sentence(timeline, new ThingRef.Deadlock(ring.index())))
            .orElseGet(() -> Explanation.standstill(timeline));
    return SAYS.get("still", since, took(still)) + (why.isEmpty() ? "" : SAYS.get("because", why));
  }

  /** How the path came to a leg. */
  public static String why(Timeline timeline, Leg leg) {
    Release by = leg.by();
    return leg.isStill()
        ? SAYS.get("leg.still")
        : by == null ? SAYS.get("leg.first") : release(timeline, by);
  }

  /** {@code B let go of lock till at line 31}. */
  public static String release(Timeline timeline, Release by) {
    SentenceWords words = new SentenceWords(timeline);
    return SAYS.get("by." + by.cause(), words.subject(by.lane()), name(timeline, by.about()));
  }

  private static String name(Timeline timeline, @Nullable ThingRef about) {
    if (about instanceof ThingRef.Hold(int lock, long _)) {
      return Locks.name(timeline.locks().get(lock));
    }
    if (about instanceof ThingRef.Message(int queue, int index)) {
      QueueTrack kept = timeline.queues().get(queue);
      return SAYS.get("message", kept.message(index).preview(), kept.name());
    }
    if (about instanceof ThingRef.Task(int pool, int index)) {
      return task(timeline.pools().get(pool), index);
    }
    // The other causes are told without.
    return about instanceof ThingRef.Process(int index)
        ? timeline.processes().get(index).name()
        : "";
  }

  private static String task(PoolTrack pool, int index) {
    return pool.tasks().get(index).name();
  }

  /** {@code C waits for A}, {@code A runs}. */
  public static String link(Timeline timeline, Chain.Link link, boolean closes) {
    SentenceWords words = new SentenceWords(timeline);
    String who = words.subject(link.lane());
    if (!link.waits()) {
      int span = timeline.lanes().get(link.lane()).spans().at(link.span().start());
      return SAYS.get("link.runs." + timeline.lanes().get(link.lane()).spans().state(span), who);
    }
    return link.next() < 0
        ? SAYS.get("link.unknown", who)
        : SAYS.get(closes ? "link.closes" : "link.waits", who, words.who(link.next()));
  }
}
