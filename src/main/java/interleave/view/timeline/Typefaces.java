package interleave.view.timeline;

import interleave.timeline.draw.Face;
import interleave.timeline.draw.TextMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The bundled fonts, and how wide words are in them. The widths of letters are measured once and
 * summed up; any thread may ask.
 */
public final class Typefaces implements TextMetrics {
  private static final String[] FILES = {
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "Inter-Bold",
    "JetBrainsMono-Regular",
    "JetBrainsMono-Medium",
    "JetBrainsMono-Bold"
  };
  private static final Typefaces BUNDLED = new Typefaces();

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<Face, Font> fonts = new ConcurrentHashMap<>();
  private final Map<Face, Map<Integer, Double>> advances = new ConcurrentHashMap<>();

  private Typefaces() {
    for (String file : FILES) {
      load(file);
    }
  }

  public static Typefaces bundled() {
    return BUNDLED;
  }

  public Font font(Face face) {
    return fonts.computeIfAbsent(face, this::create);
  }

  @Override
  public double width(Face face, String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      width += advance(face, letter);
      i += Character.charCount(letter);
    }
    return width;
  }

  private double advance(Face face, int letter) {
    return advances
        .computeIfAbsent(face, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(letter, l -> measure(face, l));
  }

  private double measure(Face face, int letter) {
    Text text = new Text(Character.toString(letter));
    text.setFont(font(face));
    text.setTextOrigin(VPos.CENTER);
    return text.getLayoutBounds().getWidth();
  }

  private Font create(Face face) {
    return switch (face.family()) {
      case WORDS -> font(face.strong() ? "Inter-SemiBold" : "Inter-Regular", "System", face);
      case CODE ->
          font(face.strong() ? "JetBrainsMono-Bold" : "JetBrainsMono-Regular", "Monospaced", face);
    };
  }

  // By its full name: families know only plain and bold.
  private Font font(String file, String otherwise, Face face) {
    return new Font(names.getOrDefault(file, otherwise), face.size());
  }

  private void load(String file) {
    for (String type : new String[] {".ttf", ".otf"}) {
      try (InputStream in = Typefaces.class.getResourceAsStream("/assets/fonts/" + file + type)) {
        if (in != null) {
          Font font = Font.loadFont(in, 12);
          if (font != null) {
            names.put(file, font.getName());
          }
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
