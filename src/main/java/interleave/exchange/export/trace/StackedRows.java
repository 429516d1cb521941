package interleave.exchange.export.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows for what may go on at the same time: as many as there is at once. A row is made when
 * something stands on it.
 */
final class StackedRows {
  private final TraceTracks tracks;
  private final int process;
  private final String name;
  private final List<TraceTrack> rows = new ArrayList<>();
  private final List<Long> free = new ArrayList<>();

  StackedRows(TraceTracks tracks, int process, String name) {
    this.tracks = tracks;
    this.process = process;
    this.name = name;
  }

  /** A row on which nothing is from start on; they are asked in the order of their starts. */
  TraceTrack row(long start, long end) throws IOException {
    for (int i = 0; i < rows.size(); i++) {
      if (free.get(i) <= start) {
        free.set(i, end);
        return rows.get(i);
      }
    }
    int number = rows.size() + 1;
    TraceTrack made = tracks.row(process, number == 1 ? name : name + " " + number);
    rows.add(made);
    free.add(end);
    return made;
  }
}
