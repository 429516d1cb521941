package interleave.typeface;

import interleave.timeline.draw.Face;
import interleave.timeline.draw.TextMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled typefaces, and what stands in where they lack a letter. Widths are sums of those of
 * the letters, as on the screen.
 */
public final class Typecase implements TextMetrics {
  static {
    // What its libraries say of odd fonts is nothing that a user could do anything about.
    System.setProperty(
        "org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
  }

  private static final String FOLDER = "/assets/fonts/";

  /** It is drawn as nothing, and takes no room. */
  private static final int NO_BREAK = 0xFEFF;

  private static final int UNKNOWN = 0xFFFD;

  private final Map<Face, FontFile> fonts = new EnumMap<>(Face.class);
  private final IntFunction<Optional<FontFile>> others;
  private final Map<Face, Map<Integer, Letter>> letters = new ConcurrentHashMap<>();

  /**
   * @param others a font that has a letter which the bundled ones lack
   */
  public Typecase(IntFunction<Optional<FontFile>> others) {
    this.others = others;
    Map<String, FontFile> read = new HashMap<>();
    for (Face face : Face.values()) {
      fonts.put(face, read.computeIfAbsent(file(face), Typecase::bundled));
    }
  }

  private static final class Shared {
    static final Typecase INSTANCE = new Typecase(SystemFonts.ofThisMachine()::having);
  }

  /** With the fonts of this machine for what the bundled ones lack. */
  public static Typecase shared() {
    return Shared.INSTANCE;
  }

  /**
   * A letter as it is set.
   *
   * @param advance in ems
   */
  public record Letter(int code, FontFile font, int glyph, double advance) {}

  /** Letters beside each other of one font. */
  public record Run(FontFile font, List<Letter> letters) {
    /** In ems. */
    public double width() {
      return letters.stream().mapToDouble(Letter::advance).sum();
    }

    public String text() {
      StringBuilder text = new StringBuilder();
      letters.forEach(letter -> text.appendCodePoint(letter.code()));
      return text.toString();
    }
  }

  private static String file(Face face) {
    return switch (face.family()) {
      case WORDS -> face.strong() ? "Inter-SemiBold.otf" : "Inter-Regular.otf";
      case CODE -> face.strong() ? "JetBrainsMono-Bold.ttf" : "JetBrainsMono-Regular.ttf";
    };
  }

  private static FontFile bundled(String file) {
    try (InputStream in = Typecase.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("no font " + file);
      }
      RandomAccessReadBuffer bytes = new RandomAccessReadBuffer(in);
      return new FontFile(
          file.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bundled font of a face. */
  public FontFile font(Face face) {
    return Objects.requireNonNull(fonts.get(face));
  }

  /** How a letter is set; where no font has it, as the box that fonts have for that. */
  Letter letter(Face face, int code) {
    return letters
        .computeIfAbsent(face, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(code, letter -> set(face, letter));
  }

  private Letter set(Face face, int asked) {
    FontFile usual = font(face);
    int code = isCharacter(asked) ? asked : UNKNOWN;
    if (isNothing(code)) {
      return new Letter(code, usual, usual.glyph(' '), 0);
    }
    FontFile font = usual.has(code) ? usual : others.apply(code).orElse(usual);
    int glyph = font.glyph(code);
    return new Letter(code, font, glyph, font.advance(glyph));
  }

  /** Halves of pairs are none, and what Unicode keeps free of meaning. */
  private static boolean isCharacter(int code) {
    return Character.getType(code) != Character.SURROGATE && (code & 0xFFFE) != 0xFFFE;
  }

  private static boolean isNothing(int code) {
    int type = Character.getType(code);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || code == NO_BREAK
        || code >= 0xFE00 && code <= 0xFE0F;
  }

  /** Whether some font has each letter of the text. */
  public boolean shows(String text) {
    return text.codePoints().allMatch(code -> letter(Face.BODY, code).glyph() != 0);
  }

  /** The letters of a text, as many of one font beside each other as there are. */
  public List<Run> runs(Face face, String text) {
    List<Run> runs = new ArrayList<>();
    List<Letter> now = new ArrayList<>();
    for (int code : text.codePoints().toArray()) {
      Letter letter = letter(face, code);
      if (isNothing(code)) {
        continue;
      }
      if (!now.isEmpty() && now.getFirst().font() != letter.font()) {
        runs.add(new Run(now.getFirst().font(), now));
        now = new ArrayList<>();
      }
      now.add(letter);
    }
    if (!now.isEmpty()) {
      runs.add(new Run(now.getFirst().font(), now));
    }
    return runs;
  }

  @Override
  public double width(Face face, String text) {
    double ems = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      ems += letter(face, code).advance();
      i += Character.charCount(code);
    }
    return ems * face.size();
  }

  /** How far the line that letters stand on is below the middle of words. */
  public double below(Face face) {
    return font(face).below() * face.size();
  }
}
