package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import java.io.IOException;

/** Reads what the kernel said, a bundle of one processor's events at a time. */
final class Ftrace {
  private static final int PRINT = 3;
  private static final int SWITCH = 4;
  private static final int FREQUENCY = 11;
  private static final int IDLE = 13;
  private static final int WAKEUP = 17;
  private static final int WAKING = 20;
  private static final int WAKEUP_NEW = 114;
  private static final int NEW_TASK = 235;
  private static final int RENAME = 236;
  private static final int EXIT = 238;
  private static final int FREE = 240;

  /** The bits of an event's flags that say that a device was being heard. */
  private static final int INTERRUPT = 0x08 | 0x10;

  private final Clocks clocks;
  private final long boot;
  private final Counters counters;
  private final SchedOrder order;
  private final Atrace atrace;
  private final CompactSched compact;
  private final Unknown unknown;
  private final Losses losses;
  private final Wire each = new Wire();
  private final Wire within = new Wire();
  private final KernelFields fields = new KernelFields();
  private int processor;
  private long offset;

  Ftrace(
      Clocks clocks,
      long boot,
      Atrace atrace,
      Counters counters,
      SchedOrder order,
      Unknown unknown,
      Losses losses) {
    this.clocks = clocks;
    this.boot = boot;
    this.counters = counters;
    this.order = order;
    this.unknown = unknown;
    this.losses = losses;
    this.atrace = atrace;
    compact = new CompactSched(order);
  }

  /** Goes through a bundle twice: which processor it is of may stand at its end. */
  void bundle(Wire wire, Wire again) throws IOException {
    head(wire);
    while (again.next()) {
      switch (again.field()) {
        case 2 -> event(again.into(each));
        case 4 -> compact.read(again.into(each), processor, offset);
        case 1, 3, 5, 6, 7, 9, 10, 11 -> {} // heard of already, or of how it was fetched
        default -> unknown.add("ftrace_events", again.field());
      }
    }
  }

  private void head(Wire wire) {
    processor = 0;
    long own = 0;
    long atBoot = 0;
    int clock = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> processor = wire.small();
        case 3 -> losses.kernelGaps += wire.number();
        case 5 -> clock = wire.small();
        case 6 -> own = wire.number();
        case 7 -> atBoot = wire.number();
        default -> {} // events
      }
    }
    long toBoot = clock == 0 ? 0 : atBoot - own;
    Long here = clocks.time(boot, own + toBoot);
    offset = here == null ? toBoot : here - own;
  }

  private void event(Wire wire) throws IOException {
    long time = 0;
    long by = 0;
    int flags = 0;
    int kind = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> time = wire.number() + offset;
        case 2 -> by = wire.small();
        case 5 -> flags = wire.small();
        default -> {
          if (wire.type() == Wire.BYTES) {
            kind = wire.field();
            wire.into(within);
          }
        }
      }
    }
    if (kind != 0) {
      fields.read(within);
      event(kind, by, (flags & INTERRUPT) != 0, time);
    }
  }

  private void event(int kind, long by, boolean interrupt, long time) throws IOException {
    switch (kind) {
      case PRINT -> {
        if (!atrace.line(by, fields.text(2), time)) {
          unknown.add("ftrace", kind);
        }
      }
      case SWITCH ->
          order.add(
              new SchedEvent(
                  SchedEvent.What.SWITCH,
                  time,
                  processor,
                  fields.number(6),
                  fields.text(5),
                  fields.number(2),
                  fields.text(1),
                  fields.number(4),
                  false));
      case WAKING, WAKEUP, WAKEUP_NEW -> wake(by, interrupt, time);
      case NEW_TASK ->
          order.add(
              new SchedEvent(
                  SchedEvent.What.NEW,
                  time,
                  processor,
                  fields.number(1),
                  fields.text(2),
                  by,
                  "",
                  0,
                  false));
      case RENAME -> simple(SchedEvent.What.RENAME, fields.number(1), fields.text(3), time);
      case EXIT -> {} // the thread says so when it leaves its processor for the last time
      case FREE -> simple(SchedEvent.What.END, fields.number(2), fields.text(1), time);
      case FREQUENCY -> frequency(time);
      case IDLE -> idle(time);
      default -> unknown.add("ftrace", kind);
    }
  }

  private void wake(long by, boolean interrupt, long time) throws IOException {
    order.add(
        new SchedEvent(
            SchedEvent.What.WAKE,
            time,
            processor,
            fields.number(2),
            fields.text(1),
            by,
            "",
            0,
            interrupt));
  }

  private void simple(SchedEvent.What what, long tid, String name, long time) throws IOException {
    order.add(new SchedEvent(what, time, processor, tid, name));
  }

  private void frequency(long time) throws IOException {
    String name = "cpu" + fields.number(2) + " frequency (kHz)";
    counters.show(ThreadNames.NOBODY, name, fields.number(1), time);
  }

  private void idle(long time) throws IOException {
    String name = "cpu" + fields.number(2) + " idle state";
    counters.show(ThreadNames.NOBODY, name, (int) fields.number(1), time); // -1: it is not idle
  }

  /** No more comes. */
  void finish() throws IOException {
    order.finish();
    losses.late = order.late;
  }
}
