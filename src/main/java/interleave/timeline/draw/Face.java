package interleave.timeline.draw;

/** The sizes and weights of type that are used. */
public enum Face {
  TITLE(Family.WORDS, 20, true),
  SUBTITLE(Family.WORDS, 13, false),
  NAME(Family.WORDS, 12.5, true),
  BODY(Family.WORDS, 12.5, false),
  SMALL(Family.WORDS, 11.5, false),
  SMALL_STRONG(Family.WORDS, 11.5, true),
  CODE(Family.CODE, 12, false),
  CODE_STRONG(Family.CODE, 12, true),
  CODE_SMALL(Family.CODE, 10.5, false),
  CODE_LARGE(Family.CODE, 18, false);

  /** Inter for words, JetBrains Mono for code and numbers. */
  public enum Family {
    WORDS,
    CODE
  }

  private final Family family;
  private final double size;
  private final boolean strong;

  Face(Family family, double size, boolean strong) {
    this.family = family;
    this.size = size;
    this.strong = strong;
  }

  public Family family() {
    return family;
  }

  public double size() {
    return size;
  }

  public boolean strong() {
    return strong;
  }
}
