package interleave.view.session;

import interleave.timeline.layout.Durations;
import java.util.List;

/** The paces a replay can have, slowest first, and what they are called. */
public final class Speed {
  public static final double SLOWEST = 1e-6;
  public static final double FASTEST = 10;

  private static final List<Double> DETENTS =
      List.of(1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 0.5, 1.0, 2.0, 5.0, 10.0);

  private Speed() {}

  /** How many detents there are, {@code live} being one more behind the last. */
  public static int detents() {
    return DETENTS.size();
  }

  /** The pace of detent {@code i}. */
  public static double at(int i) {
    return DETENTS.get(Math.clamp(i, 0, DETENTS.size() - 1));
  }

  /** The detent nearest to a pace, by ratio. */
  public static int nearest(double speed) {
    int best = 0;
    for (int i = 1; i < DETENTS.size(); i++) {
      if (Math.abs(Math.log(DETENTS.get(i) / speed))
          < Math.abs(Math.log(DETENTS.get(best) / speed))) {
        best = i;
      }
    }
    return best;
  }

  /** {@code 1/1 000 000×}, {@code 1/2×}, {@code 10×}. */
  public static String show(double speed) {
    if (speed >= 1) {
      return Durations.count(Math.round(speed)) + "×";
    }
    return "1/" + Durations.count(Math.round(1 / speed)) + "×";
  }
}
