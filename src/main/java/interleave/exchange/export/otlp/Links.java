package interleave.exchange.export.otlp;

import interleave.timeline.column.LongTable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Which arrows lead to which span. Spans of a row are asked for in their order. */
final class Links {
  private final Arrows arrows;
  private final LongTable places;

  /** The arrows by the row that they reach, and there by the place of the span. */
  private final LongTable sorted;

  /** By row: the next of them that was not asked for. */
  private final Map<Integer, Integer> next = new HashMap<>();

  Links(Arrows arrows, LongTable places, Runnable meanwhile) {
    this.arrows = arrows;
    this.places = places;
    sorted = LongTable.ordered(arrows.size(), this::compared, meanwhile);
    int row = -1;
    for (int i = 0; i < sorted.size(); i++) {
      int reached = arrows.track(2 * sorted(i) + 1);
      if (reached != row) {
        next.put(reached, i);
        row = reached;
      }
    }
  }

  /** By the ends at which arrows arrive. */
  private int compared(int arrow, int other) {
    int end = 2 * arrow + 1;
    int otherEnd = 2 * other + 1;
    int rows = Integer.compare(arrows.track(end), arrows.track(otherEnd));
    return rows == 0 ? Long.compare(places.get(end), places.get(otherEnd)) : rows;
  }

  private int sorted(int i) {
    return (int) sorted.get(i);
  }

  /** Hands on each arrow that leads to that span. */
  void to(int track, long place, IntConsumer arrow) {
    int i = next.getOrDefault(track, sorted.size());
    while (i < sorted.size() && isTo(sorted(i), track, place)) {
      arrow.accept(sorted(i++));
    }
    if (next.containsKey(track)) {
      next.put(track, i);
    }
  }

  private boolean isTo(int arrow, int track, long place) {
    return arrows.track(2 * arrow + 1) == track && places.get(2 * arrow + 1) == place;
  }

  /** The id of the span that an arrow leaves. */
  String from(int arrow) {
    return SpanIds.of(arrows.track(2 * arrow), places.get(2 * arrow));
  }

  String category(int arrow) {
    return arrows.category(arrow);
  }

  String name(int arrow) {
    return arrows.name(arrow);
  }
}
