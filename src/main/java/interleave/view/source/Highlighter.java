package interleave.view.source;

import interleave.view.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts source into tokens, line by line. Knows comments and strings that go on over lines; enough
 * to read by, and no parser: whatever it meets, the tokens of a line put together are that line.
 */
public final class Highlighter {
  private final SourceLanguage language;

  /**
   * What closes the comment or text that the line began within; empty when it began in plain code.
   */
  private String open = "";

  private String line = "";
  private int at;
  private List<Token> tokens = new ArrayList<>();

  private Highlighter(SourceLanguage language) {
    this.language = language;
  }

  /** The tokens of each line. */
  public static List<List<Token>> lines(String source, SourceLanguage language) {
    Highlighter highlighter = new Highlighter(language);
    return source.lines().map(highlighter::tokens).toList();
  }

  private List<Token> tokens(String next) {
    line = next.replace("\t", "    ");
    at = 0;
    tokens = new ArrayList<>();
    while (at < line.length()) {
      if (!open.isEmpty()) {
        goOn(open.equals("*/") ? Kind.COMMENT : Kind.STRING, 0);
      } else {
        begin();
      }
    }
    return List.copyOf(tokens);
  }

  private void begin() {
    char c = line.charAt(at);
    int quote = at + prefix();
    if (line.startsWith(language.lineComment(), at)) {
      add(line.length(), Kind.COMMENT);
    } else if (language == SourceLanguage.JAVA && line.startsWith("/*", at)) {
      open = "*/";
      goOn(Kind.COMMENT, 2);
    } else if (line.startsWith("\"\"\"", quote) || line.startsWith("'''", quote)) {
      open = line.substring(quote, quote + 3);
      goOn(Kind.STRING, quote + 3 - at);
    } else if (isQuote(quote)) {
      add(closing(quote), Kind.STRING);
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else if (Character.isDigit(c)) {
      add(
          end(i -> Character.isLetterOrDigit(line.charAt(i)) || "._".indexOf(line.charAt(i)) >= 0),
          Kind.NUMBER);
    } else {
      add(at + 1, Kind.PLAIN);
    }
  }

  private void goOn(Kind kind, int skip) {
    int close = line.indexOf(open, at + skip);
    if (close < 0) {
      add(line.length(), kind);
    } else {
      int end = close + open.length();
      open = "";
      add(end, kind);
    }
  }

  /** How many letters say of what kind the string is that begins behind them: {@code rb"…"}. */
  private int prefix() {
    int end = at;
    while (language == SourceLanguage.PYTHON
        && end < line.length()
        && end - at < 2
        && "rbufRBUF".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return isQuote(end) ? end - at : 0;
  }

  private boolean isQuote(int i) {
    return i < line.length() && (line.charAt(i) == '"' || line.charAt(i) == '\'');
  }

  private int closing(int quote) {
    int i = quote + 1;
    while (i < line.length() && line.charAt(i) != line.charAt(quote)) {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, line.length());
  }

  private void word() {
    int end = end(i -> Character.isJavaIdentifierPart(line.charAt(i)));
    String word = line.substring(at, end);
    Kind kind =
        language.keyword(word)
            ? Kind.KEYWORD
            : Character.isUpperCase(word.charAt(0)) ? Kind.TYPE : Kind.PLAIN;
    add(end, kind);
  }

  private int end(java.util.function.IntPredicate inside) {
    int i = at;
    while (i < line.length() && inside.test(i)) {
      i++;
    }
    return i;
  }

  private void add(int end, Kind kind) {
    String text = line.substring(at, end);
    Token last = tokens.isEmpty() ? null : tokens.getLast();
    if (last != null && last.kind() == kind) {
      tokens.set(tokens.size() - 1, new Token(last.text() + text, kind));
    } else {
      tokens.add(new Token(text, kind));
    }
    at = end;
  }
}
