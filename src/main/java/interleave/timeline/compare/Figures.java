package interleave.timeline.compare;

import interleave.timeline.ThingRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one thing in one run.
 *
 * @param thing null for the run
 */
record Figures(
    String name, @Nullable ThingRef thing, Map<Metric, Double> numbers, Map<Metric, String> texts) {
  static Figures of(String name, @Nullable ThingRef thing) {
    return new Figures(name, thing, new EnumMap<>(Metric.class), new EnumMap<>(Metric.class));
  }

  /** Where it is {@code known}. */
  Figures with(Metric metric, double value, boolean known) {
    if (known) {
      numbers.put(metric, value);
    }
    return this;
  }

  Figures with(Metric metric, double value) {
    return with(metric, value, !Double.isNaN(value));
  }

  Figures with(Metric metric, String text) {
    texts.put(metric, text);
    return this;
  }

  /** What they come to beside those of the other run, of which one may be missing. */
  static List<Difference> differences(
      Section section, @Nullable Figures a, @Nullable Figures b, String name) {
    List<Difference> found = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Double inA = a == null ? null : a.numbers.get(metric);
      Double inB = b == null ? null : b.numbers.get(metric);
      String textA = a == null ? "" : a.texts.getOrDefault(metric, "");
      String textB = b == null ? "" : b.texts.getOrDefault(metric, "");
      if (inA != null || inB != null || !textA.isEmpty() || !textB.isEmpty()) {
        ThingRef thingA = a == null ? null : a.thing;
        ThingRef thingB = b == null ? null : b.thing;
        found.add(new Difference(section, name, thingA, thingB, metric, inA, inB, textA, textB));
      }
    }
    return found;
  }
}
