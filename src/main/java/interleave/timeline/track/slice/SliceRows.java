package interleave.timeline.track.slice;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.words.Words;

/** How many rows of a track are shown, and how high they are together. */
public final class SliceRows {
  /** So deep slices are drawn; the rest on request. */
  static final int MOST = 12;

  private static final int MOST_OPENED = 200;
  private static final Words WORDS = Words.of("timeline/slices");
  private static final String NAME = "slices";
  static final double ROW = 17;
  static final double BAR = 16;
  private static final double NOTE = 18;
  private static final double GAP = 3;

  private SliceRows() {}

  /** Moments need a row even where there are no slices. */
  private static int all(SliceTrack track) {
    return track.depth() == 0 && track.moments().size() > 0 ? 1 : track.depth();
  }

  static int shown(SliceTrack track, Folds folds) {
    int most = folds.isOpened(NAME, track.index()) ? MOST_OPENED : MOST;
    return Math.min(most, all(track));
  }

  /** How high the rows of a track are, with the note on how many more there are. */
  public static double height(SliceTrack track, Folds folds) {
    int shown = shown(track, folds);
    return shown == 0 ? 0 : shown * ROW + GAP + (all(track) > MOST ? NOTE : 0);
  }

  /** The same of a thread, 0 where it has none. */
  public static double height(Timeline timeline, int lane, Folds folds) {
    int track = timeline.slicesOf(lane);
    return track < 0 ? 0 : height(timeline.slices().get(track), folds);
  }

  /** Whether it is not told at all what the thread does: then its slices take the place of that. */
  public static boolean isBare(Timeline timeline, ThreadLane lane) {
    return timeline.slicesOf(lane.index()) >= 0
        && lane.spans().size() == 1
        && lane.spans().state(0) == ThreadState.NOT_TOLD;
  }

  public static Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.MORE_SLICES ? folds.toggleOpened(NAME, hit.index()) : folds;
  }

  /** Shows all rows of a track where a slice that lies so deep is to be seen. */
  public static Folds reveal(SliceTrack track, int depth, Folds folds) {
    return depth < MOST || folds.isOpened(NAME, track.index())
        ? folds
        : folds.toggleOpened(NAME, track.index());
  }

  /** Where the middle of the row is in which that time of a track is drawn, from its top. */
  public static double middle(SliceTrack track, long time, Folds folds) {
    int depth = Math.max(0, Math.min(track.deepest(time), shown(track, folds) - 1));
    return depth * ROW + BAR / 2;
  }

  /** How many more rows there are, to be clicked at. */
  static void note(Sight sight, SliceTrack track, double gutter, double y, Brush brush) {
    if (all(track) <= MOST) {
      return;
    }
    int hidden = all(track) - shown(track, sight.folds());
    String text = hidden > 0 ? WORDS.count("more", hidden) : WORDS.get("fewer");
    double left = sight.left() - gutter + 32;
    brush.names();
    brush.words(left, y + NOTE / 2, text, Face.SMALL, Role.ACCENT, gutter - 40, Mark.Align.LEFT);
    brush.hits().rect(left, y, gutter - 40, NOTE, new Hit(Part.MORE_SLICES, null, track.index()));
  }
}
