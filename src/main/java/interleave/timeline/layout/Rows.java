package interleave.timeline.layout;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rows from top to bottom.
 *
 * <pre>
 *   Lock balance    what is pinned
 *   ▾ Parent        header
 *       MainThread  lane
 *       balance     lock, variable: inside their process
 *   ▾ Writer        a gap above each header but the first
 *       main
 *   Queue q         between the processes that it connects
 *   ▾ Reader
 *       main
 *   ▾ lab-1         a machine above the processes on it, where there are several
 *   ▾ forkserver    processes that serve a library only
 *   Output          last
 * </pre>
 */
public final class Rows {
  private static final double GAP = 6;

  /** As they were started: a recording that is opened meets them in the order of its files. */
  private static final Comparator<ProcessTrack> ORDER =
      Comparator.<ProcessTrack, Boolean>comparing(process -> process.origin().service())
          .thenComparingInt(ProcessTrack::host)
          .thenComparingLong(ProcessTrack::start);

  private final List<Block> blocks;
  private final Map<String, Row> single = new HashMap<>();
  private final List<Block> many = new ArrayList<>();
  private final int size;
  private final double height;
  private final double pinned;

  private Rows(List<Block> blocks, int first) {
    this.blocks = List.copyOf(blocks);
    pinned = first == 0 ? 0 : blocks.get(first - 1).bottom();
    for (Block block : blocks) {
      if (block.alone) {
        Row row = block.row(0);
        single.put(row.key(), row);
      } else {
        many.add(block);
      }
    }
    height = blocks.isEmpty() ? 0 : blocks.getLast().bottom();
    size = blocks.isEmpty() ? 0 : blocks.getLast().end();
  }

  /**
   * Rows of equal height, which are made when somebody looks at them; or one.
   *
   * @param first how many rows are above
   * @param alone whether it is one
   */
  private record Block(
      RowSource source,
      List<Integer> indices,
      int process,
      int first,
      double top,
      double each,
      boolean alone) {
    double bottom() {
      return top + each * indices.size();
    }

    int end() {
      return first + indices.size();
    }

    Row row(int i) {
      return new Row(source, indices.get(i), process, top + i * each, each);
    }

    Block below(int rows, double y) {
      return new Block(source, indices, process, rows, y, each, alone);
    }
  }

  /** Lays out the rows of all sources; sources come in the order of their rows within a process. */
  public static Rows of(Timeline timeline, Folds folds, List<? extends RowSource> sources) {
    Set<Integer> hidden = new HashSet<>();
    sources.forEach(source -> hidden.addAll(source.hidden(timeline, folds)));
    Stack stack = new Stack();
    ChosenRows chosen = new ChosenRows(timeline, folds.rows());
    for (RowSource source : sources) {
      for (RowSource.Place place : source.places(timeline, folds)) {
        if (shows(place.position(), place.process(), hidden, folds)) {
          double height = source.height(timeline, place.index(), folds);
          List<Integer> index = List.of(place.index());
          stack.add(place, new Block(source, index, place.process(), 0, 0, height, true), chosen);
        }
      }
      for (RowSource.Stretch stretch : source.stretches(timeline, folds)) {
        int process = stretch.process();
        if (shows(RowSource.Position.INSIDE, process, hidden, folds)) {
          List<Integer> indices = chosen.of(source, stretch.indices());
          stack.add(
              RowSource.Position.INSIDE,
              new Block(source, indices, process, 0, 0, stretch.each(), false));
        }
      }
    }
    return new Rows(stack.of(timeline, hidden), stack.first);
  }

  private static boolean shows(
      RowSource.Position position, int process, Set<Integer> hidden, Folds folds) {
    boolean inside = position == RowSource.Position.INSIDE;
    return !hidden.contains(process) && (!inside || !folds.collapsed().contains(process));
  }

  /** All, each made when it is asked for. */
  public List<Row> all() {
    return new All();
  }

  private final class All extends AbstractList<Row> implements RandomAccess {
    @Override
    public Row get(int index) {
      Objects.checkIndex(index, size);
      int low = 0;
      int high = blocks.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (blocks.get(middle).end() <= index) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return blocks.get(low).row(index - blocks.get(low).first);
    }

    @Override
    public int size() {
      return size;
    }
  }

  public double height() {
    return height;
  }

  /** How much of it what is pinned takes, at the top. */
  public double pinned() {
    return pinned;
  }

  /** The row of that kind and index, or null when it is folded away. */
  public @Nullable Row find(String source, int index) {
    Row alone = single.get(source + " " + index);
    for (int i = 0; alone == null && i < many.size(); i++) {
      Block block = many.get(i);
      int at = block.source.name().equals(source) ? block.indices.indexOf(index) : -1;
      alone = at < 0 ? null : block.row(at);
    }
    return alone;
  }

