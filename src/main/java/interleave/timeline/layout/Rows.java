package interleave.timeline.layout;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rows from top to bottom.
 *
 * <pre>
 *   ▾ Parent        header
 *       MainThread  lane
 *       balance     lock, variable: inside their process
 *   ▾ Writer        a gap above each header but the first
 *       main
 *   Queue q         between the processes that it connects
 *   ▾ Reader
 *       main
 *   ▾ forkserver    processes that serve a library only
 *   Output          last
 * </pre>
 */
public final class Rows {
  private static final double GAP = 6;

  /** As they were started: a recording that is opened meets them in the order of its files. */
  private static final Comparator<ProcessTrack> ORDER =
      Comparator.<ProcessTrack, Boolean>comparing(process -> process.origin().service())
          .thenComparingLong(ProcessTrack::start);

  private final List<Row> rows;
  private final Map<String, Row> byKey = new HashMap<>();
  private final double height;

  private Rows(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      byKey.put(row.key(), row);
    }
    height = rows.isEmpty() ? 0 : rows.getLast().bottom();
  }

  /** Lays out the rows of all sources; sources come in the order of their rows within a process. */
  public static Rows of(Timeline timeline, Folds folds, List<? extends RowSource> sources) {
    Map<String, List<Row>> groups = new HashMap<>();
    Set<Integer> hidden = new HashSet<>();
    sources.forEach(source -> hidden.addAll(source.hidden(timeline, folds)));
    for (RowSource source : sources) {
      for (RowSource.Place place : source.places(timeline, folds)) {
        boolean inside = place.position() == RowSource.Position.INSIDE;
        if (hidden.contains(place.process())) {
          continue;
        }
        if (!inside || !folds.collapsed().contains(place.process())) {
          double height = source.height(timeline, place.index(), folds);
          groups
              .computeIfAbsent(place.position() + " " + place.process(), _ -> new ArrayList<>())
              .add(new Row(source, place.index(), place.process(), 0, height));
        }
      }
    }
    Stack stack = new Stack(groups);
    List<ProcessTrack> ordered = timeline.processes().stream().sorted(ORDER).toList();
    for (int i = 0; i <= ordered.size(); i++) {
      boolean served = i < ordered.size() && !ordered.get(i).origin().service();
      if (!served && (i == 0 || !ordered.get(i - 1).origin().service())) {
        stack.process(RowSource.Place.PROCESSES);
      }
      if (i < ordered.size() && !hidden.contains(ordered.get(i).index())) {
        stack.process(ordered.get(i).index());
      }
    }
    stack.process(RowSource.Place.LAST);
    return new Rows(stack.rows);
  }

  public List<Row> all() {
    return rows;
  }

  public double height() {
    return height;
  }

  /** The row of that kind and index, or null when it is folded away. */
  public @Nullable Row find(String source, int index) {
    return byKey.get(source + " " + index);
  }

  /** The row at that distance from the top, or null between and below rows. */
  public @Nullable Row at(double y) {
    int i = firstBelow(y);
    return i < rows.size() && rows.get(i).top() <= y ? rows.get(i) : null;
  }

  /** The rows of which something lies between. */
  public List<Row> between(double from, double to) {
    int first = firstBelow(from);
    int last = first;
    while (last < rows.size() && rows.get(last).top() < to) {
      last++;
    }
    return rows.subList(first, last);
  }

  private int firstBelow(double y) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).bottom() <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static final class Stack {
    final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Row>> groups;
    private double y;

    Stack(Map<String, List<Row>> groups) {
      this.groups = groups;
    }

    void process(int index) {
      boolean header = add(RowSource.Position.HEADER + " " + index, true);
      add(RowSource.Position.INSIDE + " " + index, !header);
      add(RowSource.Position.BETWEEN + " " + index, true);
    }

    private boolean add(String group, boolean gap) {
      List<Row> members = groups.get(group);
      if (members == null) {
        return false;
      }
      y += gap && !rows.isEmpty() ? GAP : 0;
      for (Row row : members) {
        rows.add(new Row(row.source(), row.index(), row.process(), y, row.height()));
        y += row.height();
      }
      return true;
    }
  }
}
