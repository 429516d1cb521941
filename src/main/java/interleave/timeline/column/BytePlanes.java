package interleave.timeline.column;

/**
 * Numbers of 1 to 8 bytes in the form in which they become shortest: of each its difference from
 * the one before, of all these first the lowest bytes, then the next ones, and so on. What grows
 * evenly is nearly the same byte again and again then.
 */
final class BytePlanes {
  private BytePlanes() {}

  /**
   * Puts the planes of {@code count} numbers of {@code width} bytes, little-endian, which begin at
   * {@code from}, to the same place in {@code planes}.
   */
  static void of(byte[] numbers, int from, int width, int count, byte[] planes) {
    long before = 0;
    for (int i = 0; i < count; i++) {
      long number = 0;
      for (int k = width - 1; k >= 0; k--) {
        number = number << Byte.SIZE | numbers[from + i * width + k] & 0xFF;
      }
      long difference = number - before;
      before = number;
      for (int k = 0; k < width; k++) {
        planes[from + k * count + i] = (byte) (difference >>> Byte.SIZE * k);
      }
    }
  }

  /** The other way. */
  static void undo(byte[] planes, int from, int width, int count, byte[] numbers) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      long difference = 0;
      for (int k = width - 1; k >= 0; k--) {
        difference = difference << Byte.SIZE | planes[from + k * count + i] & 0xFF;
      }
      number += difference;
      for (int k = 0; k < width; k++) {
        numbers[from + i * width + k] = (byte) (number >>> Byte.SIZE * k);
      }
    }
  }
}
