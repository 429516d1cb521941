package interleave.timeline.track;

import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.FillPattern;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.timeline.seen.SeenBeads;
import interleave.timeline.track.TrackKind.Slot;
import interleave.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a thread does from span to span, and the locks that it holds as an edge above that. */
record LaneDrawing(View view, Space space, Slot slot, ThreadLane lane, Brush brush) {
  private static final ThreadState[] STATES = ThreadState.values();

  private static final LegendEntry HOLDING =
      new LegendEntry(
          10,
          () -> Words.of("timeline/draw").get("legend.holding"),
          (brush, x, y) -> {
            brush.fill(x, y - 4, LegendEntry.SWATCH, 9, 1, Role.RUNNING);
            brush.fill(x, y - 6, LegendEntry.SWATCH, 3.5, 0, Role.HOLD);
          });

  void draw() {
    AccessChips chips = AccessChips.of(view, space, lane, brush);
    Bins bins = Bins.of(space.scale().nsPerPixel());
    long now = Math.min(lane.end(), view.timeline().now());
    Sequence states = Sequence.states(lane.spans());
    GilShare share = chips.isEmpty() ? GilShare.of(view, space, lane, bins, brush) : null;
    for (Piece piece : Detail.of(states, bins, space.from(), space.to(), now)) {
      if (share != null && STATES[piece.key()] == ThreadState.RUNNING) {
        share(piece, share);
      } else {
        piece(piece, chips);
      }
    }
    chips.draw(slot.y() + LaneTrack.BOX_TOP, LaneTrack.BOX, brush);
    holds(bins);
    seen();
    selected();
  }

  /** What it was seen doing at single moments. */
  private void seen() {
    SeenBeads beads = new SeenBeads(view.timeline(), lane.index(), space.scale());
    if (!beads.isEmpty()) {
      double middle = slot.y() + LaneTrack.BOX_TOP + LaneTrack.BOX / 2;
      List<ThingRef> chosen =
          Stream.of(view.selection(), view.hover()).filter(Objects::nonNull).toList();
      beads.draw(space.left(), space.right(), middle, chosen, brush);
    }
  }

  private void piece(Piece piece, AccessChips chips) {
    ThreadState state = STATES[piece.key()];
    double x = space.x(piece.from());
    double right = space.x(piece.to());
    double left = Math.max(x, space.left() - 8);
    double w = Math.min(right, space.right() + 8) - left;
    double y = slot.y() + LaneTrack.BOX_TOP;
    if (piece.single() && w > 3) {
      // A hair's breadth between two spans tells where one ends.
      w -= 0.8;
    }
    if (state == ThreadState.RUNNING && !chips.isEmpty()) {
      brush.seen(state);
      brush.fill(left, y, w, LaneTrack.BOX, 2, Role.RUNNING_SOFT);
    } else {
      brush.state(left, y, w, LaneTrack.BOX, state, x);
      if (piece.single()) {
        String text = LearnerNames.plain(lane.spans().label(piece.index()));
        boolean uneven = FillPattern.of(state) != FillPattern.PLAIN;
        label(text, state, uneven, left, left + w, y);
      }
    }
    dim(piece, left, y, w);
  }

  private void share(Piece piece, GilShare share) {
    double y = slot.y() + LaneTrack.BOX_TOP;
    brush.seen(ThreadState.RUNNING);
    share.draw(piece.from(), piece.to(), y, LaneTrack.BOX);
    if (piece.single()) {
      String text = LearnerNames.plain(lane.spans().label(piece.index()));
      double left = Math.max(space.x(piece.from()), space.left() - 8);
      double right = Math.min(space.x(piece.to()), space.right() + 8);
      label(text, ThreadState.RUNNING, true, left, right, y);
    }
  }

  /** While a lock or synchronizer is pointed at, what waits for it is framed. */
  private void dim(Piece piece, double x, double y, double w) {
    if (!piece.single() || w < 3) {
      return;
    }
    Spans spans = lane.spans();
    boolean lit =
        switch (spans.about(piece.index())) {
          case LOCK -> view.lit(new ThingRef.Lock(spans.object(piece.index())));
          case SYNCHRONIZER -> view.lit(new ThingRef.Synchronizer(spans.object(piece.index())));
          default -> false;
        };
    if (lit) {
      brush.outline(x + 1, y + 1, w - 2, LaneTrack.BOX - 2, 0, Role.ACCENT, 2);
    }
  }

  private void label(
      String text, ThreadState state, boolean uneven, double x, double right, double y) {
    double left = Math.max(x, space.left());
    double room = Math.min(right, space.right()) - left - 10;
    double width = brush.width(Face.SMALL, text);
    if (text.isEmpty() || room < Math.min(width, 64)) {
      return;
    }
    double shown = Math.min(width, room);
    if (uneven) {
      // Words on a hatch would not be read: they get a plain ground.
      double inset = FillPattern.of(state) == FillPattern.VERTICAL ? 0 : 3;
      brush.fill(left + 3, y + inset, shown + 6, LaneTrack.BOX - 2 * inset, 3, Role.ground(state));
    }
    brush.words(
        left + 6,
        y + LaneTrack.BOX / 2,
        text,
        Face.SMALL,
        Role.on(state),
        room + 1,
        Mark.Align.LEFT);
  }

  private void holds(Bins bins) {
    Spans holds = lane.holds();
    long now = Math.min(lane.end(), view.timeline().now());
    double y = slot.y() + LaneTrack.BOX_TOP - 3.5;
    for (Piece p : Detail.of(Sequence.holding(holds), bins, space.from(), space.to(), now)) {
      double x = Math.max(space.x(p.from()), space.left() - 8);
      double w = Math.min(space.x(p.to()), space.right() + 8) - x;
      boolean lit = p.single() && view.lit(new ThingRef.Lock(holds.object(p.index())));
      brush.seen(HOLDING);
      brush.fill(
          x,
          lit ? y - 1 : y,
          Math.max(0.6, p.single() ? w - 0.8 : w),
          lit ? 5 : 3.5,
          0,
          lit ? Role.ACCENT : Role.HOLD);
    }
  }

  private void selected() {
    for (ThingRef thing : new @Nullable ThingRef[] {view.hover(), view.selection()}) {
      if (thing instanceof ThingRef.Span(int index, long start) && index == lane.index()) {
        int i = lane.spans().at(start);
        if (i >= 0 && lane.spans().start(i) == start) {
          double x = Math.max(space.x(start), space.left() - 8);
          double right = space.x(view.closed(lane.spans().end(i)));
          double w = Math.max(3, Math.min(right, space.right() + 8) - x);
          boolean chosen = thing.equals(view.selection());
          Role role = chosen ? Role.ACCENT : Role.TEXT;
          double t = chosen ? 2 : 1;
          brush.outline(x, slot.y() + LaneTrack.BOX_TOP, w - 0.8, LaneTrack.BOX, 2, role, t);
        }
      }
    }
  }
}
