package interleave.bench;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What was measured, a line each, and whether all of it keeps its limit. Stands with the tests and
 * not with the benchmarks, so that each build tries it.
 */
public final class Limits {
  private final PrintStream out;
  private boolean kept = true;

  public Limits(PrintStream out) {
    this.out = out;
  }

  /** What the columns are. */
  public void title() {
    out.printf("%n%-60s %7s %7s%n", "ratio", "is", "limit");
  }

  /** One line; without a limit where that is not a number. */
  public void line(String what, double is, double limit) {
    boolean limited = !Double.isNaN(limit);
    boolean held = !limited || is <= limit; // what is not a number holds no limit
    kept &= held;
    out.printf(
        Locale.ROOT,
        "%-60s %7.2f %7s  %s%n",
        what,
        is,
        limited ? String.format(Locale.ROOT, "%.2f", limit) : "",
        limited ? held ? "pass" : "FAIL" : "");
  }

  /** Whether none was passed. */
  public boolean kept() {
    return kept;
  }
}
