package interleave.figure.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
  @Test
  void otherReadersSeeTheSamePixels() throws Exception {
    int[] pixels = new int[37 * 11];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xff000000 | i * 7_919_111;
    }
    var image = ImageIO.read(new ByteArrayInputStream(PngFile.encode(pixels, 37, 11)));
    assertThat(image.getWidth()).isEqualTo(37);
    assertThat(image.getHeight()).isEqualTo(11);
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(image.getRGB(x, y)).isEqualTo(0xff000000 | pixels[y * 37 + x]);
      }
    }
  }
}
