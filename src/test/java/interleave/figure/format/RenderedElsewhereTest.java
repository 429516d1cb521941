package interleave.figure.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.Figures;
import interleave.figure.Paper;
import interleave.timeline.sketch.Sketches;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs draw what we wrote as our own pixels have it. */
class RenderedElsewhereTest {
  /** Readers smooth edges in other ways, so means of squares of so many pixels are compared. */
  private static final int SQUARE = 8;

  /** Of 255, by how much such a mean may differ, and by how much all of them may on average. */
  private static final double MOST = 60;

  private static final double MEAN = 1.5;

  @TempDir Path folder;

  private static Figure figure(FigureTheme theme) {
    Paper paper = Paper.USUAL.wide(1000, Paper.Unit.PX).scaled(1).embedding(false);
    return Figures.of(Sketches.queue(), FigureOptions.USUAL.on(paper).in(theme));
  }

  @Test
  void librsvgDrawsTheSame() throws Exception {
    Path fonts = folder.resolve("fonts.conf");
    Files.writeString(
        fonts,
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
            + Path.of("assets/fonts").toAbsolutePath()
            + "</dir><cachedir>"
            + folder
            + "</cachedir></fontconfig>");
    for (FigureTheme theme : List.of(FigureTheme.LIGHT, FigureTheme.GREY)) {
      Path svg = Files.write(folder.resolve("a.svg"), Written.as(".svg", figure(theme)));
      Path png = folder.resolve("a.png");
      run(
          Map.of("FONTCONFIG_FILE", fonts.toString()),
          List.of("rsvg-convert", svg.toString(), "-o", png.toString()));
      compare(ImageIO.read(png.toFile()), theme);
    }
  }

  @Test
  void popplerDrawsTheSame() throws Exception {
    Path pdf = Files.write(folder.resolve("a.pdf"), Written.as(".pdf", figure(FigureTheme.LIGHT)));
    run(
        Map.of(),
        List.of("pdftoppm", "-r", "96", "-png", "-singlefile", pdf.toString(), folder + "/b"));
    compare(ImageIO.read(folder.resolve("b.png").toFile()), FigureTheme.LIGHT);
  }

  /** Skipped, saying so, where there is no such program. */
  private void run(Map<String, String> environment, List<String> command) throws Exception {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(folder.resolve("said").toFile());
      builder.environment().putAll(environment);
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "there is no " + command.getFirst() + " here");
      return;
    }
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
  }

  private static void compare(BufferedImage theirs, FigureTheme theme) throws IOException {
    BufferedImage ours = ImageIO.read(new ByteArrayInputStream(Written.as(".png", figure(theme))));
    assertThat(theirs.getWidth()).isEqualTo(ours.getWidth());
    assertThat(theirs.getHeight()).isEqualTo(ours.getHeight());
    double sum = 0;
    double most = 0;
    int squares = 0;
    for (int y = 0; y + SQUARE <= ours.getHeight(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= ours.getWidth(); x += SQUARE) {
        double differs = Math.abs(mean(ours, x, y) - mean(theirs, x, y));
        sum += differs;
        most = Math.max(most, differs);
        squares++;
      }
    }
    assertThat(most).as(theme + ", at most").isLessThan(MOST);
    assertThat(sum / squares).as(theme + ", on average").isLessThan(MEAN);
  }

  private static double mean(BufferedImage image, int left, int top) {
    double sum = 0;
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum / (3 * SQUARE * SQUARE);
  }
}
