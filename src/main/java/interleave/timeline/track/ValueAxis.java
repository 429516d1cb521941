package interleave.timeline.track;

import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.track.TrackKind.Slot;
import java.util.Map;
import java.util.TreeMap;

/** Which y a value of a variable has: the values in sight fill the height of its track. */
record ValueAxis(double low, double high, double top, double bottom, int first, int last) {
  private static final int FEW = 400;
  private static final double NEAR = 7;
  private static final int MOST_LABELS = 6;

  static ValueAxis of(VariableTrack variable, Space space, Slot slot, double alsoShown) {
    int first = Math.max(0, variable.at(space.from()));
    int last = Math.min(variable.size() - 1, variable.at(space.to()) + 1);
    double low = variable.min(space.from(), space.to());
    double high = variable.max(space.from(), space.to());
    for (int i : new int[] {first, last}) {
      if (i >= 0 && i < variable.size()) {
        double value = variable.number(i);
        low = Double.isNaN(low) ? value : Math.min(low, value);
        high = Double.isNaN(high) ? value : Math.max(high, value);
      }
    }
    if (!Double.isNaN(alsoShown)) {
      low = Double.isNaN(low) ? alsoShown : Math.min(low, alsoShown);
      high = Double.isNaN(high) ? alsoShown : Math.max(high, alsoShown);
    }
    if (!(high > low)) {
      low = Double.isNaN(low) ? 0 : low - 1;
      high = low + 2;
    }
    boolean steps = slot.height() > 110;
    double top = slot.y() + (steps ? 30 : 24);
    return new ValueAxis(low, high, top, slot.bottom() - (steps ? 38 : 14), first, last);
  }

  /** Whether single accesses have room to be drawn. */
  boolean tellsPoints(Space space) {
    return (last - first + 1) * NEAR <= space.right() - space.left();
  }

  double y(double value) {
    return bottom - (value - low) / (high - low) * (bottom - top);
  }

  double y(VariableTrack variable, int access) {
    return y(variable.number(access));
  }

  /** The values at the right of the names, as long as they do not crowd. */
  void labels(VariableTrack variable, double right, Brush brush) {
    Map<Double, String> values = new TreeMap<>();
    if (last - first <= FEW) {
      for (int i = first; i <= last; i++) {
        values.put(y(variable, i), variable.shown(i));
      }
    }
    if (values.isEmpty() || values.size() > MOST_LABELS) {
      values.clear();
      if (variable.type().isNumber()) { // texts have no least and no greatest
        values.put(y(low), number(low));
        values.put(y(high), number(high));
      }
    }
    double before = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Double, String> value : values.entrySet()) {
      if (value.getKey() - before >= 12) {
        before = value.getKey();
        brush.words(
            right,
            value.getKey(),
            value.getValue(),
            Face.CODE_SMALL,
            Role.MUTED,
            60,
            Mark.Align.RIGHT);
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(java.util.Locale.ROOT, "%.3g", value);
  }
}
