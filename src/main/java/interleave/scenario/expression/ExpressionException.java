package interleave.scenario.expression;

/** A text is no expression, which a sentence says. */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1;

  ExpressionException(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
