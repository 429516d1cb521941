package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.SliceTrack;
import java.io.IOException;
import java.util.List;

/** Named slices that another tool told, and of these what lies within what. */
record SliceTable() implements Table {
  @Override
  public String name() {
    return "slices";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "process",
        "pid",
        "row",
        "thread id",
        "depth",
        "name",
        "start [ns]",
        "end [ns]",
        "lasted [ns]",
        "failed",
        "arguments");
  }

  @Override
  public long size(Excerpt what) {
    long size = 0;
    for (SliceTrack track : what.timeline().slices()) {
      for (int depth = 0; depth < track.depth(); depth++) {
        size += track.row(depth).size();
      }
    }
    return size;
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (SliceTrack track : what.timeline().slices()) {
      boolean leaves =
          track.lane() < 0
              ? what.lanes().hasAnyOf(what.timeline(), track.process())
              : what.lanes().has(track.lane());
      for (int depth = 0; leaves && depth < track.depth(); depth++) {
        tell(what, track, depth, rows);
      }
    }
  }

  private static void tell(Excerpt what, SliceTrack track, int depth, Rows rows)
      throws IOException {
    SliceTrack.Row row = track.row(depth);
    int first = Math.max(0, row.at(what.range().from() - 1));
    for (int i = first; i < row.size(); i++) {
      if (row.start(i) > what.range().to()) {
        return;
      }
      rows.step();
      if (what.meets(row.start(i), row.end(i))) {
        rows.process(track.process()).text(track.name());
        if (track.lane() < 0) {
          rows.nothing();
        } else {
          rows.number(what.timeline().lanes().get(track.lane()).id());
        }
        rows.number(depth)
            .text(row.name(i))
            .moment(row.start(i))
            .moment(row.end(i))
            .lasted(row.start(i), row.end(i))
            .truth(row.failed(i))
            .text(row.arguments(i))
            .end();
      }
    }
  }
}
