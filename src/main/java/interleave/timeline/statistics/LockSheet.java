package interleave.timeline.statistics;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.LockUse;
import interleave.timeline.range.WaitLengths;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How locks were used, and by whom; those that were waited for longest come first. */
public final class LockSheet {
  private static final Words WORDS = Words.of("timeline/statistics");

  /** So many of those that held a lock are named. */
  private static final int NAMED = 3;

  private LockSheet() {}

  public static Sheet of(Inquiry asked) {
    List<LockUse> uses = new ArrayList<>();
    for (LockTrack lock : asked.timeline().locks()) {
      asked.patience().check();
      if (asked.timeline().sightings().areAllOf(lock)) {
        continue; // how often and how long, nobody has told
      }
      LockUse use = LockUse.of(asked, lock);
      if (asked.isWhole() || use.isUsed()) {
        uses.add(use);
      }
    }
    uses.sort(Comparator.comparingLong(LockUse::waitedNs).reversed());
    List<String> columns =
        List.of("lock", "acquired", "contended", "waited", "longest", "held", "by");
    return Sheet.named(
        30, "locks", "wnntttw", columns, uses.stream().map(use -> row(asked, use)).toList());
  }

  private static Sheet.Row row(Inquiry asked, LockUse use) {
    return new Sheet.Row(
        new ThingRef.Lock(use.lock().index()),
        null,
        asked.isWhole() ? WaitLengths.of(use.lock()) : WaitLengths.NONE,
        List.of(
            Cell.words(use.lock().name()),
            use.lock().isUntold() ? Cell.NONE : Cell.count(use.acquires()),
            Cell.count(use.contended()),
            Cell.nanos(use.waitedNs()),
            Cell.nanos(use.longestWaitNs()),
            use.lock().isUntold() ? Cell.NONE : Cell.nanos(use.heldNs()),
            Cell.words(owners(asked.timeline(), use))));
  }

  /** {@code Thread-2 81 %, main 19 %}. */
  private static String owners(Timeline timeline, LockUse use) {
    StringBuilder text = new StringBuilder();
    for (LockTrack.Owner owner : use.owners().stream().limit(NAMED).toList()) {
      String name = Lanes.brief(timeline, owner.lane());
      String share = share(owner.holdNs(), use.heldNs());
      text.append(text.isEmpty() ? "" : WORDS.get("locks.next"));
      boolean untold = use.lock().isUntold();
      text.append(untold ? name : WORDS.get("locks.owner", name, share));
    }
    int more = use.owners().size() - NAMED;
    return more > 0 ? text + WORDS.get("locks.more", more) : text.toString();
  }

  private static String share(long part, long whole) {
    double percent = 100.0 * part / Math.max(1, whole);
    return percent > 0 && percent < 1 ? "< 1 %" : Math.round(percent) + " %";
  }
}
