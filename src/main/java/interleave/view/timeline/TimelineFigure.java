package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.FigureDrawing;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.picture.StartBreak;
import interleave.timeline.track.View;
import interleave.view.export.Still;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A timeline as a picture of its own: title, subtitle, parameters, overview, ruler, all rows,
 * legend and, if asked for, the stage. As high as it needs to be. To be rendered on the JavaFX
 * thread; no window has to be open.
 */
public record TimelineFigure(Timeline timeline, Caption caption, Paper paper, Sight sight) {
  private static final int STRIP = 2_000;

  /** Pixels that a figure has at most; rows beyond are left out. */
  private static final double MOST_PIXELS = 64e6;

  /** What stands above it. */
  public record Caption(String title, String subtitle, List<String> parameters) {}

  /**
   * What it is drawn on.
   *
   * @param width in pixels at scale 1
   * @param scale 1, 2 or 3 pixels a point
   * @param stage whether the stage is drawn below
   */
  public record Paper(Palette palette, double width, int scale, boolean stage) {
    /** As wide as a figure mostly is, with the stage. */
    public static Paper of(Palette palette, int scale) {
      return new Paper(palette, 1440, scale, true);
    }
  }

  /**
   * What of the run is shown.
   *
   * @param viewport the window to show, null for where one begins to look
   * @param path the critical path to draw, null for none
   * @param playhead a time, or {@link Timeline#OPEN} for none; with a stage one is chosen then
   */
  public record Sight(
      @Nullable Viewport viewport,
      long playhead,
      @Nullable ThingRef selection,
      Folds folds,
      @Nullable CriticalPath path) {
    /** All of it, as one begins to look. */
    public static final Sight WHOLE = whole("");

    /** The same with rows of that kind directly below the threads. */
    public static Sight whole(String leading) {
      return new Sight(null, Timeline.OPEN, null, Folds.NONE.leading(leading), null);
    }

    /** Without a path. */
    public Sight(
        @Nullable Viewport viewport, long playhead, @Nullable ThingRef selection, Folds folds) {
      this(viewport, playhead, selection, folds, null);
    }

    /** A part of it, with nothing selected. */
    public static Sight at(long playhead, @Nullable Viewport viewport) {
      return new Sight(viewport, playhead, null, Folds.NONE, null);
    }
  }

  /** Paints it. On the JavaFX thread. */
  public Still still() {
    DisplayList list = picture().list();
    return new Still(painted(list), Optional.of(list));
  }

  /** Strip by strip, as no texture is as high as a figure may be. */
  private WritableImage painted(DisplayList list) {
    Painter painter = new Painter(Typefaces.bundled(), paper.palette);
    int scale = paper.scale;
    int wide = (int) Math.ceil(list.width() * scale);
    int high = (int) Math.ceil(list.height() * scale);
    WritableImage image = new WritableImage(wide, high);
    for (int top = 0; top < high; top += STRIP) {
      int part = Math.min(STRIP, high - top);
      Canvas canvas = new Canvas(wide, part);
      var g = canvas.getGraphicsContext2D();
      g.setTransform(scale, 0, 0, scale, 0, -top);
      painter.paint(list, g);
      WritableImage strip = canvas.snapshot(new SnapshotParameters(), null);
      image.getPixelWriter().setPixels(0, top, wide, part, strip.getPixelReader(), 0, 0);
    }
    return image;
  }

  /** A stage needs a moment: that of the playhead, or else one that tells much. */
  private long moment() {
    boolean chosen = sight.playhead != Timeline.OPEN || !paper.stage || timeline.live();
    return chosen ? sight.playhead : InitialPlayhead.of(timeline);
  }

  Picture picture() {
    Viewport chosen = sight.viewport;
    Viewport window =
        chosen == null ? LiveWindow.whole(timeline, StartBreak.of(timeline, sight.folds)) : chosen;
    View view =
        new View(
            timeline,
            window.scrolled(0),
            PictureAreas.of(paper.width, MOST_PIXELS / (paper.width * paper.scale * paper.scale)),
            sight.folds,
            moment(),
            sight.selection,
            null,
            List.of(),
            null,
            sight.path);
    Set<FigurePart> parts = EnumSet.complementOf(EnumSet.of(FigurePart.FOOTER));
    if (!paper.stage) {
      parts.remove(FigurePart.TABLEAU);
    }
    FigureCaption above =
        new FigureCaption(caption.title, caption.subtitle, caption.parameters, List.of());
    return new FigureDrawing(Typefaces.bundled(), above, parts).draw(view);
  }
}
