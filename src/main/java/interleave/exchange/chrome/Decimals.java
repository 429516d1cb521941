package interleave.exchange.chrome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers that are not written as most are. */
final class Decimals {
  /** No number. */
  static final long NONE = Long.MIN_VALUE;

  private static final int LONGEST = 40;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
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
      return nanos.abs().compareTo(MOST) > 0 ? NONE : nanos.longValueExact();
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  /** A number as a double; NaN where it is none. */
  static double number(byte[] bytes, int from, int to) {
    if (to <= from || to - from > LONGEST) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
