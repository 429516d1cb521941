package interleave.scenario.expression;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into its words. */
final class Lexer {
  static final Words WORDS = Words.of("scenario/expression");

  /** What a word is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    END
  }

  /**
   * A word.
   *
   * @param text of a text, what stands between its quotes
   */
  record Word(Kind kind, String text) {
    boolean is(String sign) {
      return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }
  }

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+(?:\\.[0-9]+)?)"
              + "|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|(?<sign>[=!<>]=|[-+*/<>()\\[\\],.]))");

  private Lexer() {}

  static List<Word> words(String text) throws ExpressionException {
    List<Word> words = new ArrayList<>();
    String rest = text.stripTrailing();
    Matcher matcher = WORD.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new ExpressionException(WORDS.get("sign", rest.substring(at).strip()));
      }
      words.add(word(matcher));
      at = matcher.end();
    }
    words.add(new Word(Kind.END, ""));
    return words;
  }

  private static Word word(Matcher matcher) {
    if (matcher.group("name") != null) {
      return new Word(Kind.NAME, matcher.group("name"));
    }
    if (matcher.group("number") != null) {
      return new Word(Kind.NUMBER, matcher.group("number"));
    }
    if (matcher.group("sign") != null) {
      return new Word(Kind.SIGN, matcher.group("sign"));
    }
    String text = matcher.group("double");
    return new Word(Kind.TEXT, text == null ? matcher.group("single") : text);
  }
}
