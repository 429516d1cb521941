package interleave.figure.format;

/**
 * Text in XML or HTML: nothing of it is markup, and what XML does not allow is a replacement
 * character.
 */
public final class XmlText {
  private static final char UNKNOWN = '\uFFFD';

  private XmlText() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(code -> add(code, out));
    return out.toString();
  }

  private static void add(int code, StringBuilder out) {
    switch (code) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\t', '\n', '\r' -> out.append(' ');
      default -> out.appendCodePoint(allowed(code) ? code : UNKNOWN);
    }
  }

  private static boolean allowed(int code) {
    return code >= 0x20 && code <= 0xD7FF && !(code >= 0x7F && code <= 0x9F)
        || code >= 0xE000 && code <= 0xFFFD
        || code >= 0x10000;
  }
}
