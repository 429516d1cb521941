package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.Progress;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import interleave.words.Language;
import interleave.words.Words;
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
 * A page of the web. Its policy lets only the two texts run that it was made with, by their hashes;
 * what a program said is within letters of base64, and becomes text and never markup.
 */
public final class PageFormat implements ExportFormat {
  private static final List<String> CODE =
      List.of("model", "scale", "paint", "pick", "replay", "table", "page");

  @Override
  public List<String> suffixes() {
    return List.of(".html");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("page");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    String data = new PageModel(what, progress).letters();
    String style = colours() + resource("page.css");
    StringBuilder code = new StringBuilder("'use strict';\n");
    for (String each : CODE) {
      code.append(resource(each + ".js"));
    }
    String page =
        resource("page.html")
            .replace("%LANGUAGE%", Language.current() == Language.CHINESE ? "zh-Hans" : "en")
            .replace("%SCRIPT_HASH%", hash(code.toString()))
            .replace("%STYLE_HASH%", hash(style));
    // One after the other, so that nothing put in is looked through for more.
    String[] parts = page.split("%(?:TITLE|STYLE|DATA|SCRIPT|NEEDS)%", -1);
    String[] between = {
      escaped(what.manifest().title()),
      style,
      escaped(Words.of("exchange/page").get("needs-script")),
      data,
      code.toString()
    };
    for (int i = 0; i < parts.length; i++) {
      out.write(parts[i].getBytes(StandardCharsets.UTF_8));
      if (i < between.length) {
        out.write(between[i].getBytes(StandardCharsets.UTF_8));
      }
    }
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

  private static String resource(String name) throws IOException {
    String path = "/interleave/exchange/page/" + name;
    try (InputStream in = PageFormat.class.getResourceAsStream(path)) {
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
