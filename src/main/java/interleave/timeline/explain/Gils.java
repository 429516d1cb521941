package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.count;
import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about the lock of an interpreter. */
final class Gils {
  private static final Words WORDS = Words.of("timeline/gil");
  private static final int MOST = 4;

  private final Timeline timeline;
  private final SentenceWords words;

  Gils(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String gil(int process) {
    GilTrack gil = timeline.gilOf(process);
    if (gil == null) {
      return "";
    }
    long life = Math.max(1, gil.heldNs());
    List<LockTrack.Owner> owners = gil.owners();
    String shares =
        owners.stream()
            .limit(MOST)
            .map(owner -> WORDS.get("share", thread(owner.lane()), percent(owner.holdNs(), life)))
            .collect(Collectors.joining(WORDS.get("share.and")));
    String handed = WORDS.count("handed", gil.handovers());
    return WORDS.get(
        gil.shortHandovers() > 0 ? "sentence.short" : "sentence",
        shares,
        handed,
        count(gil.shortHandovers()));
  }

  String hold(int process, long start) {
    GilTrack gil = timeline.gilOf(process);
    int i = gil == null ? -1 : gil.holds().at(start);
    if (gil == null || i < 0) {
      return "";
    }
    LockTrack.Holds holds = gil.holds();
    long from = holds.start(i);
    boolean open = holds.end(i) == Timeline.OPEN;
    long to = open ? timeline.now() : holds.end(i);
    String who = thread(holds.lane(i));
    long passed = gil.shortHandovers(from + 1, to);
    String between = passed > 0 ? WORDS.count("sentence.between", passed) : "";
    if (open || i + 1 >= holds.size()) {
      return WORDS.get("sentence.hold", who, took(to - from)) + between;
    }
    boolean handed = holds.start(i + 1) == holds.end(i);
    String next = thread(holds.lane(i + 1));
    return WORDS.get(handed ? "sentence.next" : "sentence.free", who, took(to - from), next)
        + between;
  }

  /** Its name alone: the lock is of one process. */
  private String thread(int lane) {
    return lane < 0 ? words.who(lane) : timeline.lanes().get(lane).name();
  }

  private static String percent(long part, long whole) {
    double percent = 100.0 * part / whole;
    return percent > 0 && percent < 1 ? "< 1 %" : Math.round(percent) + " %";
  }
}
