package interleave.timeline.draw;

/** How far apart two colours are to eyes that lack a kind of cone (Viénot 1999, CIE Lab). */
enum ColourBlindness {
  NONE(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}),
  PROTANOPIA(new double[] {0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1}),
  DEUTERANOPIA(new double[] {0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1});

  private final double[] seen;

  ColourBlindness(double[] seen) {
    this.seen = seen;
  }

  double distance(int one, int other) {
    double[] a = lab(one);
    double[] b = lab(other);
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  private double[] lab(int rgb) {
    double r = Palette.linear(rgb >> 16 & 255);
    double g = Palette.linear(rgb >> 8 & 255);
    double b = Palette.linear(rgb & 255);
    double sr = seen[0] * r + seen[1] * g + seen[2] * b;
    double sg = seen[3] * r + seen[4] * g + seen[5] * b;
    double sb = seen[6] * r + seen[7] * g + seen[8] * b;
    double x = f((0.4124 * sr + 0.3576 * sg + 0.1805 * sb) / 0.9505);
    double y = f(0.2126 * sr + 0.7152 * sg + 0.0722 * sb);
    double z = f((0.0193 * sr + 0.1192 * sg + 0.9505 * sb) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    double c = Math.max(0, t);
    return c > 0.008856 ? Math.cbrt(c) : 7.787 * c + 16.0 / 116;
  }
}
