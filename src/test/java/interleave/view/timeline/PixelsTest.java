package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.raster.Raster;
import interleave.timeline.raster.Surface;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What is painted beside the toolkit looks as what the toolkit paints, letters too. */
@ExtendWith(ApplicationExtension.class)
class PixelsTest {
  private static final int WIDE = 1000;
  private static final int HIGH = 700;

  /** Of 255: what an eye sees where it is more than an edge. */
  private static final int SEEN = 48;

  private static final double EDGES = 0.0005;

  /** The toolkit lets the lines of a hatch reach half a pixel out of its area. */
  private static final double ENDS_OF_HATCHES = 0.01;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPictureLooksTheSameFromBothPainters(int scale) throws Exception {
    Timeline crowd = Sketches.crowd(20, 300);
    List<Timeline> all =
        List.of(
            Sketches.queue(),
            Sketches.lock(),
            Sketches.race(),
            Sketches.pool(),
            crowd,
            EveryKind.timeline());
    for (Timeline timeline : all) {
      for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
        double apart = timeline == crowd ? ENDS_OF_HATCHES : EDGES;
        WaitForAsyncUtils.asyncFx(() -> compare(timeline, palette, scale, apart)).get();
      }
    }
  }

  private static void compare(Timeline timeline, Palette palette, int scale, double apart) {
    DisplayList list = list(timeline);
    int[] here = new int[WIDE * scale * HIGH * scale];
    Surface surface = new Surface(WIDE * scale, HIGH * scale, here);
    new Raster(surface, LetterSheet.of(scale), palette).paint(list);
    int[] there = toolkit(list, palette, scale);
    long sum = 0;
    int seen = 0;
    for (int i = 0; i < here.length; i++) {
      int most = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        most = Math.max(most, Math.abs((here[i] >> shift & 255) - (there[i] >> shift & 255)));
      }
      sum += most;
      seen += most > SEEN ? 1 : 0;
    }
    assertThat(sum / (double) here.length).as("mean").isLessThan(1.5);
    assertThat(seen / (double) here.length).as("part that is seen").isLessThan(apart);
  }

  private static DisplayList list(Timeline timeline) {
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, Typefaces.bundled());
    long length = timeline.now() - timeline.start();
    View view =
        View.of(
                timeline,
                Viewport.of(timeline.start(), timeline.now() + 1),
                drawing.frame(timeline, WIDE, HIGH))
            .withPlayhead(timeline.start() + length / 3)
            .withSelection(new ThingRef.Lane(1));
    return drawing.draw(view).list();
  }

  private static int[] toolkit(DisplayList list, Palette palette, int scale) {
    Canvas canvas = new Canvas(WIDE * scale, HIGH * scale);
    var g = canvas.getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, 0, 0);
    new Painter(Typefaces.bundled(), palette).paint(list, g);
    var image = canvas.snapshot(new SnapshotParameters(), null);
    int[] pixels = new int[WIDE * scale * HIGH * scale];
    image
        .getPixelReader()
        .getPixels(
            0,
            0,
            WIDE * scale,
            HIGH * scale,
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            WIDE * scale);
    return pixels;
  }
}
