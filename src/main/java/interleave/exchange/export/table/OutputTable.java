package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.OutputTrack;
import java.io.IOException;
import java.util.List;

/** What was printed. */
record OutputTable() implements Table {
  @Override
  public String name() {
    return "output";
  }

  @Override
  public List<String> columns() {
    return List.of("time [ns]", "process", "pid", "thread", "thread id", "stream", "text");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().output().size();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    OutputTrack output = what.timeline().output();
    for (int i = 0; i < output.size() && output.line(i).time() <= what.range().to(); i++) {
      rows.step();
      OutputTrack.Line line = output.line(i);
      if (what.lanes().has(line.lane()) && what.has(line.time())) {
        rows.moment(line.time());
        if (line.lane() >= 0) {
          rows.thread(line.lane());
        } else {
          rows.process(line.process()).nothing().nothing();
        }
        rows.text(line.stderr() ? "stderr" : "stdout").text(line.text()).end();
      }
    }
  }
}
