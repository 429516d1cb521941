package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;
import java.io.IOException;

/** What a tool read of processes from time to time: their memory, as counters. */
final class ProcessCounters {
  private static final String[] MEMORY = {
    "",
    "",
    "virtual memory (kB)",
    "resident memory (kB)",
    "resident memory, anonymous (kB)",
    "resident memory, files (kB)",
    "resident memory, shared (kB)",
    "swapped memory (kB)",
    "locked memory (kB)",
    "most resident memory (kB)",
    "oom score"
  };

  private final Counters counters;
  private final Wire within = new Wire();
  private final LongList found = new LongList();

  ProcessCounters(Counters counters) {
    this.counters = counters;
  }

  void read(Wire wire, long time) throws IOException {
    while (wire.next()) {
      if (wire.field() == 1) {
        process(wire.into(within), time);
      }
    }
  }

  private void process(Wire wire, long time) throws IOException {
    int pid = 0;
    found.clear();
    while (wire.next()) {
      if (wire.field() == 1) {
        pid = wire.small();
      } else if (wire.field() < MEMORY.length) {
        found.add(wire.field());
        found.add(wire.number());
      }
    }
    for (int i = 0; i < found.size(); i += 2) {
      counters.show(pid, MEMORY[(int) found.get(i)], found.get(i + 1), time);
    }
  }
}
