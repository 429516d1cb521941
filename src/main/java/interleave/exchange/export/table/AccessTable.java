package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.VariableTrack;
import java.io.IOException;
import java.util.List;

/** Reads and writes of watched variables. */
record AccessTable() implements Table {
  @Override
  public String name() {
    return "variables";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "variable",
        "time [ns]",
        "process",
        "pid",
        "thread",
        "thread id",
        "access",
        "value",
        "lost",
        "file",
        "line",
        "function");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().variables().stream().mapToLong(VariableTrack::size).sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (VariableTrack variable : what.timeline().variables()) {
      int first = Math.max(0, variable.at(what.range().from() - 1));
      for (int i = first; i < variable.size(); i++) {
        if (variable.time(i) > what.range().to()) {
          break;
        }
        rows.step();
        if (what.lanes().has(variable.lane(i)) && what.has(variable.time(i))) {
          rows.text(variable.name())
              .moment(variable.time(i))
              .thread(variable.lane(i))
              .text(variable.write(i) ? "write" : "read")
              .text(variable.shown(i))
              .truth(variable.isLost(i))
              .place(variable.site(i))
              .end();
        }
      }
    }
  }
}
