package interleave.view.source;

/** A piece of a line of source with what it is. */
public record Token(String text, Kind kind) {
  /** What is told apart by colour. */
  public enum Kind {
    PLAIN("plain"),
    KEYWORD("keyword"),
    TYPE("type"),
    STRING("string"),
    NUMBER("number-literal"),
    COMMENT("comment");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    /** The style class it has in the source pane. */
    public String style() {
      return style;
    }
  }
}
