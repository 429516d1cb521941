package interleave.figure.format;

/** Numbers as vector formats have them: to a hundredth of a pixel, as short as they can be. */
final class Numbers {
  private static final double MOST = 1e7;

  private Numbers() {}

  static String of(double value) {
    long hundredths = Math.round(Math.clamp(value, -MOST, MOST) * 100);
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    String sign = hundredths < 0 ? "-" : "";
    if (rest == 0) {
      return sign + whole;
    }
    String digits = rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
    return sign + (whole == 0 ? "" : whole) + digits;
  }
}
