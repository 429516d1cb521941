package interleave.timeline.track.slice;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.words.Words;
import org.jspecify.annotations.Nullable;

/** The slices of a track as bars with their names, a row for each depth. */
public final class SliceBars {
  private static final double LEAST_WORD = 18;

  private static final LegendEntry LEGEND =
      new LegendEntry(
          46,
          () -> Words.of("timeline/slices").get("legend.slice"),
          (brush, x, y) -> {
            brush.fill(x, y - 6, 9, 6, 1, Role.SLICE_0);
            brush.fill(x + 4, y, 10, 6, 1, Role.SLICE_1);
          });

  private static final LegendEntry FAILED =
      new LegendEntry(
          47,
          () -> Words.of("timeline/slices").get("legend.failed"),
          (brush, x, y) -> {
            brush.fill(x, y - 6, LegendEntry.SWATCH, 12, 2, Role.SLICE_0);
            brush.fill(x, y + 3.5, LegendEntry.SWATCH, 2.5, 0, Role.RED);
          });

  private final Sight sight;
  private final SliceTrack track;
  private final double top;
  private final long end;
  private final Brush brush;

  /**
   * @param top where the first row begins
   * @param end up to when slices go that have no end
   */
  public SliceBars(Sight sight, SliceTrack track, double top, long end, Brush brush) {
    this.sight = sight;
    this.track = track;
    this.top = top;
    this.end = end;
    this.brush = brush;
  }

  /**
   * Draws them.
   *
   * @param gutter how wide the names beside them are
   * @param otherwise what is hit where nothing is drawn
   */
  public void draw(double gutter, ThingRef otherwise) {
    int shown = SliceRows.shown(track, sight.folds());
    Bins bins = Bins.of(sight.scale().nsPerPixel());
    double width = sight.right() - sight.left();
    brush.hits().area(sight.left(), top, width, shown * SliceRows.ROW + 2, hit(otherwise));
    for (int depth = 0; depth < Math.min(shown, track.depth()); depth++) {
      SliceTrack.Row row = track.row(depth);
      double y = top + depth * SliceRows.ROW;
      SliceSequence sequence = new SliceSequence(row);
      for (Piece piece : Detail.of(sequence, bins, sight.from(), sight.to(), end)) {
        piece(row, piece, y);
      }
    }
    new MomentMarks(sight, track, top, brush).draw(shown);
    outline(sight.hover(), Role.TEXT, 1);
    outline(sight.selection(), Role.ACCENT, 2);
    SliceRows.note(sight, track, gutter, top + shown * SliceRows.ROW, brush);
  }

  /** The slices of a row, by their colours. */
  public static Sequence sequence(SliceTrack.Row row) {
    return new SliceSequence(row);
  }

  private void piece(SliceTrack.Row row, Piece piece, double y) {
    double left = sight.near(piece.from());
    double right = sight.near(piece.to());
    double w = right - left;
    boolean apart = piece.single() && w > 3; // a hair's breadth tells where one ends
    brush.seen(LEGEND);
    brush.fill(left, y, apart ? w - 0.8 : w, SliceRows.BAR, w > 5 ? 2 : 0, Role.slice(piece.key()));
    if (!piece.single()) {
      return;
    }
    int i = piece.index();
    if (row.failed(i)) {
      brush.seen(FAILED);
      brush.fill(left, y + SliceRows.BAR - 2.5, apart ? w - 0.8 : w, 2.5, 0, Role.RED);
    }
    if (row.end(i) == Timeline.OPEN && !sight.timeline().live()) {
      brush.line(right, y, right, y + SliceRows.BAR, Role.MUTED, 2, Mark.Stroke.DOTTED);
    }
    double x = Math.max(left, sight.left());
    double room = Math.min(right, sight.right()) - x - 8;
    if (room >= LEAST_WORD) {
      String name = row.name(i);
      double middle = y + SliceRows.BAR / 2;
      brush.words(
          x + 4, middle, name, Face.SMALL, Role.onSlice(piece.key()), room, Mark.Align.LEFT);
    }
  }

  private void outline(@Nullable ThingRef thing, Role role, double thickness) {
    if (!(thing instanceof ThingRef.Slice(int of, int depth, int i))
        || of != track.index()
        || depth >= SliceRows.shown(track, sight.folds())
        || i >= track.row(depth).size()) {
      return;
    }
    SliceTrack.Row row = track.row(depth);
    double x = sight.near(row.start(i));
    double w = sight.near(Math.min(end, row.end(i))) - x;
    double y = top + depth * SliceRows.ROW;
    brush.outline(x, y, Math.max(3, w - 0.8), SliceRows.BAR, 2, role, thickness);
  }

  private HitMap.Spot hit(ThingRef otherwise) {
    return (x, y) -> {
      int depth = (int) ((y - top) / SliceRows.ROW);
      ThingRef.Slice slice = depth < track.depth() ? slice(depth, sight.scale().time(x)) : null;
      return slice == null ? Hit.of(Part.TRACK, otherwise) : Hit.of(Part.SPAN, slice);
    };
  }

  /** What is narrower than a pixel is found a little beside it, too. */
  private ThingRef.@Nullable Slice slice(int depth, long time) {
    SliceTrack.Row row = track.row(depth);
    long reach = (long) (2 * sight.scale().nsPerPixel());
    int i = row.at(time);
    boolean over = i >= 0 && time < row.end(i);
    if (!over && i + 1 < row.size() && row.start(i + 1) - time <= reach) {
      return new ThingRef.Slice(track.index(), depth, i + 1);
    }
    over |= i >= 0 && time - row.end(i) <= reach;
    return over ? new ThingRef.Slice(track.index(), depth, i) : null;
  }
}
