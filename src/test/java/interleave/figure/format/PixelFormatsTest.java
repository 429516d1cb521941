package interleave.figure.format;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.figure.Paper;
import interleave.figure.Replay;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.sketch.Sketches;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class PixelFormatsTest {
  private static final Figure MOVING =
      Figures.of(
          Sketches.queue(),
          FigureOptions.USUAL
              .on(Paper.USUAL.wide(500, Paper.Unit.PX))
              .moving(new Replay(1.2, 5, true)));

  private static Figure still(int scale) {
    Paper paper = Paper.USUAL.wide(700, Paper.Unit.PX).scaled(scale);
    return Figures.of(Sketches.queue(), FigureOptions.USUAL.on(paper));
  }

  @Test
  void pngIsAsFineAsItIsAskedFor() throws Exception {
    for (int scale = 1; scale <= 4; scale += 3) {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(Written.as(".png", still(scale))));
      assertThat(image.getWidth()).isEqualTo(700 * scale);
      assertThat(image.getHeight()).isBetween(600 * scale, 900 * scale);
    }
  }

  @Test
  void bandsOfPixelsAreThePixelsOfTheWhole() throws Exception {
    Figure figure = still(2);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Written.as(".png", figure)));
    int[] whole = new PixelPainter(figure, 2).whole(figure.whole());
    int[] read = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(image.getHeight()).isGreaterThan(512);
    int most = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int away = (read[i] >> shift & 255) - (whole[i] >> shift & 255);
        most = Math.max(most, Math.abs(away));
      }
    }
    assertThat(most).as("shares are summed up from another row on").isLessThanOrEqualTo(1);
    assertThat(Written.as(".png", still(2))).isEqualTo(Written.as(".png", figure));
  }

  @Test
  void aGifShowsTheReplayToItsEnd() throws Exception {
    byte[] gif = Written.as(".gif", MOVING);
    assertThat(Written.as(".gif", MOVING)).isEqualTo(gif);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      int frames = reader.getNumImages(true);
      assertThat(frames).isEqualTo(MOVING.options().replay().frames());
      BufferedImage canvas = reader.read(0);
      BufferedImage shown =
          new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
      shown.getGraphics().drawImage(canvas, 0, 0, null);
      for (int i = 1; i < frames; i++) {
        var place = reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
        var where = place.getFirstChild().getAttributes();
        int x = Integer.parseInt(where.getNamedItem("imageLeftPosition").getNodeValue());
        int y = Integer.parseInt(where.getNamedItem("imageTopPosition").getNodeValue());
        shown.getGraphics().drawImage(reader.read(i), x, y, null);
      }
      assertNear(shown, last(shown.getWidth(), shown.getHeight()));
    }
  }

  private static int[] last(int width, int height) {
    DisplayList list = MOVING.at(MOVING.shown().to());
    return new PixelPainter(MOVING, 1)
        .band(new DisplayList(width, height, list.marks()), 0, height);
  }

  private static void assertNear(BufferedImage image, int[] pixels) {
    long away = 0;
    for (int i = 0; i < pixels.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      for (int shift = 0; shift <= 16; shift += 8) {
        away += Math.abs((rgb >> shift & 255) - (pixels[i] >> shift & 255));
      }
    }
    assertThat(away / (3.0 * pixels.length)).isLessThan(0.5);
  }

  @Test
  void anAnimatedPngShowsTheReplayInAllItsColours() throws Exception {
    byte[] apng = Written.as(".apng", MOVING);
    BufferedImage first = ImageIO.read(new ByteArrayInputStream(apng));
    int width = first.getWidth();
    int height = first.getHeight();
    int[] canvas = new int[width * height];
    int frames = 0;
    byte[] control = new byte[0];
    for (Chunk chunk : chunks(apng)) {
      switch (chunk.type()) {
        case "acTL" ->
            assertThat(ByteBuffer.wrap(chunk.data()).getInt())
                .isEqualTo(MOVING.options().replay().frames());
        case "fcTL" -> control = chunk.data();
        case "IDAT" -> frames += over(canvas, width, control, chunk.data());
        case "fdAT" ->
            frames +=
                over(
                    canvas,
                    width,
                    control,
                    java.util.Arrays.copyOfRange(chunk.data(), 4, chunk.data().length));
        default -> {}
      }
    }
    assertThat(frames).isEqualTo(MOVING.options().replay().frames());
    assertThat(canvas).isEqualTo(last(width, height));
  }

  /** Lays a picture over what is there; 1 picture more. */
  private static int over(int[] canvas, int width, byte[] control, byte[] packed) throws Exception {
    ByteBuffer place = ByteBuffer.wrap(control).position(4);
    int w = place.getInt();
    int h = place.getInt();
    int left = place.getInt();
    int top = place.getInt();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngFile file = new PngFile(out, w, h, PngFile.WITH_ALPHA);
    file.chunk("IDAT", packed);
    file.end();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int pixel = image.getRGB(x, y);
        if (pixel >>> 24 != 0) {
          canvas[(top + y) * width + left + x] = pixel;
        }
      }
    }
    return 1;
  }

  private record Chunk(String type, byte[] data) {}

  private static List<Chunk> chunks(byte[] png) {
    List<Chunk> chunks = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
    while (bytes.hasRemaining()) {
      byte[] data = new byte[bytes.getInt()];
      byte[] type = new byte[4];
      bytes.get(type).get(data).getInt();
      chunks.add(new Chunk(new String(type, StandardCharsets.US_ASCII), data));
    }
    return chunks;
  }
}
