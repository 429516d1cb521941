package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.count;
import static interleave.timeline.explain.SentenceWords.many;
import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;

/** Sentences about holds that were summed up. */
final class Sums {
  private static final Words WORDS = Words.of("timeline/sums");

  private Sums() {}

  static String sentence(Timeline timeline, LockTrack lock, long end) {
    List<LockTrack.Sum> slice = lock.slice(end);
    if (slice.isEmpty()) {
      return "";
    }
    long holds = slice.stream().mapToLong(LockTrack.Sum::count).sum();
    return WORDS.get(
        "sentence",
        many("threads", slice.size()),
        Locks.name(lock),
        count(holds),
        took(end - slice.getFirst().start()),
        took(lock.detailEnded() - timeline.start()));
  }
}
