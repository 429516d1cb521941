package interleave.app.command;

import java.util.stream.IntStream;

/**
 * Text as a terminal may get it: one line, without characters that a terminal obeys. What programs
 * call their threads, and what stands in a recording of somebody else, may hold line breaks and
 * escapes; those are made visible.
 */
final class PlainText {
  private static final int ESCAPE_PICTURES = 0x2400;
  private static final int DELETE = 0x7f;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int UNKNOWN = 0xfffd;

  private PlainText() {}

  static String of(String text) {
    return text.codePoints().allMatch(PlainText::isPlain)
        ? text
        : text.codePoints()
            .map(each -> isPlain(each) ? each : visible(each))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Neither obeyed by terminals, nor able to end a line or to turn its direction. */
  static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          isJoiner(character);
      default -> true;
    };
  }

  /** Scripts and emoji are spelled with them. */
  private static boolean isJoiner(int character) {
    return character == 0x200c || character == 0x200d;
  }

  private static int visible(int character) {
    return character < ' '
        ? ESCAPE_PICTURES + character
        : character == DELETE ? DELETE_PICTURE : UNKNOWN;
  }

  /** As {@link #of}, for JSON: what is not plain is written as JSON escapes it. */
  static String json(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    IntStream characters = json.codePoints();
    characters.forEach(
        each -> {
          if (each < ' ' || isPlain(each)) {
            escaped.appendCodePoint(each); // breaks and indents: inside of strings they are escaped
          } else {
            for (char unit : Character.toChars(each)) {
              escaped.append(String.format("\\u%04x", (int) unit));
            }
          }
        });
    return escaped.toString();
  }
}
