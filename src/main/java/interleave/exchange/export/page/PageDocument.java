package interleave.exchange.export.page;

import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import interleave.words.Language;
import interleave.words.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A document of the web with one style and one script. Its policy lets only these two in, by their
 * hashes, and nothing from elsewhere: whatever else is in it cannot run.
 *
 * @param title as it is, without markup
 * @param styles names of our texts, which become the style, behind the colours
 * @param scripts and those that become the script
 * @param pictures whether it has pictures within itself
 */
public record PageDocument(
    String title, List<String> styles, List<String> scripts, boolean pictures) {
  /** What is said of a run needs this. */
  public static final List<String> RUN_STYLES = List.of("page.css");

  public static final List<String> RUN_SCRIPTS =
      List.of("model", "scale", "paint", "pick", "replay", "table", "page");

  public PageDocument {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /**
   * Writes it.
   *
   * @param body its markup, piece by piece
   */
  public void write(OutputStream out, List<String> body) throws IOException {
    StringBuilder style = new StringBuilder(colours());
    for (String each : styles) {
      style.append(resource(each));
    }
    StringBuilder code = new StringBuilder("'use strict';\n");
    for (String each : scripts) {
      code.append(resource(each + ".js"));
    }
    String page =
        resource("page.html")
            .replace("%LANGUAGE%", Language.current() == Language.CHINESE ? "zh-Hans" : "en")
            .replace("%PRODUCT%", escaped(Product.nameAndVersion()))
            .replace("%POLICY%", policy(style.toString(), code.toString()));
    // One after the other, so that nothing put in is looked through for more.
    String[] parts = page.split("%(?:TITLE|STYLE|BODY|SCRIPT)%", -1);
    List<List<String>> between =
        List.of(List.of(escaped(title)), List.of(style.toString()), body, List.of(code.toString()));
    for (int i = 0; i < parts.length; i++) {
      out.write(parts[i].getBytes(StandardCharsets.UTF_8));
      if (i < between.size()) {
        for (String piece : between.get(i)) {
          out.write(piece.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private String policy(String style, String code) {
    String seen = pictures ? "img-src data:; " : "";
    return seen + "script-src '" + hash(code) + "'; style-src '" + hash(style) + "'; ";
  }

  /** The roles of colours as variables of the style. */
  private static String colours() {
    StringBuilder css = new StringBuilder();
    colours(css, ":root", Palette.LIGHT);
    colours(css, ":root[data-theme=dark]", Palette.DARK);
    return css.toString();
  }

  private static void colours(StringBuilder css, String selector, Palette palette) {
    css.append(selector).append(" {\n");
    for (Role role : Role.values()) {
      css.append("  --")
          .append(role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .append(String.format(Locale.ROOT, ": #%06x;\n", palette.colour(role)));
    }
    css.append("}\n");
  }

  /** A text of ours. */
  public static String resource(String name) throws IOException {
    String path = "/interleave/exchange/page/" + name;
    try (InputStream in = PageDocument.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("This build lacks the resource " + path + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As text between tags and within quotes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
