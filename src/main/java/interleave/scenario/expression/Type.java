package interleave.scenario.expression;

/**
 * What an expression comes to.
 *
 * @param kind of things, as the vocabulary names them; empty for plain values
 * @param many whether there are several, or none
 */
public record Type(Sort sort, String kind, boolean many) {
  /** What a value is, by itself. */
  public enum Sort {
    NUMBER,
    /** A length of time, or a moment since the run began; in nanoseconds. */
    TIME,
    TEXT,
    TRUTH,
    THING
  }

  static final Type NUMBER = of(Sort.NUMBER);
  static final Type TIME = of(Sort.TIME);
  static final Type TEXT = of(Sort.TEXT);
  static final Type TRUTH = of(Sort.TRUTH);

  static Type of(Sort sort) {
    return new Type(sort, "", false);
  }

  static Type things(String kind) {
    return new Type(Sort.THING, kind, true);
  }

  Type several() {
    return new Type(sort, kind, true);
  }

  boolean isCounted() {
    return sort == Sort.NUMBER || sort == Sort.TIME;
  }
}
