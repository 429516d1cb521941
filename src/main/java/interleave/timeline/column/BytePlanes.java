package interleave.timeline.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers of 1, 2, 4 or 8 bytes in the form in which they become shortest: of each its difference
 * from the one before, of all these first the lowest bytes, then the next ones, and so on. What
 * grows evenly is nearly the same byte again and again then.
 */
final class BytePlanes {
  private static final VarHandle SHORTS = handle(short[].class);
  private static final VarHandle INTS = handle(int[].class);
  private static final VarHandle LONGS = handle(long[].class);

  private BytePlanes() {}

  private static VarHandle handle(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Puts the planes of {@code count} numbers of {@code width} bytes, little-endian, which begin at
   * {@code from}, to the same place in {@code planes}.
   */
  static void of(byte[] numbers, int from, int width, int count, byte[] planes) {
    switch (width) {
      case Byte.BYTES -> {
        int before = 0;
        for (int i = from; i < from + count; i++) {
          planes[i] = (byte) (numbers[i] - before);
          before = numbers[i];
        }
      }
      case Short.BYTES -> {
        int before = 0;
        for (int i = 0; i < count; i++) {
          int number = (short) SHORTS.get(numbers, from + i * Short.BYTES);
          int difference = number - before;
          before = number;
          planes[from + i] = (byte) difference;
          planes[from + count + i] = (byte) (difference >>> Byte.SIZE);
        }
      }
      case Integer.BYTES -> {
        int before = 0;
        for (int i = 0; i < count; i++) {
          int number = (int) INTS.get(numbers, from + i * Integer.BYTES);
          put(number - before, from + i, Integer.BYTES, count, planes);
          before = number;
        }
      }
      default -> {
        long before = 0;
        for (int i = 0; i < count; i++) {
          long number = (long) LONGS.get(numbers, from + i * Long.BYTES);
          put(number - before, from + i, Long.BYTES, count, planes);
          before = number;
        }
      }
    }
  }

  private static void put(long difference, int at, int width, int count, byte[] planes) {
    for (int k = 0; k < width; k++) {
      planes[at + k * count] = (byte) (difference >>> Byte.SIZE * k);
    }
  }

  private static void set(long number, int at, int width, byte[] numbers) {
    for (int k = 0; k < width; k++) {
      numbers[at + k] = (byte) (number >>> Byte.SIZE * k);
    }
  }

  private static long get(byte[] planes, int at, int width, int count) {
    long difference = 0;
    for (int k = width - 1; k >= 0; k--) {
      difference = difference << Byte.SIZE | planes[at + k * count] & 0xFF;
    }
    return difference;
  }

  /** The other way. */
  static void undo(byte[] planes, int from, int width, int count, byte[] numbers) {
    switch (width) {
      case Byte.BYTES -> {
        int number = 0;
        for (int i = from; i < from + count; i++) {
          number += planes[i];
          numbers[i] = (byte) number;
        }
      }
      case Short.BYTES -> {
        int number = 0;
        for (int i = 0; i < count; i++) {
          number += planes[from + i] & 0xFF | planes[from + count + i] << Byte.SIZE;
          // not by a handle, which is slow before it is compiled: much is looked at only once
          numbers[from + i * Short.BYTES] = (byte) number;
          numbers[from + i * Short.BYTES + 1] = (byte) (number >>> Byte.SIZE);
        }
      }
      case Integer.BYTES -> {
        int number = 0;
        for (int i = 0; i < count; i++) {
          number += (int) get(planes, from + i, Integer.BYTES, count);
          set(number, from + i * Integer.BYTES, Integer.BYTES, numbers);
        }
      }
      default -> {
        long number = 0;
        for (int i = 0; i < count; i++) {
          number += get(planes, from + i, Long.BYTES, count);
          set(number, from + i * Long.BYTES, Long.BYTES, numbers);
        }
      }
    }
  }
}
