package interleave.timeline.statistics;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How often and for how long each thread had the lock of its interpreter. */
public final class GilSheet {
  private static final Words WORDS = Words.of("timeline/gil");

  private GilSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows = new ArrayList<>();
    for (GilTrack gil : timeline.gils()) {
      for (LockTrack.Owner owner : gil.owners()) {
        if (rows.size() < Sheet.MOST) {
          rows.add(row(timeline, gil, owner));
        }
      }
    }
    List<String> columns =
        List.of(
            WORDS.get("column.thread"),
            WORDS.get("column.turns"),
            WORDS.get("column.held"),
            WORDS.get("column.share"));
    return new Sheet(20, WORDS.get("sheet"), columns, rows);
  }

  private static List<String> row(Timeline timeline, GilTrack gil, LockTrack.Owner owner) {
    double percent = 100.0 * owner.holdNs() / Math.max(1, gil.heldNs());
    return List.of(
        Lanes.full(timeline, owner.lane()),
        Durations.count(owner.acquires()),
        Durations.show(owner.holdNs()),
        percent > 0 && percent < 1 ? "< 1 %" : Math.round(percent) + " %");
  }
}
