package interleave.view.timeline;

import interleave.timeline.draw.Face;
import interleave.timeline.raster.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Letters as the toolkit draws them at one scale: each is drawn once, white on black, and kept as
 * what it covers. Any thread may ask; new ones are drawn on the JavaFX thread.
 */
final class LetterSheet implements Letters {
  private static final int QUARTERS = 4;
  private static final int MARGIN = 3;

  /** No texture is wider or higher. */
  private static final int WIDEST = 4000;

  private static final Shape NOTHING = new Shape(0, 0, 0, 0, new byte[0]);
  private static final Map<Double, LetterSheet> SHEETS = new ConcurrentHashMap<>();

  private final Typefaces typefaces = Typefaces.bundled();
  private final double scale;
  private final Map<Letter, Shape> shapes = new ConcurrentHashMap<>();
  private final Map<Face, Double> below = new ConcurrentHashMap<>();
  private @Nullable Boolean whole;

  private LetterSheet(double scale) {
    this.scale = scale;
  }

  /** That of so many pixels a point. */
  static LetterSheet of(double scale) {
    return SHEETS.computeIfAbsent(scale, LetterSheet::new);
  }

  @Override
  public @Nullable Shape shape(Letter letter) {
    return shapes.get(letter);
  }

  @Override
  public double below(Face face) {
    return below.computeIfAbsent(face, this::measured);
  }

  private double measured(Face face) {
    Text text = new Text("x");
    text.setFont(typefaces.font(face));
    text.setTextOrigin(VPos.CENTER);
    double fromMiddle = text.getLayoutBounds().getMinY();
    text.setTextOrigin(VPos.BASELINE);
    return fromMiddle - text.getLayoutBounds().getMinY();
  }

  @Override
  public double width(Face face, String text) {
    return typefaces.width(face, text);
  }

  @Override
  public double scale() {
    return scale;
  }

  /** Toolkits put small letters on whole pixels or between them: one is drawn to see. */
  @Override
  public boolean whole() {
    Boolean known = whole;
    if (known == null) {
      Letter here = new Letter(Face.SMALL, "l", 0, 0);
      Letter beside = new Letter(Face.SMALL, "l", 1, 0);
      prepare(List.of(here, beside));
      Shape one = shapes.getOrDefault(here, NOTHING);
      Shape other = shapes.getOrDefault(beside, NOTHING);
      known = Arrays.equals(one.shares(), other.shares());
      whole = known;
    }
    return known;
  }

  @Override
  public void prepare(Iterable<Letter> letters) {
    if (Platform.isFxApplicationThread()) {
      draw(letters);
      return;
    }
    CountDownLatch drawn = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          try {
            draw(letters);
          } finally {
            drawn.countDown();
          }
        });
    try {
      drawn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where on the canvas a letter has its room. */
  private record Cell(Letter letter, int x, int y, int width, int height, int base) {}

  private void draw(Iterable<Letter> letters) {
    List<Cell> cells = new ArrayList<>();
    int x = 0;
    int y = 0;
    int high = 0;
    int wide = 1;
    for (Letter letter : letters) {
      double size = letter.face().size() * scale;
      int width = (int) Math.ceil(width(letter.face(), letter.text()) * scale + size) + 2 * MARGIN;
      width = Math.min(WIDEST, width);
      int height = (int) Math.ceil(2 * size) + 2 * MARGIN;
      if (x + width > WIDEST) {
        x = 0;
        y += high;
        high = 0;
      }
      if (y + height > WIDEST) {
        break; // the rest is asked for again
      }
      cells.add(new Cell(letter, x, y, width, height, (int) Math.ceil(1.4 * size) + MARGIN));
      x += width;
      high = Math.max(high, height);
      wide = Math.max(wide, x);
    }
    if (!cells.isEmpty()) {
      read(cells, painted(cells, wide, y + high));
    }
  }

  private WritableImage painted(List<Cell> cells, int width, int height) {
    Canvas canvas = new Canvas(width, height);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(Color.BLACK);
    g.fillRect(0, 0, width, height);
    g.setTransform(scale, 0, 0, scale, 0, 0);
    g.setFill(Color.WHITE);
    g.setTextBaseline(VPos.BASELINE);
    for (Cell cell : cells) {
      Letter letter = cell.letter();
      g.setFont(typefaces.font(letter.face()));
      double left = cell.x() + left(letter) + letter.right() / (double) QUARTERS;
      double line = cell.y() + cell.base() + letter.down() / (double) QUARTERS;
      g.fillText(letter.text(), left / scale, line / scale);
    }
    return canvas.snapshot(new SnapshotParameters(), null);
  }

  /** How much room is kept for what a letter has left of where it stands. */
  private int left(Letter letter) {
    return MARGIN + (int) (letter.face().size() * scale / 2);
  }

  private void read(List<Cell> cells, WritableImage image) {
    int width = (int) image.getWidth();
    int[] pixels = new int[width * (int) image.getHeight()];
    image
        .getPixelReader()
        .getPixels(
            0,
            0,
            width,
            (int) image.getHeight(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            width);
    for (Cell cell : cells) {
      shapes.put(cell.letter(), shape(cell, pixels, width));
    }
  }

  private Shape shape(Cell cell, int[] pixels, int stride) {
    int left = cell.width();
    int right = -1;
    int top = cell.height();
    int bottom = -1;
    for (int y = 0; y < cell.height(); y++) {
      for (int x = 0; x < cell.width(); x++) {
        if ((pixels[(cell.y() + y) * stride + cell.x() + x] & 0xFF) > 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    if (right < 0) {
      return NOTHING;
    }
    int width = right - left + 1;
    byte[] shares = new byte[width * (bottom - top + 1)];
    for (int i = 0; i < shares.length; i++) {
      int at = (cell.y() + top + i / width) * stride + cell.x() + left + i % width;
      shares[i] = (byte) pixels[at];
    }
    return new Shape(
        left - left(cell.letter()), top - cell.base(), width, bottom - top + 1, shares);
  }
}
