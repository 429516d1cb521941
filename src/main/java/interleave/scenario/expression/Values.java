package interleave.scenario.expression;

import java.util.ArrayList;
import java.util.List;

/** What is done with values when an expression is evaluated. */
final class Values {
  private record Change(double time, int by) {}

  private Values() {}

  static double number(Object value) {
    return (Double) value;
  }

  static boolean truth(Object value) {
    return (Boolean) value;
  }

  static List<?> list(Object value) {
    return (List<?>) value;
  }

  /** One value of several: numbers and times added up, the first text, whether any is true. */
  static Object one(Type type, Object several) {
    List<?> all = list(several);
    return switch (type.sort()) {
      case NUMBER, TIME -> all.stream().mapToDouble(Values::number).sum();
      case TEXT -> all.isEmpty() ? "" : all.getFirst();
      case TRUTH -> all.contains(true);
      case THING -> (double) all.size();
    };
  }

  static Object none(Type type) {
    return switch (type.sort()) {
      case NUMBER, TIME, THING -> Double.NaN;
      case TEXT -> "";
      case TRUTH -> false;
    };
  }

  /** How many of the things, which have a beginning and an end, went on at the same time. */
  static double atOnce(List<?> things) {
    List<Change> changes = new ArrayList<>();
    for (Object each : things) {
      Thing thing = (Thing) each;
      changes.add(new Change(number(thing.get("start")), 1));
      changes.add(new Change(number(thing.get("end")), -1));
    }
    changes.sort((a, b) -> a.time == b.time ? a.by - b.by : Double.compare(a.time, b.time));
    int most = 0;
    int now = 0;
    for (Change change : changes) {
      now += change.by;
      most = Math.max(most, now);
    }
    return most;
  }

  /** For how long some of these and some of those went on at the same time. */
  static double together(List<?> these, List<?> those) {
    List<double[]> changes = new ArrayList<>();
    mark(these, 0, changes);
    mark(those, 1, changes);
    changes.sort((a, b) -> Double.compare(a[0], b[0]));
    int[] going = new int[2];
    double together = 0;
    double before = 0;
    for (double[] change : changes) {
      together += going[0] > 0 && going[1] > 0 ? change[0] - before : 0;
      before = change[0];
      going[(int) change[1]] += (int) change[2];
    }
    return together;
  }

  private static void mark(List<?> things, int side, List<double[]> changes) {
    for (Object each : things) {
      Thing thing = (Thing) each;
      changes.add(new double[] {number(thing.get("start")), side, 1});
      changes.add(new double[] {number(thing.get("end")), side, -1});
    }
  }

  static double parsed(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
