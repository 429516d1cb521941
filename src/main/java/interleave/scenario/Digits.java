package interleave.scenario;

import java.math.BigDecimal;

/** Numbers as they are written in words of the product. */
final class Digits {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private Digits() {}

  /** {@code 100 000}, with spaces that do not break; numbers of up to four digits stay whole. */
  static String group(long number) {
    String digits = Long.toString(number);
    int sign = number < 0 ? 1 : 0;
    if (digits.length() - sign <= 4) {
      return digits;
    }
    StringBuilder grouped = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > sign; at -= 3) {
      grouped.insert(at, NO_BREAK_SPACE);
    }
    return grouped.toString();
  }

  /** {@code 3} or {@code 0.25}: no exponent and no zeros that say nothing. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
