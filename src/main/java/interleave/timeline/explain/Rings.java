package interleave.timeline.explain;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Sentences about rings of threads that wait for each other. */
final class Rings {
  private static final Words SAYS = Words.of("timeline/deadlocks");
  private static final int MOST_STEPS = 12;

  private final Timeline timeline;
  private final SentenceWords words;

  Rings(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String sentence(Deadlock deadlock) {
    return sentence(deadlock, 0);
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
      if (!deadlock.resolved() && wanted.test(deadlock)) {
        List<Member> members = deadlock.members();
        return sentence(
            deadlock, members.indexOf(members.stream().filter(first).findFirst().orElseThrow()));
      }
    }
    return "";
  }

  private String sentence(Deadlock deadlock, int first) {
    List<String> steps = new ArrayList<>();
    int size = deadlock.members().size();
    for (int i = first; i < first + size && steps.size() < MOST_STEPS; i++) {
      Member member = deadlock.members().get(i % size);
      steps.add(
          SAYS.get(
              "step",
              words.who(member.lane()),
              Locks.name(timeline.locks().get(member.lock())),
              words.who(deadlock.holder(i % size))));
    }
    if (steps.size() < size) {
      steps.add("…");
    }
    String all = String.join(SAYS.get("comma"), steps);
    return deadlock.resolved()
        ? SAYS.get("apart", all, words.between(deadlock.since(), deadlock.end()))
        : SAYS.get("ring", all);
  }
}
