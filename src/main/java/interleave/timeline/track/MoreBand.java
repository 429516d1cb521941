package interleave.timeline.track;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Paging;
import interleave.timeline.layout.Unfold;
import interleave.timeline.track.TrackKind.Slot;
import interleave.words.Words;

/** The last row of a long list: how many more there are, to be clicked at. */
final class MoreBand {
  static final String LANES = "more lanes";
  static final String LOCKS = "more locks";
  private static final Words WORDS = Words.of("timeline/crowds");
  private static final double HEIGHT = 26;

  private MoreBand() {}

  static TrackKind ofLanes(boolean virtual) {
    return new TrackKind(
        LANES,
        (timeline, folds) -> CrowdRows.more(timeline, folds, virtual),
        (timeline, index, folds) -> HEIGHT,
        (view, space, slot, brush) -> {
          int hidden = CrowdRows.hidden(view.timeline(), slot.index(), view.folds());
          int shown = Paging.shown(view.folds(), Unfold.CROWD, slot.index());
          row(view, slot, "more.lanes", hidden, shown, Part.MORE_LANES, brush);
        },
        TrackKind.NO_OVERLAY,
        (timeline, thing) -> null);
  }

  static TrackKind ofLocks() {
    return new TrackKind(
        LOCKS,
        LockRows::more,
        (timeline, index, folds) -> HEIGHT,
        (view, space, slot, brush) -> {
          Timeline timeline = view.timeline();
          Folds folds = view.folds();
          int hidden = LockRows.hidden(timeline, slot.index(), folds);
          int shown =
              folds.isOpened(Unfold.LOCKS, slot.index())
                  ? Paging.shown(folds, Unfold.LOCKS, slot.index())
                  : 0;
          row(view, slot, "more.locks", hidden, shown, Part.MORE_LOCKS, brush);
        },
        TrackKind.NO_OVERLAY,
        (timeline, thing) -> null);
  }

  private static void row(
      View view, Slot slot, String key, int hidden, int shown, Part part, Brush brush) {
    double x = view.frame().left() + 32;
    double width = view.frame().gutter() - 40;
    boolean less = hidden == 0 || shown >= Paging.MOST;
    String text = WORDS.get(hidden == 0 ? "fewer" : key, VariableBand.count(hidden));
    brush.words(x, slot.middle(), text, Face.SMALL, Role.ACCENT, width, Mark.Align.LEFT);
    Hit hit = new Hit(part, null, less ? -1 - slot.index() : slot.index());
    brush.hits().rect(view.frame().left(), slot.y(), view.frame().gutter(), HEIGHT, hit);
  }
}
