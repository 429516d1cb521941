package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.FigureDrawing;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.View;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Frame;
import interleave.timeline.layout.TellingMoment;
import interleave.timeline.layout.Viewport;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * A timeline as a picture of its own: title, subtitle, parameters, overview, ruler, all rows,
 * legend and, if asked for, the stage. As high as it needs to be. To be rendered on the JavaFX
 * thread; no window has to be open.
 *
 * @param width in pixels at scale 1
 * @param scale 1, 2 or 3 pixels a point
 * @param viewport the window to show, null for where one begins to look
 * @param playhead a time, or {@link Timeline#OPEN} for none; with a stage one is chosen then
 * @param stage whether the stage is drawn below
 */
public record TimelineFigure(
    Timeline timeline,
    String title,
    String subtitle,
    List<String> parameters,
    Palette palette,
    double width,
    int scale,
    @Nullable Viewport viewport,
    long playhead,
    interleave.timeline.@Nullable ThingRef selection,
    Folds folds,
    boolean stage) {
  private static final int STRIP = 2_000;

  /** Pixels that a figure has at most; rows beyond are left out. */
  private static final double MOST_PIXELS = 64e6;

  /** The whole run at 1440 pixels in light colours with its stage at the end. */
  public static TimelineFigure of(
      Timeline timeline, String title, String subtitle, List<String> parameters) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        Palette.LIGHT,
        1440,
        1,
        null,
        Timeline.OPEN,
        null,
        Folds.NONE,
        false);
  }

  public TimelineFigure withPalette(Palette colours) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        colours,
        width,
        scale,
        viewport,
        playhead,
        selection,
        folds,
        stage);
  }

  public TimelineFigure withScale(int pixels) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        palette,
        width,
        pixels,
        viewport,
        playhead,
        selection,
        folds,
        stage);
  }

  public TimelineFigure withWidth(double pixels) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        palette,
        pixels,
        scale,
        viewport,
        playhead,
        selection,
        folds,
        stage);
  }

  /** The figure of what a view shows at this moment. */
  public TimelineFigure as(TimelineView view) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        view.paletteProperty().get(),
        width,
        scale,
        view.getViewport().scrolled(0),
        view.playheadProperty().get(),
        view.getSelection(),
        view.foldsProperty().get(),
        stage);
  }

  public TimelineFigure withStage(boolean shown) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        palette,
        width,
        scale,
        viewport,
        playhead,
        selection,
        folds,
        shown);
  }

  public TimelineFigure at(long time, @Nullable Viewport window) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        palette,
        width,
        scale,
        window,
        time,
        selection,
        folds,
        stage);
  }

  public TimelineFigure selecting(interleave.timeline.@Nullable ThingRef thing) {
    return new TimelineFigure(
        timeline,
        title,
        subtitle,
        parameters,
        palette,
        width,
        scale,
        viewport,
        playhead,
        thing,
        folds,
        stage);
  }

  /** Paints it, strip by strip, as no texture is as high as a figure may be. */
  public WritableImage image() {
    DisplayList list = picture().list();
    Painter painter = new Painter(Typefaces.bundled(), palette);
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
    boolean chosen = playhead != Timeline.OPEN || !stage || timeline.live();
    return chosen ? playhead : TellingMoment.of(timeline);
  }

  Picture picture() {
    Viewport window = viewport == null ? LiveWindow.first(timeline) : viewport;
    View view =
        new View(
            timeline,
            window.scrolled(0),
            Frame.of(width, MOST_PIXELS / (width * scale * scale)),
            folds,
            moment(),
            selection,
            null,
            List.of());
    return new FigureDrawing(Typefaces.bundled(), title, subtitle, parameters, stage).draw(view);
  }
}
