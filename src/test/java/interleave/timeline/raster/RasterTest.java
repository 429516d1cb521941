package interleave.timeline.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What of each pixel is covered is what counting many points in it tells. */
class RasterTest {
  private static final int WIDE = 60;
  private static final int HIGH = 40;
  private static final int POINTS = 16;

  /** White on the black that is there, so that a pixel's value is its share. */
  private static final Role INK = Role.BACKGROUND;

  private static double[] painted(double scale, Mark mark) {
    int[] pixels = new int[WIDE * HIGH];
    Arrays.fill(pixels, 0xFF000000);
    Surface surface = new Surface(WIDE, HIGH, pixels);
    new Raster(surface, new NoLetters(scale), Palette.LIGHT)
        .paint(new DisplayList(WIDE, HIGH, List.of(mark)));
    return Arrays.stream(pixels).mapToDouble(pixel -> (pixel & 255) / 255.0).toArray();
  }

  /** No more than {@code tolerance} apart anywhere. */
  private static void same(
      double scale, Mark mark, double tolerance, DoubleBinaryOperator distance) {
    double[] found = painted(scale, mark);
    for (int y = 0; y < HIGH; y++) {
      for (int x = 0; x < WIDE; x++) {
        int inside = 0;
        for (int i = 0; i < POINTS * POINTS; i++) {
          double px = (x + (i % POINTS + 0.5) / POINTS) / scale;
          double py = (y + (i / POINTS + 0.5) / POINTS) / scale;
          inside += distance.applyAsDouble(px, py) <= 0 ? 1 : 0;
        }
        double counted = inside / (double) (POINTS * POINTS);
        double apart = Math.abs(found[y * WIDE + x] - counted);
        if (apart > tolerance) { // a sentence for each of 2,400 pixels takes longer than they do
          fail("%s at %d, %d: %s apart".formatted(mark, x, y, apart));
        }
      }
    }
  }

  private static double some(Random random, double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  @Property(tries = 40)
  void rectangles(@ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int scale) {
    double x = some(random, -10, 50);
    double y = some(random, -10, 30);
    double w = some(random, 0.1, random.nextBoolean() ? 4 : 40);
    double h = some(random, 0.1, 30);
    double alpha = random.nextBoolean() ? 1 : 0.5;
    Mark mark = new Mark.Fill(x, y, w, h, 0, INK, 1);
    same(scale, mark, 0.08, (px, py) -> box(px, py, x, y, w, h, 0));
    double[] faint = painted(scale, new Mark.Fill(x, y, w, h, 0, INK, alpha));
    double[] full = painted(scale, mark);
    assertThat(faint)
        .containsExactly(Arrays.stream(full).map(each -> alpha * each).toArray(), within(0.01));
  }

  @Property(tries = 40)
  void roundRectanglesAndTheirOutlines(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int scale) {
    double x = some(random, -5, 40);
    double y = some(random, -5, 25);
    double w = some(random, 4, 30);
    double h = some(random, 4, 20);
    double r = Math.min(some(random, 1, 6), Math.min(w, h) / 2);
    same(scale, new Mark.Fill(x, y, w, h, r, INK, 1), 0.17, (px, py) -> box(px, py, x, y, w, h, r));
    double t = some(random, 1, 2.5);
    same(
        scale,
        new Mark.Outline(x, y, w, h, r, INK, t),
        0.17,
        (px, py) -> Math.abs(box(px, py, x, y, w, h, r)) - t / 2);
  }

  @Property(tries = 40)
  void lines(@ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int scale) {
    double x1 = some(random, -5, 60);
    double y1 = some(random, -5, 40);
    double x2 = random.nextInt(3) == 0 ? x1 : some(random, -5, 60);
    double y2 = random.nextInt(3) == 0 ? y1 : some(random, -5, 40);
    double length = Math.hypot(x2 - x1, y2 - y1);
    double t = some(random, 1, 3);
    if (length < 8) {
      return;
    }
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double[] found = painted(scale, new Mark.Line(x1, y1, x2, y2, INK, t, Mark.Stroke.SOLID));
    same(
        scale,
        new Mark.Line(x1, y1, x2, y2, INK, t, Mark.Stroke.SOLID),
        0.6, // at the ends, which are cut along the pixels
        (px, py) -> {
          double along = (px - x1) * ux + (py - y1) * uy;
          double beside = Math.abs((px - x1) * uy - (py - y1) * ux);
          return along < 0 || along > length ? 1 : beside - t / 2;
        });
    double area = length * t * scale * scale;
    boolean within =
        Math.min(x1, x2) > 2
            && Math.min(y1, y2) > 2
            && Math.max(x1, x2) * scale < WIDE - 4
            && Math.max(y1, y2) * scale < HIGH - 4;
    if (within) {
      assertThat(Arrays.stream(found).sum()).isBetween(area * 0.95, area * 1.05);
    }
  }

  @Property(tries = 40)
  void discsAndTriangles(@ForAll Random random, @ForAll @IntRange(min = 1, max = 2) int scale) {
    double x = some(random, 0, 40);
    double y = some(random, 0, 30);
    double r = some(random, 2, 9);
    same(
        scale,
        new Mark.Disc(x, y, r, INK, INK, 0),
        0.17,
        (px, py) -> Math.hypot(px - x, py - y) - r);
    double[] corners = {x, y, x + r, y + 2 * r, x - 2 * r, y + r};
    same(
        scale,
        new Mark.Area(corners, INK, 1),
        0.08,
        (px, py) -> {
          double a = side(corners, 0, 2, px, py);
          double b = side(corners, 2, 4, px, py);
          double c = side(corners, 4, 0, px, py);
          return a >= 0 && b >= 0 && c >= 0 ? -1 : 1;
        });
  }

  private static double side(double[] corners, int from, int to, double x, double y) {
    double dx = corners[to] - corners[from];
    double dy = corners[to + 1] - corners[from + 1];
    return dx * (y - corners[from + 1]) - dy * (x - corners[from]);
  }

  /** How far a point lies outside a rectangle with round corners, less than 0 inside. */
  private static double box(
      double px, double py, double x, double y, double w, double h, double r) {
    double dx = Math.abs(px - x - w / 2) - w / 2 + r;
    double dy = Math.abs(py - y - h / 2) - h / 2 + r;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
  }

  @Property(tries = 20)
  void aLineThatMeetsItselfGetsNoDarker(@ForAll Random random) {
    double y = some(random, 5, 30);
    double[] once = painted(1, new Mark.Path(new double[] {5, y, 45, y}, INK, 1.2));
    double[] twice = painted(1, new Mark.Path(new double[] {5, y, 45, y, 5, y, 45, y}, INK, 1.2));
    for (int x = 8; x < 40; x++) {
      for (int row = 0; row < HIGH; row++) {
        assertThat(twice[row * WIDE + x]).isEqualTo(once[row * WIDE + x]);
      }
    }
  }

  private record NoLetters(double scale) implements Letters {
    @Override
    public @Nullable Shape shape(Letter letter) {
      return null;
    }

    @Override
    public void prepare(Iterable<Letter> letters) {}

    @Override
    public double below(Face face) {
      return 0;
    }

    @Override
    public double width(Face face, String text) {
      return 0;
    }

    @Override
    public boolean whole() {
      return true;
    }
  }
}
