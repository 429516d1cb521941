package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.hit.Hit;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.Space;
import interleave.timeline.track.TrackKinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the functions of {@link TimelineKeys} do, and what wheel and drags come to. */
final class TimelineBehavior {
  private static final TrackKinds KINDS = TrackKinds.STANDARD;
  private static final double ZOOM = 0.7;
  private static final double PAN = 0.15;
  private static final double SCROLL = 60;
  private static final double MIDDLE = 0.5;
  private static final double OTHER_THAN_ROWS =
      PictureAreas.OVERVIEW + PictureAreas.RULER + PictureAreas.LEGEND;

  private final TimelineView view;
  private final Supplier<@Nullable Rows> rows;
  private final RowWishes chosen;

  TimelineBehavior(TimelineView view, Supplier<@Nullable Rows> rows) {
    this.view = view;
    this.rows = rows;
    this.chosen = new RowWishes(view);
  }

  void run(TimelineKeys.Function function) {
    Timeline timeline = view.getTimeline();
    if (timeline == null) {
      return;
    }
    Viewport target = view.targetProperty().get();
    switch (function) {
      case ZOOM_IN -> zoom(ZOOM, anchor(timeline));
      case ZOOM_OUT -> zoom(1 / ZOOM, anchor(timeline));
      case PAN_LEFT -> pan(-PAN * target.length());
      case PAN_RIGHT -> pan(PAN * target.length());
      case SCROLL_UP -> scroll(-SCROLL);
      case SCROLL_DOWN -> scroll(SCROLL);
      case ROW_UP -> row(timeline, -1);
      case ROW_DOWN -> row(timeline, 1);
      case FOLD -> fold(timeline);
      case FIT_SELECTION -> fitSelection();
      case FIT_ALL -> view.fitAll();
      case ARROWS -> view.foldsProperty().set(view.foldsProperty().get().toggleArrows());
      case PIN -> chosen.pin();
      case RELATED -> chosen.toggleRelated();
      case BOOKMARK -> bookmark();
      case NEXT_SPAN -> select(timeline, step(timeline, 1));
      case PREVIOUS_SPAN -> select(timeline, step(timeline, -1));
      case ARROW_BACK -> select(timeline, KINDS.follow(timeline, view.getSelection(), -1));
      case ARROW_FORWARD -> select(timeline, KINDS.follow(timeline, view.getSelection(), 1));
      case START -> start(timeline);
      case END -> end(timeline);
      case CLEAR -> clear();
    }
  }

  /** The range goes first, then a path that is drawn, then what is selected. */
  private void clear() {
    if (view.rangeProperty().get() != null || view.pathProperty().get() != null) {
      view.ask(null);
    } else {
      view.select(null);
    }
  }

  /** Asks about what lies between two places of the picture as it was in that window. */
  void range(Timeline timeline, PictureAreas frame, long anchor, double x) {
    long time = within(timeline, frame.scale(view.getViewport()).time(x));
    view.ask(TimeRange.between(within(timeline, anchor), time));
  }

  private static long within(Timeline timeline, long time) {
    return Math.max(timeline.start(), Math.min(timeline.now(), time));
  }

  /** Shows a longer or shorter time; what is at {@code anchor} of the width stays. */
  void zoom(double factor, double anchor) {
    view.followingProperty().set(false);
    view.moveTo(view.targetProperty().get().zoom(factor, anchor));
  }

  void pan(double ns) {
    view.followingProperty().set(false);
    view.moveTo(view.targetProperty().get().pan(ns));
  }

  void scroll(double pixels) {
    Viewport target = view.targetProperty().get();
    view.moveTo(target.scrolled(Math.max(0, target.scroll() + pixels)));
  }

  /** Selects what the next row shows that shows something, and scrolls it into sight. */
  private void row(Timeline timeline, int direction) {
    Rows all = rows.get();
    if (all == null) {
      return;
    }
    int at = KINDS.row(timeline, all, view.getSelection());
    int next = at < 0 ? 0 : at + direction;
    while (next >= 0 && next < all.all().size()) {
      Row row = all.all().get(next);
      ThingRef thing = KINDS.thing(timeline, row);
      if (thing != null) {
        view.select(thing);
        intoSight(row, Space.strip(all, rowsShown()));
        return;
      }
      next += direction;
    }
  }

  /** Shows the service threads of a process, the last of which is brought into sight, or not. */
  void services(Hit hit) {
    Timeline timeline = view.getTimeline();
    Folds folds = KINDS.click(view.foldsProperty().get(), hit);
    view.foldsProperty().set(folds);
    if (timeline != null && folds.services().contains(hit.index())) {
      timeline.processes().get(hit.index()).lanes().stream()
          .filter(lane -> timeline.lanes().get(lane).service())
          .reduce((_, next) -> next)
          .ifPresent(last -> reveal(new ThingRef.Lane(last)));
    }
  }

