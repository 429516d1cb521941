package interleave.timeline.lod;

/**
 * Time cut into pieces of a power of two of nanoseconds, each between one and two pixels wide. They
 * hang on time and not on the window: panning changes none of them, and zooming changes them only
 * where it passes a power of two. That is why nothing flickers.
 *
 * @param size nanoseconds a bin
 */
public record Bins(long size) {
  /** For a scale of so many nanoseconds a pixel. */
  public static Bins of(double nsPerPixel) {
    long size = 1;
    while (size < nsPerPixel && size < 1L << 61) {
      size <<= 1;
    }
    return new Bins(size);
  }

  /** The start of the bin in which {@code time} lies. */
  public long floor(long time) {
    return time & -size;
  }

  /** The end of that bin, exclusive. */
  public long next(long time) {
    return floor(time) + size;
  }

  /** Whether something of that duration is drawn on its own. It covers a whole bin then. */
  public boolean wide(long duration) {
    return duration >= 2 * size;
  }
}
