package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.DamagedPacketException;
import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads who came onto a processor and who was woken, written column by column. */
final class CompactSched {
  /** A bundle has those of one processor, for a moment. */
  private static final int MOST_NAMES = 1 << 16;

  private static final int INTERRUPT = 0x08 | 0x10;

  private final SchedOrder order;
  private final List<String> names = new ArrayList<>();
  private final LongList switchTimes = new LongList();
  private final LongList states = new LongList();
  private final LongList next = new LongList();
  private final LongList nextNames = new LongList();
  private final LongList wakeTimes = new LongList();
  private final LongList woken = new LongList();
  private final LongList wokenNames = new LongList();
  private final LongList wakeFlags = new LongList();

  CompactSched(SchedOrder order) {
    this.order = order;
  }

  /**
   * Reads those of a bundle.
   *
   * @param offset from the kernel's clock to that of the file
   */
  void read(Wire wire, int processor, long offset) throws IOException {
    clear();
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> wire.numbers(switchTimes);
        case 2 -> wire.numbers(states);
        case 3 -> wire.numbers(next);
        case 5 -> name(wire);
        case 6 -> wire.numbers(nextNames);
        case 7 -> wire.numbers(wakeTimes);
        case 8 -> wire.numbers(woken);
        case 11 -> wire.numbers(wokenNames);
        case 12 -> wire.numbers(wakeFlags);
        default -> {} // priorities, and where it is to run
      }
    }
    switches(processor, offset);
    wakes(processor, offset);
  }

  private void name(Wire wire) {
    if (names.size() >= MOST_NAMES) {
      throw new DamagedPacketException(wire.from());
    }
    names.add(wire.text(SchedEvent.LONGEST_NAME));
  }

  private void clear() {
    names.clear();
    for (LongList each :
        List.of(switchTimes, states, next, nextNames, wakeTimes, woken, wokenNames, wakeFlags)) {
      each.clear();
    }
  }

  private void switches(int processor, long offset) throws IOException {
    long time = offset;
    int count = Math.min(switchTimes.size(), Math.min(states.size(), next.size()));
    for (int i = 0; i < count; i++) {
      time += switchTimes.get(i);
      order.add(
          new SchedEvent(
              SchedEvent.What.SWITCH,
              time,
              processor,
              (int) next.get(i),
              name(nextNames, i),
              -1,
              "",
              states.get(i),
              false));
    }
  }

  private void wakes(int processor, long offset) throws IOException {
    long time = offset;
    for (int i = 0; i < Math.min(wakeTimes.size(), woken.size()); i++) {
      time += wakeTimes.get(i);
      boolean interrupt = i < wakeFlags.size() && (wakeFlags.get(i) & INTERRUPT) != 0;
      order.add(
          new SchedEvent(
              SchedEvent.What.WAKE,
              time,
              processor,
              (int) woken.get(i),
              name(wokenNames, i),
              -1,
              "",
              0,
              interrupt));
    }
  }

  private String name(LongList indices, int i) {
    long index = i < indices.size() ? indices.get(i) : -1;
    return index >= 0 && index < names.size() ? names.get((int) index) : "";
  }
}
