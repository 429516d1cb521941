package interleave.exchange.intake;

/** Names and texts of foreign files, as they may be shown. */
public final class Texts {
  /** A name is not longer than that, in characters. */
  public static final int LONGEST_NAME = 500;

  private static final String CUT = "…";

  private Texts() {}

  /** The text in one line, without what does not print, and no longer than that. */
  public static String shown(String text, int most) {
    String cut = text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + CUT;
    for (int i = 0; i < cut.length(); i++) {
      if (Character.isISOControl(cut.charAt(i)) || Character.isSurrogate(cut.charAt(i))) {
        return printed(cut);
      }
    }
    return cut;
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  private static String printed(String text) {
    StringBuilder printed = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> Character.isISOControl(each) ? ' ' : each)
        .map(
            each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? '?' : each)
        .forEach(printed::appendCodePoint);
    return printed.toString();
  }
}
