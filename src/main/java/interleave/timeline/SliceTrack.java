package interleave.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Named slices of time that lie within each other, as a file of another tool tells of them: those
 * of a thread, or of a row that is no thread's.
 *
 * <pre>
 *   row 0   | handle                         |   | handle    |
 *   row 1      | parse |    | query       |         | parse |
 *   row 2                     | read |
 * </pre>
 */
public interface SliceTrack {
  int index();

  int process();

  /** The thread's, -1 where it is no thread's. */
  int lane();

  String name();

  /** How many rows there are. */
  int depth();

  /** The slices that lie so deep, one after the other. */
  Row row(int depth);

  /** Moments with a name, in the order of time. */
  Moments moments();

  /** When the first of its slices or moments was, {@link Timeline#OPEN} where there is none. */
  default long start() {
    long first = moments().size() == 0 ? Timeline.OPEN : moments().time(0);
    return depth() == 0 || row(0).size() == 0 ? first : Math.min(first, row(0).start(0));
  }

  /** The row of the innermost slice that goes on at {@code time}, -1 where none does. */
  default int deepest(long time) {
    for (int depth = depth() - 1; depth >= 0; depth--) {
      Row row = row(depth);
      int i = row.at(time);
      if (i >= 0 && (row.end(i) > time || row.start(i) == time)) {
        return depth;
      }
    }
    return -1;
  }

  /** Up to when a slice goes: where it has no end, as far as anything is known of its thread. */
  default long end(Timeline timeline, Row row, int i) {
    long last = lane() < 0 ? timeline.now() : timeline.lanes().get(lane()).end();
    return Math.max(row.start(i), Math.min(row.end(i), Math.min(last, timeline.now())));
  }

  /** The slice that lies around one, in the row above; -1 for the outermost. */
  default int around(int depth, int index) {
    return depth == 0 ? -1 : row(depth - 1).at(row(depth).start(index));
  }

  /** Slices without overlap, sorted by start. Costs of {@link #at} are logarithmic. */
  interface Row {
    int size();

    long start(int i);

    /** {@link Timeline#OPEN} where it has no end. */
    long end(int i);

    String name(int i);

    /** The same for the same name within a process. */
    int nameId(int i);

    boolean failed(int i);

    /** What it was told with; empty where that is nothing. */
    String arguments(int i);

    /** Index of the last one that starts at or before {@code time}, -1 if there is none. */
    int at(long time);

    /** What is kept of them from frame to frame; null where what was may still change. */
    default @Nullable BinKeys kept() {
      return null;
    }
  }

  /** Moments with a name, sorted by time. */
  interface Moments {
    int size();

    long time(int i);

    String name(int i);

    /** How many slices lay around it. */
    int depth(int i);

    String arguments(int i);

    /** Index of the last one at or before {@code time}, -1 if there is none. */
    int at(long time);
  }
}
