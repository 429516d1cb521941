package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.InitialPlayhead;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.FigureDrawing;
import interleave.timeline.track.View;
import java.util.List;
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
  public record Paper(Palette palette, double width, int scale, boolean stage) {}

  /**
   * What of the run is shown.
   *
   * @param viewport the window to show, null for where one begins to look
   * @param playhead a time, or {@link Timeline#OPEN} for none; with a stage one is chosen then
   */
  public record Sight(
      @Nullable Viewport viewport, long playhead, @Nullable ThingRef selection, Folds folds) {}

  /** The whole run at 1440 pixels in light colours with its stage at the end. */
  public static TimelineFigure of(
      Timeline timeline, String title, String subtitle, List<String> parameters) {
    return new TimelineFigure(
        timeline,
        new Caption(title, subtitle, parameters),
        new Paper(Palette.LIGHT, 1440, 1, false),
        new Sight(null, Timeline.OPEN, null, Folds.NONE));
  }

  private TimelineFigure on(Paper other) {
    return new TimelineFigure(timeline, caption, other, sight);
  }

  private TimelineFigure showing(Sight other) {
    return new TimelineFigure(timeline, caption, paper, other);
  }

  public TimelineFigure withPalette(Palette colours) {
    return on(new Paper(colours, paper.width, paper.scale, paper.stage));
  }

  public TimelineFigure withScale(int pixels) {
    return on(new Paper(paper.palette, paper.width, pixels, paper.stage));
  }

  public TimelineFigure withWidth(double pixels) {
    return on(new Paper(paper.palette, pixels, paper.scale, paper.stage));
  }

  public TimelineFigure withStage(boolean shown) {
    return on(new Paper(paper.palette, paper.width, paper.scale, shown));
  }

  /** The figure of what a view shows at this moment. */
  public TimelineFigure as(TimelineView view) {
    return withPalette(view.paletteProperty().get())
        .showing(
            new Sight(
                view.getViewport().scrolled(0),
                view.playheadProperty().get(),
                view.getSelection(),
                view.foldsProperty().get()));
  }

  public TimelineFigure at(long time, @Nullable Viewport window) {
    return showing(new Sight(window, time, sight.selection, sight.folds));
  }

  public TimelineFigure selecting(@Nullable ThingRef thing) {
    return showing(new Sight(sight.viewport, sight.playhead, thing, sight.folds));
  }

  /** Paints it, strip by strip, as no texture is as high as a figure may be. */
  public WritableImage image() {
    DisplayList list = picture().list();
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

  /** Paints it and encodes it as a PNG file. On the JavaFX thread. */
  public byte[] png() {
    return PngFile.encode(image());
  }

  /** A stage needs a moment: that of the playhead, or else one that tells much. */
  private long moment() {
    boolean chosen = sight.playhead != Timeline.OPEN || !paper.stage || timeline.live();
    return chosen ? sight.playhead : InitialPlayhead.of(timeline);
  }

  Picture picture() {
    Viewport chosen = sight.viewport;
    Viewport window = chosen == null ? LiveWindow.first(timeline) : chosen;
    View view =
        new View(
            timeline,
            window.scrolled(0),
            PictureAreas.of(paper.width, MOST_PIXELS / (paper.width * paper.scale * paper.scale)),
            sight.folds,
            moment(),
            sight.selection,
            null,
            List.of());
    return new FigureDrawing(
            Typefaces.bundled(), caption.title, caption.subtitle, caption.parameters, paper.stage)
        .draw(view);
  }
}
