package interleave.exchange.chrome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers that are not written as most are. */
final class Decimals {
  /** No number. */
  static final long NONE = Long.MIN_VALUE;

  private static final int LONGEST = 40;

  /** So many digits are a double without rounding. */
  private static final int MOST_DIGITS = 15;

  private static final int LARGEST_EXPONENT = 30;

  private Decimals() {}

  /** Microseconds as nanoseconds, to the next of them. */
  static long nanos(byte[] bytes, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return NONE;
    }
    try {
      String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip();
      BigDecimal micros = new BigDecimal(text);
      if (Math.abs((long) micros.precision() - micros.scale()) > LARGEST_EXPONENT) {
        return micros.signum() == 0 || micros.scale() > 0 ? 0 : NONE;
      }
      BigDecimal nanos = micros.movePointRight(3).setScale(0, RoundingMode.HALF_UP);
      // No constant: before the first decimal there is, the JDK raises ten to a high power.
      BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
      return nanos.abs().compareTo(most) > 0 ? NONE : nanos.longValueExact();
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  /** A number as a double; NaN where it is none. */
  static double number(byte[] bytes, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return Double.NaN;
    }
    long whole = to - from <= MOST_DIGITS ? whole(bytes, from, to) : -1;
    if (whole >= 0) {
      return whole;
    }
    try {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A number of digits alone, as most are; negative where it is none. */
  private static long whole(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