  /** Scrolls the row of what is selected into sight, unless at least half of it is. */
  void reveal(@Nullable ThingRef thing) {
    Rows all = rows.get();
    Timeline timeline = view.getTimeline();
    if (all == null || timeline == null) {
      return;
    }
    int at = KINDS.row(timeline, all, thing);
    if (at < 0) {
      Folds folds = KINDS.reveal(timeline, view.foldsProperty().get(), thing);
      view.foldsProperty().set(folds);
      all = KINDS.rows(timeline, folds);
      at = KINDS.row(timeline, all, thing);
    }
    if (at < 0) {
      return;
    }
    Row row = all.all().get(at);
    double scroll = view.targetProperty().get().scroll();
    double strip = Space.strip(all, rowsShown());
    if (row.middle() < scroll + strip || row.middle() > scroll + rowsShown()) {
      intoSight(row, strip);
    }
  }

  /** Scrolls below the strip of pinned rows; those are in sight always. */
  private void intoSight(Row row, double strip) {
    if (row.top() >= strip) {
      double scroll = view.targetProperty().get().scroll();
      double wanted = Math.min(row.top() - strip, Math.max(scroll, row.bottom() - rowsShown()));
      scroll(wanted - scroll);
    }
  }

  private double rowsShown() {
    return Math.max(60, view.getHeight() - OTHER_THAN_ROWS);
  }

  private void fold(Timeline timeline) {
    Folds folds = view.foldsProperty().get();
    view.foldsProperty().set(KINDS.fold(timeline, folds, view.getSelection()));
  }

  void bookmark() {
    long time = view.playheadProperty().get();
    if (time == Timeline.OPEN) {
      return;
    }
    List<TimeMark> marks = new ArrayList<>(view.bookmarks());
    if (!marks.removeIf(mark -> mark.time() == time)) {
      marks.add(new TimeMark(time));
      Collections.sort(marks);
    }
    view.mark(marks);
  }

  /** Zooms around the playhead where it is in sight, else around the middle. */
  private double anchor(Timeline timeline) {
    long playhead = view.playheadProperty().get();
    if (playhead == Timeline.OPEN) {
      return MIDDLE;
    }
    Viewport target = view.targetProperty().get();
    double share = target.share(Math.min(playhead, timeline.now()));
    return share >= 0 && share <= 1 ? share : MIDDLE;
  }

  private void fitSelection() {
    ThingRef selection = view.getSelection();
    if (selection == null) {
      view.fitAll();
    } else {
      view.fit(selection);
    }
  }

  private @Nullable ThingRef step(Timeline timeline, int direction) {
    return KINDS.step(timeline, view.getSelection(), view.playheadProperty().get(), direction);
  }

  private void select(Timeline timeline, @Nullable ThingRef thing) {
    Extent extent = thing == null ? null : Extent.of(timeline, thing);
    if (thing == null || extent == null) {
      return;
    }
    view.select(thing);
    reveal(extent);
  }

  /** Pans so that the beginning of it is in sight, and no further. */
  void reveal(Extent extent) {
    Viewport target = view.targetProperty().get();
    double x = target.share(extent.from());
    if (x < 0 || x > 0.95) {
      pan((x - 0.3) * target.length());
    }
  }

  private void start(Timeline timeline) {
    pan(view.targetProperty().get().until(timeline.start()));
    view.seek(timeline.start());
  }

  /** The end at the right edge; where all fits in, the beginning stays at the left one. */
  private void end(Timeline timeline) {
    Viewport target = view.targetProperty().get();
    double ahead = target.until(timeline.now());
    boolean fits = ahead - target.until(timeline.start()) <= target.length();
    pan(fits ? target.until(timeline.start()) : ahead - target.length() * 0.98);
    view.followingProperty().set(timeline.live());
    view.seek(timeline.live() ? Timeline.OPEN : timeline.now());
  }

  /** The window that the overview's brush was dragged to. */
  void brush(Timeline timeline, PictureAreas frame, double fromX, double toX) {
    Viewport before = view.getViewport();
    TimeScale overview = frame.overview(timeline.start(), timeline.now(), before.gap());
    long from = overview.time(Math.min(fromX, toX));
    long to = overview.time(Math.max(fromX, toX));
    view.followingProperty().set(false);
    view.jumpTo(before.gap().window(from, to).scrolled(before.scroll()));
  }
}
