package interleave.timeline.draw;

import java.util.function.Supplier;

/**
 * Something that a legend explains while it is in sight; who draws it says so by {@link
 * Brush#seen(LegendEntry)}.
 *
 * @param rank those of a smaller one come first
 * @param text in the language of the reader
 * @param swatch what it looks like
 */
public record LegendEntry(int rank, Supplier<String> text, Swatch swatch) {
  /** The rank of the colours of threads. */
  public static final int THREADS = 50;

  /** How wide a swatch is. */
  public static final double SWATCH = 14;

  /** A plain swatch of that colour. */
  public static LegendEntry plain(int rank, Supplier<String> text, Role role) {
    return new LegendEntry(rank, text, (brush, x, y) -> brush.fill(x, y - 6, SWATCH, 12, 2, role));
  }

  /** Draws an example. */
  @FunctionalInterface
  public interface Swatch {
    /** From {@code x} on, with {@code y} as its middle. */
    void draw(Brush brush, double x, double y);
  }
}
