package interleave.scenario.toml;

/** A text is no TOML, or not what is wanted of it, in that line. */
public final class TomlException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  /**
   * @param line the first is 1
   * @param sentence what is wrong there, and what is allowed
   */
  public TomlException(int line, String sentence) {
    super(sentence);
    this.line = line;
  }

  public int line() {
    return line;
  }

  /** What is wrong, without the place. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
