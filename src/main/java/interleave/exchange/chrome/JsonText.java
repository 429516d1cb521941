package interleave.exchange.chrome;

import java.nio.charset.StandardCharsets;

/** What strings of JSON say. */
final class JsonText {
  private JsonText() {}

  /** The string at a place, no more than so many bytes of it. */
  static String of(Batch batch, long place, int most) {
    int from = Batch.from(place);
    int length = Math.min(Batch.length(place), most);
    String raw = new String(batch.bytes, from, length, StandardCharsets.UTF_8);
    return Batch.isEscaped(place) ? unescaped(raw) : raw;
  }

  /** What is escaped in a way that JSON does not know stays as it is. */
  static String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 >= raw.length()) {
        text.append(c);
        continue;
      }
      char kind = raw.charAt(++i);
      int code = kind == 'u' ? code(raw, i + 1) : -1;
      if (code >= 0) {
        text.append((char) code);
        i += 4;
      } else {
        text.append(plain(kind));
      }
    }
    return text.toString();
  }

  private static char plain(char kind) {
    return switch (kind) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> kind;
    };
  }

  private static int code(String raw, int from) {
    if (from + 4 > raw.length()) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
