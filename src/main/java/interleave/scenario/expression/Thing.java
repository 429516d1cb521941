package interleave.scenario.expression;

/** Something that has attributes: a run, or a lock of it. */
@FunctionalInterface
public interface Thing {
  /**
   * An attribute of the {@link Vocabulary}: a {@link Double} where it is a number or a time, in
   * nanoseconds; a {@link String}, a {@link Boolean}, or a list of things. What is not known is
   * {@link Double#NaN}, or the empty text.
   */
  Object get(String attribute);
}
