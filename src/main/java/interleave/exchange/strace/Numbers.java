package interleave.exchange.strace;

/** Numbers as strace writes them. */
final class Numbers {
  private Numbers() {}

  /** A decimal number that is not negative; -1 where it is none, or none that fits. */
  static int whole(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  /** The number that a text begins with, such as {@code 3} of {@code 3<pipe:[12]>}; -1 for none. */
  static int leading(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return whole(text.substring(0, end));
  }
}
