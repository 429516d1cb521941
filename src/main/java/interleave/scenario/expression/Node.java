package interleave.scenario.expression;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, ready to be evaluated.
 *
 * @param type what it comes to
 */
record Node(Type type, Evaluated evaluated) {
  /** How it is found. */
  @FunctionalInterface
  interface Evaluated {
    /**
     * @param run what the expression is about
     * @param item the thing that a condition in brackets is asked of
     */
    Object in(Thing run, @Nullable Thing item);
  }

  Object in(Thing run, @Nullable Thing item) {
    return evaluated.in(run, item);
  }
}
