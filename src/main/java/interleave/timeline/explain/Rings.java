package interleave.timeline.explain;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.Standstill;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.function.Predicate;

/** Sentences about rings of threads that wait for each other. */
final class Rings {
  private static final Words SAYS = Words.of("timeline/deadlocks");

  private final Timeline timeline;
  private final SentenceWords words;

  Rings(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String sentence(Deadlock deadlock) {
    return sentence(deadlock, 0);
  }

  /** Of all that wait though nothing is left to wake them; empty where a ring says why. */
  String ofAll() {
    if (timeline.deadlocks().stream().anyMatch(Rings::isForEver)) {
      return "";
    }
    List<Integer> members = Standstill.of(timeline).members();
    Steps steps = new Steps(timeline);
    return members.isEmpty()
        ? ""
        : SAYS.get("all", Steps.join(members.size(), i -> steps.ofLane(members.get(i))));
  }

  private static boolean isForEver(Deadlock ring) {
    return !ring.resolved() && ring.certainty() == Deadlock.Certainty.FOR_EVER;
  }

  /** Of the deadlock in which that lane waited to its end, beginning with it; empty for none. */
  String ofLane(int lane) {
    return lasting(deadlock -> deadlock.hasLane(lane), member -> member.lane() == lane);
  }

  /** Of the deadlock that nobody could get that lock in; empty for none. */
  String ofLock(int lock) {
    return lasting(deadlock -> deadlock.hasLock(lock), member -> member.lock() == lock);
  }

  private String lasting(Predicate<Deadlock> wanted, Predicate<Member> first) {
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.isPassing() && wanted.test(deadlock)) {
        List<Member> members = deadlock.members();
        return sentence(
            deadlock, members.indexOf(members.stream().filter(first).findFirst().orElseThrow()));
      }
    }
    return "";
  }

  private String sentence(Deadlock deadlock, int first) {
    int size = deadlock.members().size();
    Steps steps = new Steps(timeline);
    String all = Steps.join(size, i -> steps.ofRing(deadlock, (first + i) % size));
    if (deadlock.resolved() && !deadlock.seen().isEmpty()) {
      return SAYS.get("apart.seen", all, SAYS.count("moments", deadlock.seen().size()));
    }
    return deadlock.resolved()
        ? SAYS.get("apart", all, words.between(deadlock.since(), deadlock.end()))
        : SAYS.get("ring." + deadlock.certainty(), all);
  }
}
