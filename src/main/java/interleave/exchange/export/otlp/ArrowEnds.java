package interleave.exchange.export.otlp;

import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceTrack;
import interleave.timeline.column.LongTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Finds the spans that arrows leave and reach: of those that go on then the innermost. */
final class ArrowEnds extends SilentSink {
  private final Arrows arrows;

  /** The ends by row, and there by time. */
  private final LongTable sorted;

  /** By end: the place of its span on its row, 0 for the row's own. */
  private final LongTable places;

  private final Map<Integer, Row> rows = new HashMap<>();

  /** A span that may still go on. */
  private record Going(long place, long end) {}

  /** How far a row was gone through. */
  private static final class Row {
    private final Deque<Going> going = new ArrayDeque<>();
    private long slices;
    private int next;
  }

  /**
   * @param meanwhile is called again and again, and may throw what is to end it
   */
  ArrowEnds(Arrows arrows, Runnable meanwhile) {
    this.arrows = arrows;
    places = new LongTable(2 * arrows.size());
    sorted = LongTable.ordered(places.size(), this::compared, meanwhile);
  }

  private int compared(int end, int other) {
    int rows = Integer.compare(arrows.track(end), arrows.track(other));
    return rows == 0 ? Long.compare(arrows.time(end), arrows.time(other)) : rows;
  }

  private int sorted(int i) {
    return (int) sorted.get(i);
  }

  /** Who leads where, when all was told. */
  Links links(Runnable meanwhile) {
    return new Links(arrows, places, meanwhile);
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts) {
    Row row = row(on.id());
    before(on.id(), row, start);
    row.going.push(new Going(++row.slices, end));
  }

  private Row row(int track) {
    Row known = rows.get(track);
    if (known == null) {
      known = new Row();
      known.next = first(track);
      rows.put(track, known);
    }
    return known;
  }

  private int first(int track) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (arrows.track(sorted(middle)) < track) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All ends of the row before that moment have their spans among those that were told. */
  private void before(int track, Row row, long moment) {
    while (row.next < sorted.size()
        && arrows.track(sorted(row.next)) == track
        && arrows.time(sorted(row.next)) < moment) {
      int end = sorted(row.next++);
      places.set(end, place(row, arrows.time(end)));
    }
    over(row, moment);
  }

  private static void over(Row row, long moment) {
    while (!row.going.isEmpty() && row.going.peek().end() < moment) {
      row.going.pop();
    }
  }

  private static long place(Row row, long time) {
    over(row, time);
    long touching = 0;
    for (Iterator<Going> inner = row.going.iterator(); inner.hasNext(); ) {
      Going each = inner.next();
      if (each.end() > time) {
        return each.place();
      }
      touching = touching == 0 && each.end() == time ? each.place() : touching;
    }
    return touching;
  }

  @Override
  public void end() {
    rows.forEach((track, row) -> before(track, row, Long.MAX_VALUE));
  }
}