  /** How many rows are above that one. */
  public int above(Row row) {
    Block block = blocks.get(firstBelow(row.top()));
    return block.first + (int) Math.round((row.top() - block.top) / block.each);
  }

  /** Where the last row of that kind within a process ends; NaN where it has none. */
  public double end(String source, int process) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (block.process == process && block.source.name().equals(source)) {
        return block.bottom();
      }
    }
    return Double.NaN;
  }

  /** The row at that distance from the top, or null between and below rows. */
  public @Nullable Row at(double y) {
    int i = firstBelow(y);
    return i < blocks.size() && blocks.get(i).top <= y ? row(blocks.get(i), y) : null;
  }

  private static Row row(Block block, double y) {
    int i = (int) ((y - block.top) / block.each);
    return block.row(Math.clamp(i, 0, block.indices.size() - 1));
  }

  /** The rows of which something lies between. */
  public List<Row> between(double from, double to) {
    List<Row> between = new ArrayList<>();
    for (int b = firstBelow(from); b < blocks.size() && blocks.get(b).top < to; b++) {
      Block block = blocks.get(b);
      int first = Math.max(0, (int) Math.floor((from - block.top) / block.each));
      for (int i = first; i < block.indices.size() && block.top + i * block.each < to; i++) {
        between.add(block.row(i));
      }
    }
    return between;
  }

  private int firstBelow(double y) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).bottom() <= y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static final class Stack {
    private final List<Block> placed = new ArrayList<>();
    private final Map<String, List<Block>> groups = new HashMap<>();
    private final Set<Integer> notBare = new HashSet<>();
    private double y;
    private int rows;

    /** How many blocks are pinned. */
    private int first;

    /** The row of a process shows with any of its rows, and else where it is wanted itself. */
    void add(RowSource.Place place, Block block, ChosenRows chosen) {
      if (chosen.isFirst(block.source, place)) {
        add(RowSource.Position.FIRST, block);
      } else if (place.position() == RowSource.Position.HEADER) {
        add(place.position(), block);
        if (!chosen.showsBare(block.source, place)) {
          notBare.add(place.process());
        }
      } else if (chosen.shows(block.source, place.index())) {
        add(place.position(), block);
      }
    }

    void add(RowSource.Position position, Block block) {
      if (!block.indices.isEmpty()) {
        boolean first = position == RowSource.Position.FIRST;
        String group = first ? position.name() : position + " " + block.process;
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(block);
      }
    }

    List<Block> of(Timeline timeline, Set<Integer> hidden) {
      List<ProcessTrack> ordered = timeline.processes().stream().sorted(ORDER).toList();
      boolean served = false;
      put(RowSource.Position.FIRST.name(), false);
      first = placed.size();
      int host = -1;
      for (ProcessTrack process : ordered) {
        boolean service = process.origin().service();
        if (!timeline.hosts().isEmpty() && !service && process.host() != host) {
          between(host);
          host = process.host();
          put(RowSource.Position.HEADER + " " + HostRows.process(host), true);
        }
        if (service && !served) {
          last(host);
          served = true;
        }
        if (!hidden.contains(process.index())) {
          process(process.index());
        }
      }
      if (!served) {
        last(host);
      }
      process(RowSource.Place.LAST);
      return placed;
    }

    /** What stands behind the processes of a machine. */
    private void between(int host) {
      if (host >= 0) {
        put(RowSource.Position.BETWEEN + " " + HostRows.process(host), true);
      }
    }

    /** What stands behind all processes but those that serve a library only. */
    private void last(int host) {
      between(host);
      process(RowSource.Place.PROCESSES);
      between(HostRows.ALL);
    }

    private void process(int index) {
      boolean bare =
          !groups.containsKey(RowSource.Position.INSIDE + " " + index)
              && !groups.containsKey(RowSource.Position.BETWEEN + " " + index);
      if (bare && notBare.contains(index)) {
        return;
      }
      boolean header = put(RowSource.Position.HEADER + " " + index, true);
      put(RowSource.Position.INSIDE + " " + index, !header);
      put(RowSource.Position.BETWEEN + " " + index, true);
    }

    private boolean put(String group, boolean gap) {
      List<Block> members = groups.get(group);
      if (members == null) {
        return false;
      }
      y += gap && !placed.isEmpty() ? GAP : 0;
      for (Block block : members) {
        Block here = block.below(rows, y);
        placed.add(here);
        y = here.bottom();
        rows = here.end();
      }
      return true;
    }
  }
}
