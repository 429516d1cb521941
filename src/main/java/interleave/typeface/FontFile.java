package interleave.typeface;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;

/** One font: its letters, how wide they are, and their outlines. Any thread may ask. */
public final class FontFile {
  /** Of {@code OS/2.fsType}: it may not be embedded. */
  private static final int RESTRICTED = 0x0002;

  private static final int MISSING = 0;

  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final String name;
  private final String family;
  private final int unitsPerEm;
  private final double ascent;
  private final double descent;
  private final double gap;
  private final boolean embeddable;
  private final Map<Integer, Integer> glyphs = new ConcurrentHashMap<>();
  private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

  FontFile(TrueTypeFont font) throws IOException {
    this.font = font;
    letters = font.getUnicodeCmapLookup();
    name = String.valueOf(font.getName());
    unitsPerEm = font.getUnitsPerEm();
    HorizontalHeaderTable header = font.getHorizontalHeader();
    ascent = header.getAscender() / (double) unitsPerEm;
    descent = -header.getDescender() / (double) unitsPerEm;
    gap = header.getLineGap() / (double) unitsPerEm;
    String called = font.getNaming() == null ? null : font.getNaming().getFontFamily();
    family = called == null ? name : called;
    embeddable =
        font.getOS2Windows() == null || (font.getOS2Windows().getFsType() & RESTRICTED) == 0;
  }

  /** Whether its letters have outlines, and are no pictures. */
  static boolean isDrawn(TrueTypeFont font) throws IOException {
    return font instanceof OpenTypeFont type && type.isPostScript() || font.getGlyph() != null;
  }

  /** As PostScript calls it. */
  public String name() {
    return name;
  }

  /** As users and style sheets call it. */
  public String family() {
    return family;
  }

  /** Whether its maker lets it be part of a document. */
  public boolean embeddable() {
    return embeddable;
  }

  public int unitsPerEm() {
    return unitsPerEm;
  }

  /** How far it reaches above the line that letters stand on, in ems. */
  public double ascent() {
    return ascent;
  }

  /** How far it reaches below, in ems. */
  public double descent() {
    return descent;
  }

  /** How far the line that letters stand on is below the middle of a line of words, in ems. */
  public double below() {
    return ascent - (ascent + descent + gap) / 2;
  }

  /** The number of a letter's glyph; 0 where the font has none. */
  public int glyph(int letter) {
    return glyphs.computeIfAbsent(letter, this::lookUp);
  }

  public boolean has(int letter) {
    return glyph(letter) != MISSING;
  }

  private int lookUp(int letter) {
    synchronized (font) {
      return letters.getGlyphId(letter);
    }
  }

  /** How wide a glyph is, in ems. */
  public double advance(int glyph) {
    synchronized (font) {
      try {
        return font.getAdvanceWidth(glyph) / (double) unitsPerEm;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The outline of a glyph in units of the font, upwards. Not to be changed. */
  public Path2D outline(int glyph) {
    return outlines.computeIfAbsent(glyph, this::read);
  }

  private Path2D read(int glyph) {
    synchronized (font) {
      try {
        if (font instanceof OpenTypeFont type && type.isPostScript()) {
          return type.getCFF().getFont().getType2CharString(glyph).getPath();
        }
        GlyphData data = font.getGlyph().getGlyph(glyph);
        return data == null ? new Path2D.Float() : data.getPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
