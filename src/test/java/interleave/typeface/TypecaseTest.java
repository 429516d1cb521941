package interleave.typeface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.timeline.draw.Face;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class TypecaseTest {
  private static final Typecase BUNDLED = new Typecase(_ -> Optional.empty());

  @Test
  void widthsAreSumsOfThoseOfTheLetters() {
    assertThat(BUNDLED.width(Face.CODE, "wait()")).isCloseTo(6 * 0.6 * 12, within(0.01));
    assertThat(BUNDLED.width(Face.BODY, "ab"))
        .isCloseTo(BUNDLED.width(Face.BODY, "a") + BUNDLED.width(Face.BODY, "b"), within(1e-9));
    assertThat(BUNDLED.width(Face.BODY, "\u0007\u200b\ufe0f")).isZero();
  }

  @Test
  void aLetterThatTheBundledFontsLackComesFromAnother() {
    Typecase type =
        new Typecase(
            new SystemFonts(List.of(Path.of("src/test/resources/interleave/fonts")))::having);
    assertThat(BUNDLED.shows("线程")).isFalse();
    assertThat(BUNDLED.runs(Face.BODY, "a线b")).hasSize(1);
    assertThat(type.shows("线程 abc")).isTrue();
    assertThat(type.runs(Face.BODY, "a线程b").stream().map(Typecase.Run::text))
        .containsExactly("a", "线程", "b");
    assertThat(type.width(Face.BODY, "线")).isCloseTo(Face.BODY.size(), within(0.01));
  }

  @Test
  void aFontOfSomeLettersHasTheirWidthsAndOutlines() throws IOException {
    for (Face face : List.of(Face.BODY, Face.NAME, Face.CODE)) {
      FontFile font = BUNDLED.font(face);
      byte[] bytes = SmallFont.of(font, List.of((int) 'a', (int) 'b', (int) '&', (int) '…'));
      assertThat(bytes.length).isLessThan(3_000);
      try (TrueTypeFont small = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
        assertThat(small.getNumberOfGlyphs()).isEqualTo(5);
        for (int letter : "a&…".codePoints().toArray()) {
          int glyph = small.getUnicodeCmapLookup().getGlyphId(letter);
          assertThat(glyph).isPositive();
          assertThat(small.getAdvanceWidth(glyph) / (double) font.unitsPerEm())
              .isCloseTo(font.advance(font.glyph(letter)), within(0.001));
          Area mine = new Area(small.getGlyph().getGlyph(glyph).getPath());
          Area theirs = new Area(font.outline(font.glyph(letter)));
          Rectangle2D box = theirs.getBounds2D();
          assertThat(mine.getBounds2D().getWidth()).isCloseTo(box.getWidth(), within(3.0));
          assertThat(mine.getBounds2D().getHeight()).isCloseTo(box.getHeight(), within(3.0));
        }
        assertThat(small.getUnicodeCmapLookup().getGlyphId('z')).isZero();
      }
    }
  }
}
