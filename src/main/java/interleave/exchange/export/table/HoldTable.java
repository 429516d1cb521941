package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.LockTrack;
import java.io.IOException;
import java.util.List;

/** Who had which lock when, and for how long that had to be waited for. */
record HoldTable() implements Table {
  @Override
  public String name() {
    return "holds";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "lock",
        "process",
        "pid",
        "thread",
        "thread id",
        "start [ns]",
        "end [ns]",
        "held [ns]",
        "waited [ns]",
        "contended",
        "shared",
        "file",
        "line",
        "function");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().locks().stream().mapToLong(lock -> lock.holds().size()).sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (LockTrack lock : what.timeline().locks()) {
      LockTrack.Holds holds = lock.holds();
      for (int i = 0; i < holds.size() && holds.start(i) <= what.range().to(); i++) {
        rows.step();
        if (what.lanes().has(holds.lane(i)) && what.meets(holds.start(i), holds.end(i))) {
          rows.text(lock.name())
              .thread(holds.lane(i))
              .moment(holds.start(i))
              .moment(holds.end(i))
              .lasted(holds.start(i), holds.end(i))
              .number(holds.waited(i))
              .truth(holds.contended(i))
              .truth(holds.shared(i))
              .place(holds.site(i))
              .end();
        }
      }
    }
  }
}
