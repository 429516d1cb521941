package interleave.timeline.raster;

import interleave.timeline.draw.Mark;
import interleave.timeline.raster.Letters.Letter;
import interleave.timeline.raster.Letters.Shape;
import java.util.LinkedHashSet;
import java.util.Set;

/** Puts prepared letters where words stand, and notes those that are not prepared yet. */
final class WordPainting {
  private static final int QUARTERS = 4;

  /** From here on letters may join, stand above each other, or run from right to left. */
  private static final int FIRST_OF_JOINING = 0x300;

  /** These stand for themselves again: marks, arrows, box drawing, Chinese, Japanese. */
  private static final int SINGLE_FROM = 0x2010;

  private static final int SINGLE_TO = 0xAC00;

  /** One string each; two threads may make the same one. */
  private static final String[] LATIN = new String[FIRST_OF_JOINING];

  private final Surface surface;
  private final Letters letters;
  private final Set<Letter> missing = new LinkedHashSet<>();

  WordPainting(Surface surface, Letters letters) {
    this.surface = surface;
    this.letters = letters;
  }

  Set<Letter> missing() {
    return missing;
  }

  void paint(Mark.Text m, int rgb) {
    double width = m.align() == Mark.Align.LEFT ? 0 : letters.width(m.face(), m.text());
    double x =
        switch (m.align()) {
          case LEFT -> m.x();
          case CENTER -> m.x() - width / 2;
          case RIGHT -> m.x() - width;
        };
    double y = (m.y() + letters.below(m.face())) * letters.scale();
    if (!single(m.text())) {
      letter(m, m.text(), x, y, rgb);
      return;
    }
    // In single precision, as the toolkit adds them up: halves are rounded the same way.
    float along = 0;
    for (int i = 0; i < m.text().length(); i++) {
      String letter = single(m.text().charAt(i));
      letter(m, letter, (float) x + along, y, rgb);
      along += (float) letters.width(m.face(), letter);
    }
  }

  private static String single(char letter) {
    if (letter >= FIRST_OF_JOINING) {
      return String.valueOf(letter);
    }
    String text = LATIN[letter];
    if (text == null) {
      text = String.valueOf(letter);
      LATIN[letter] = text;
    }
    return text;
  }

  /** Whether every letter stands for itself. */
  private static boolean single(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean joins = c >= FIRST_OF_JOINING && (c < SINGLE_FROM || c >= SINGLE_TO);
      if (joins && (c < 0xFF00 || c > 0xFFEF)) {
        return false;
      }
    }
    return true;
  }

  private void letter(Mark.Text m, String text, double x, double y, int rgb) {
    double atX = x * letters.scale();
    int stepX = letters.whole() ? 1 : QUARTERS;
    long placeX = (long) Math.floor(atX * stepX + 0.5);
    long placeY = (long) Math.floor(y * stepX + 0.5);
    int right = (int) Math.floorMod(placeX, (long) stepX);
    int down = (int) Math.floorMod(placeY, (long) stepX);
    Letter letter = new Letter(m.face(), text, right, down);
    Shape shape = letters.shape(letter);
    if (shape == null) {
      missing.add(letter);
      return;
    }
    int left = (int) Math.floorDiv(placeX, (long) stepX) + shape.x();
    int top = (int) Math.floorDiv(placeY, (long) stepX) + shape.y();
    for (int row = 0; row < shape.height(); row++) {
      surface.letters(left, top + row, shape.shares(), row * shape.width(), shape.width(), rgb);
    }
  }
}
