package interleave.lesson.recorded;

import interleave.scenario.expression.Expression;
import interleave.scenario.expression.Thing;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import java.util.Locale;

/** What an expression comes to, as it stands in a sentence. */
public final class Figure {
  /** Where nothing is known. */
  private static final String UNKNOWN = "–";

  /** Beyond that a whole number is no longer told from its neighbours. */
  private static final double LARGEST = 1L << 53;

  private Figure() {}

  /** {@code 1 200}, {@code 41.2 ms}, a text. */
  public static Object of(Expression expression, Thing run) {
    Object value = expression.in(run);
    if (value instanceof Double number) {
      return number.isNaN() ? UNKNOWN : number(expression, number);
    }
    return value;
  }

  private static Object number(Expression expression, double number) {
    boolean time =
        switch (expression.type().sort()) {
          case TIME -> true;
          case NUMBER, TEXT, TRUTH, THING -> false;
        };
    if (time) {
      return TimeText.duration(Math.round(number));
    }
    return number == Math.rint(number) && Math.abs(number) < LARGEST
        ? Durations.count((long) number)
        : String.format(Locale.ROOT, "%.2f", number);
  }
}
