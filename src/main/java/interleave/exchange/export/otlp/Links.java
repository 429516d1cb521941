package interleave.exchange.export.otlp;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Which arrows lead to which span. Spans of a row are asked for in their order. */
final class Links {
  private final Arrows arrows;
  private final long[] places;

  /** The arrows by the row that they reach, and there by the place of the span. */
  private final int[] sorted;

  /** By row: the next of them that was not asked for. */
  private final Map<Integer, Integer> next = new HashMap<>();

  Links(Arrows arrows, long[] places) {
    this.arrows = arrows;
    this.places = places;
    sorted =
        IntStream.range(0, arrows.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(it -> arrows.track(2 * it + 1))
                    .thenComparing(it -> places[2 * it + 1]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = sorted.length - 1; i >= 0; i--) {
      next.put(arrows.track(2 * sorted[i] + 1), i);
    }
  }

  /** Hands on each arrow that leads to that span. */
  void to(int track, long place, IntConsumer arrow) {
    int i = next.getOrDefault(track, sorted.length);
    while (i < sorted.length && isTo(sorted[i], track, place)) {
      arrow.accept(sorted[i++]);
    }
    if (next.containsKey(track)) {
      next.put(track, i);
    }
  }

  private boolean isTo(int arrow, int track, long place) {
    return arrows.track(2 * arrow + 1) == track && places[2 * arrow + 1] == place;
  }

  /** The id of the span that an arrow leaves. */
  String from(int arrow) {
    return SpanIds.of(arrows.track(2 * arrow), places[2 * arrow]);
  }

  String category(int arrow) {
    return arrows.category(arrow);
  }

  String name(int arrow) {
    return arrows.name(arrow);
  }
}
