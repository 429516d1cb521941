package interleave.timeline.statistics;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How often and for how long each thread had the lock of its interpreter; how often is known of the
 * whole run only.
 */
public final class GilSheet {
  private static final Words WORDS = Words.of("timeline/gil");

  private GilSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (GilTrack gil : asked.timeline().gils()) {
      long all = 0;
      for (LockTrack.Owner owner : gil.owners()) {
        all += held(asked, gil, owner);
      }
      for (LockTrack.Owner owner : gil.owners()) {
        long held = held(asked, gil, owner);
        if (held > 0 || asked.isWhole()) {
          rows.add(row(asked, gil, owner, held, asked.isWhole() ? gil.heldNs() : all));
        }
      }
    }
    List<String> columns =
        List.of(
            WORDS.get("column.thread"),
            WORDS.get("column.turns"),
            WORDS.get("column.held"),
            WORDS.get("column.share"));
    return Sheet.of(20, "gil", WORDS.get("sheet"), Sheet.columns("wntn", columns), rows);
  }

  private static long held(Inquiry asked, GilTrack gil, LockTrack.Owner owner) {
    return asked.isWhole()
        ? owner.holdNs()
        : gil.nanosHeldBy(owner.lane(), asked.range().from(), asked.range().to());
  }

  private static Sheet.Row row(
      Inquiry asked, GilTrack gil, LockTrack.Owner owner, long held, long all) {
    Timeline timeline = asked.timeline();
    double percent = 100.0 * held / Math.max(1, all);
    String share = percent > 0 && percent < 1 ? "< 1 %" : Math.round(percent) + " %";
    return new Sheet.Row(
        new ThingRef.Gil(gil.process()),
        Cell.words(Lanes.full(timeline, owner.lane())),
        asked.isWhole() ? Cell.count(owner.acquires()) : Cell.NONE,
        Cell.nanos(held),
        new Cell(share, percent));
  }
}
