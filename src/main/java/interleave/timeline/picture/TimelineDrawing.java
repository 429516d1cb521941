package interleave.timeline.picture;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.TimeText;
import interleave.timeline.track.Arrows;
import interleave.timeline.track.Gutter;
import interleave.timeline.track.Space;
import interleave.timeline.track.TrackKind;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import interleave.timeline.track.order.OrderArrows;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the picture of a timeline: overview, ruler, rows, what crosses them, legend, playhead. */
public final class TimelineDrawing {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final double SLACK = 15;
  private static final double LEAST_BODY = 20;

  /** How far things may reach out of the tracks, such as the mark of a start. */
  private static final double EDGE = 2;

  private final TrackKinds kinds;
  private final TextMetrics metrics;
  private final boolean printed;
  private final boolean overviewed;
  private final boolean blank;
  private final Overview overview = new Overview();
  private int unexplained;

  /** Of which snapshot it was asked how it starts. */
  private @Nullable Timeline started;

  private AxisBreak start = AxisBreak.NONE;

  public TimelineDrawing(TrackKinds kinds, TextMetrics metrics) {
    this(kinds, metrics, false, true, false);
  }

  private TimelineDrawing(
      TrackKinds kinds, TextMetrics metrics, boolean printed, boolean overviewed, boolean blank) {
    this.kinds = kinds;
    this.metrics = metrics;
    this.printed = printed;
    this.overviewed = overviewed;
    this.blank = blank;
  }

  /** One for paper, on which nothing can be scrolled or switched. */
  static TimelineDrawing printed(TextMetrics metrics, boolean overviewed) {
    return new TimelineDrawing(TrackKinds.STANDARD, metrics, true, overviewed, false);
  }

  /** One of rows to draw into. */
  static TimelineDrawing blank(TextMetrics metrics) {
    return new TimelineDrawing(TrackKinds.STANDARD, metrics, true, false, true);
  }

  /** How many of what the legend should explain had no room in the last picture. */
  int unexplained() {
    return unexplained;
  }

  /** The frame of that size with a column of names that suits the timeline. */
  public PictureAreas frame(Timeline timeline, double width, double height) {
    return PictureAreas.of(width, height).withGutter(Gutter.width(kinds, timeline, metrics, width));
  }

  /** The same without a legend where that is hidden, or rows would have no room. */
  public PictureAreas frame(View view, double width, double height) {
    PictureAreas frame = frame(view.timeline(), width, height);
    boolean legend = !view.folds().hidesLegend() && frame.bodyHeight() > LEAST_BODY;
    return legend ? frame : frame.withoutLegend();
  }

  /** The rows of a view, which may be very many. */
  public Rows layOut(View view) {
    TimeText.by(view.timeline());
    return kinds.rows(view.timeline(), view.folds());
  }

  public Picture draw(View view) {
    return draw(view, layOut(view));
  }

  /**
   * @param rows those of the view, as {@link #layOut} makes them
   */
  public Picture draw(View view, Rows rows) {
    TimeText.by(view.timeline());
    Space space = new Space(view, rows);
    Brush brush = new Brush(metrics);
    PictureAreas frame = view.frame();
    brush.fill(0, 0, frame.width(), frame.height(), 0, Role.BACKGROUND);
    Brush.Moment before = brush.moment();
    body(view, space, brush);
    if (blank) {
      BlankRows.draw(view, space, before, brush);
    }
    RulerBand.draw(view, space, brush);
    StartBreak.draw(view, space, start(view), brush);
    if (overviewed) {
      overview.draw(view, brush);
    }
    double end = Math.min(frame.bodyBottom(), frame.bodyTop() + rows.height());
    RangeShade.edges(view, space, brush, end);
    if (frame.legend() > 0) {
      unexplained =
          blank ? Legend.states(view, brush, end) : Legend.draw(view, brush, end, printed);
    }
    PlayheadMark.draw(view, space, brush, end);
    return new Picture(
        brush.list(frame.width(), frame.height()),
        brush.hits().build(),
        rows,
        frame.bodyTop() + rows.height() + frame.legend());
  }

  /** How the run starts; where that was opened it is found once for each snapshot. */
  private AxisBreak start(View view) {
    AxisBreak gap = view.viewport().gap();
    if (!gap.equals(AxisBreak.NONE) || !view.folds().opensStart()) {
      return gap;
    }
    if (view.timeline() != started) {
      started = view.timeline();
      start = StartBreak.start(started);
    }
    return start;
  }

