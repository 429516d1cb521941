package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.CounterTrack;
import java.io.IOException;
import java.util.List;

/** Numbers that another tool told, and when they changed. */
record CounterTable() implements Table {
  @Override
  public String name() {
    return "counters";
  }

  @Override
  public List<String> columns() {
    return List.of("process", "pid", "counter", "time [ns]", "value");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().counterTracks().stream().mapToLong(CounterTrack::size).sum();
  }

  /** The value that a counter has where the stretch begins is told, when it was told first. */
  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (CounterTrack counter : what.timeline().counterTracks()) {
      boolean leaves = what.lanes().hasAnyOf(what.timeline(), counter.process());
      int first = Math.max(0, counter.at(what.range().from()));
      for (int i = first; leaves && i < counter.size(); i++) {
        if (counter.time(i) > what.range().to()) {
          break;
        }
        rows.step();
        rows.process(counter.process())
            .text(counter.name())
            .moment(counter.time(i))
            .number(counter.value(i))
            .end();
      }
    }
  }
}
