package interleave.timeline.compare;

import interleave.timeline.ThingRef;
import interleave.words.Words;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure in both runs.
 *
 * @param name of the thing in the first run, or where it has none in the second; empty for the run
 * @param inA the thing in the first run, null where it is the run or not in it; so {@code inB}
 * @param a null where the first run has no such thing, or does not tell; so {@code b}
 * @param textA the value as text, where it is no number
 */
public record Difference(
    Section section,
    String name,
    @Nullable ThingRef inA,
    @Nullable ThingRef inB,
    Metric metric,
    @Nullable Double a,
    @Nullable Double b,
    String textA,
    String textB) {
  private static final Words WORDS = Words.of("timeline/compare");

  /** By less than this part, runs differ by chance. */
  private static final double NOTABLE = 0.1;

  /** Times that differ by less are not worth a word. */
  private static final double NOTABLE_NS = 1_000_000;

  /** Whether both have it, and alike. */
  public boolean isSame() {
    return Objects.equals(a, b) && textA.equals(textB);
  }

  /**
   * How much more the second has than the first, as a part of that; NaN where that says nothing.
   */
  public double change() {
    return a == null || b == null ? Double.NaN : a == 0 ? (b == 0 ? 0 : Double.NaN) : (b - a) / a;
  }

  /** Whether they differ so much that one may want to know why. */
  public boolean isNotable() {
    if (a == null || b == null || metric.unit() == Metric.Unit.TEXT) {
      return !isSame();
    }
    double apart = Math.abs(b - a);
    double most = Math.max(Math.abs(a), Math.abs(b));
    return apart > 0
        && apart >= NOTABLE * most
        && (metric.unit() != Metric.Unit.NANOSECONDS || apart >= NOTABLE_NS);
  }

  /** Whether the second is worse (1) or better (-1) than the first, or neither. */
  public int verdict() {
    return a == null || b == null || !isNotable() ? 0 : metric.worse() * Double.compare(b, a);
  }

  /** Of a moment, where those of the second run count as so much later. */
  Difference later(double ns) {
    Double moved = b == null ? null : (Double) (b + ns);
    return new Difference(section, name, inA, inB, metric, a, moved, textA, textB);
  }

  public String showA() {
    return show(a, textA);
  }

  public String showB() {
    return show(b, textB);
  }

  private String show(@Nullable Double value, String text) {
    return value == null ? (text.isEmpty() ? "–" : text) : metric.show(value);
  }

  /**
   * {@code +12 %}, {@code 3.4×}, {@code +2}; empty where they are the same or not to be compared.
   */
  public String showChange() {
    if (isSame()) {
      return "";
    }
    if (a == null || b == null) {
      return metric.unit() == Metric.Unit.TEXT
          ? ""
          : a == null && b == null ? "" : WORDS.get(a == null ? "only.b" : "only.a");
    }
    double change = change();
    if (metric.unit() == Metric.Unit.COUNT && (Double.isNaN(change) || Math.abs(b - a) < 10)) {
      return signed("%+d", Math.round(b - a));
    }
    if (Double.isNaN(change)) {
      return "+" + metric.show(b - a);
    }
    return change >= 1
        ? String.format(Locale.ROOT, "%.1f×", b / a)
        : signed("%+.0f %%", 100 * change);
  }

  private static String signed(String format, Object number) {
    return String.format(Locale.ROOT, format, number).replace('-', '−');
  }
}