  private void body(View view, Space space, Brush brush) {
    PictureAreas frame = view.frame();
    double top = frame.bodyTop();
    brush.hits().rect(0, top, frame.width(), frame.bodyHeight(), Hit.of(Part.TRACK));
    List<Row> pass = space.pass();
    double bottom = Math.min(frame.bodyBottom(), top + space.rows().height());
    rows(view, space, pass, new Extent(top + space.strip(), bottom), brush);
    if (space.strip() > 0) {
      strip(view, space, brush);
    }
    brush.tracks(
        space.left() - SLACK, top, space.right() - space.left() + SLACK, frame.bodyHeight());
    for (TrackKind kind : kinds.kinds()) {
      overlay(kind, view, space, brush);
    }
    Arrows.draw(view, space, brush);
    OrderArrows.draw(view, space, brush);
    PathLine.draw(view, space, brush);
    RangeShade.body(view, space, brush, bottom);
    brush.join(() -> cover(space, pass, new Extent(top, frame.bodyBottom()), brush));
    thumb(view, space, brush);
  }

  /** From where to where something lies, from top to bottom. */
  private record Extent(double top, double bottom) {}

  private static void rows(View view, Space space, List<Row> rows, Extent where, Brush brush) {
    PictureAreas frame = view.frame();
    for (Row row : rows) {
      TrackKind.ground(row, space, frame.left(), frame.trackRight(), brush);
    }
    RulerBand.grid(view, space, where.top, where.bottom, brush);
    for (Row row : rows) {
      brush.names();
      row(view, space, row, brush);
    }
  }

  /** What is pinned, over the rows that are scrolled away under it. */
  private static void strip(View view, Space space, Brush brush) {
    PictureAreas frame = view.frame();
    List<Row> stay = space.stay();
    Extent strip = new Extent(frame.bodyTop(), frame.bodyTop() + space.strip());
    brush.tracks(0, strip.top, frame.width(), space.strip());
    brush.fill(0, strip.top, frame.width(), space.strip(), 0, Role.BACKGROUND);
    brush.names();
    brush.hits().rect(0, strip.top, frame.width(), space.strip(), Hit.of(Part.TRACK));
    cover(space, stay, strip, brush);
    brush.tracks(0, strip.top, frame.width(), space.strip());
    rows(view, space, stay, strip, brush);
    if (view.viewport().scroll() > 0) {
      brush.names();
      brush.line(0, strip.bottom, frame.width(), strip.bottom, Role.MUTED, 1);
    }
  }

  /**
   * The names stand on a ground of their own, which hides what the tracks drew beyond their edge.
   */
  private static void cover(Space space, List<Row> rows, Extent where, Brush brush) {
    PictureAreas frame = space.frame();
    double height = where.bottom - where.top;
    double edge = frame.trackLeft() - EDGE;
    brush.fill(0, where.top, edge, height, 0, Role.BACKGROUND);
    double right = frame.trackRight();
    brush.fill(right, where.top, frame.width() - right, height, 0, Role.BACKGROUND);
    for (Row row : rows) {
      TrackKind.ground(row, space, frame.left(), edge, brush);
    }
  }

  /** How far one has scrolled, where rows do not fit. */
  private void thumb(View view, Space space, Brush brush) {
    PictureAreas frame = view.frame();
    double all = space.rows().height();
    double shown = frame.bodyHeight();
    if (all > shown + 1 && !printed) {
      double height = Math.max(24, shown * shown / all);
      double share = Math.min(1, view.viewport().scroll() / (all - shown));
      double y = frame.bodyTop() + share * (shown - height);
      brush.fill(frame.width() - 8, y, 5, height, 2.5, Role.MUTED, 0.45);
    }
  }

  private static void row(View view, Space space, Row row, Brush brush) {
    if (!(row.source() instanceof TrackKind kind)) {
      return;
    }
    TrackKind.Slot slot = new TrackKind.Slot(row.index(), space.top(row), row.height());
    Brush.Moment before = brush.moment();
    try {
      kind.draw(view, space, slot, brush);
    } catch (RuntimeException e) {
      brush.undo(before);
      brush.names();
      failure(kind, e, space, slot, brush);
    }
  }

  private static void overlay(TrackKind kind, View view, Space space, Brush brush) {
    Brush.Moment before = brush.moment();
    try {
      kind.overlay(view, space, brush);
    } catch (RuntimeException e) {
      brush.undo(before);
      double y = space.frame().bodyBottom() - 12;
      brush.words(
          space.left(), y, WORDS.get("broken.arrows", kind.name(), e), Face.SMALL, Role.RED);
    }
  }

  /** One track that cannot be drawn says so, and leaves the others alone. */
  private static void failure(
      TrackKind kind, RuntimeException e, Space space, TrackKind.Slot slot, Brush brush) {
    String text = WORDS.get("broken.track", kind.name(), slot.index(), e);
    double width = space.right() - space.frame().left() - 16;
    brush.words(
        space.frame().left() + 12,
        slot.middle(),
        text,
        Face.SMALL,
        Role.RED,
        width,
        Mark.Align.LEFT);
  }
}
