package interleave.view.statistics;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.view.session.Durations;
import interleave.view.session.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How often and for how long each thread had the lock of its interpreter. */
final class GilSheet {
  private static final Words WORDS = Words.of("view/gil");
  private static final int MOST = 500;

  private GilSheet() {}

  static Sheet of(Timeline timeline) {
    List<List<String>> rows = new ArrayList<>();
    for (GilTrack gil : timeline.gils()) {
      for (LockTrack.Owner owner : gil.owners()) {
        if (rows.size() < MOST) {
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
    return new Sheet(WORDS.get("sheet"), columns, rows);
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
