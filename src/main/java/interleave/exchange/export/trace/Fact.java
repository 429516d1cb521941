package interleave.exchange.export.trace;

/**
 * Something told of a slice or a moment beside its name.
 *
 * @param value a text, a whole or other number, or a truth
 */
public record Fact(String key, Object value) {
  public Fact(String key, String value) {
    this(key, (Object) value);
  }

  public Fact(String key, long value) {
    this(key, (Object) value);
  }

  public Fact(String key, double value) {
    this(key, (Object) value);
  }

  public Fact(String key, boolean value) {
    this(key, (Object) value);
  }
}
