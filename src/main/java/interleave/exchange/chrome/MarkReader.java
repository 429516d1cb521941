package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;

/**
 * What is told at one time of one thread: begins and ends of slices, {@code B} and {@code E}, and
 * moments, {@code i}, {@code I} and {@code R}, which may be of a process or of the run, too.
 */
final class MarkReader implements PhaseReader {
  private final ArgumentText arguments;
  private final StackTexts stacks;
  private final FlowReader flows;

  MarkReader(ArgumentText arguments, StackTexts stacks, FlowReader flows) {
    this.arguments = arguments;
    this.stacks = stacks;
    this.flows = flows;
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    EventKind kind = kind((char) fields[base + PHASE]);
    boolean ends = kind == EventKind.SLICE_END;
    int length = arguments.of(batch, ends ? 0 : fields[base + CATEGORY], fields[base + ARGS]);
    length = stacks.before(batch, base, process, arguments, length);
    int name = ends ? 0 : process.name(batch, fields[base + NAME]);
    int flags = kind == EventKind.INSTANT ? scope(fields[base + FLAGS]) : 0;
    IntakeThread thread = flags == 0 ? process.thread(batch, base) : process.process().whole();
    thread.write(kind, flags, name, 0, 0, fields[base + TIME], arguments.bytes(), 0, length);
    if (kind == EventKind.SLICE_BEGIN) {
      flows.ofSlice(batch, base, process);
    }
  }

  private static EventKind kind(char phase) {
    return switch (phase) {
      case 'B' -> EventKind.SLICE_BEGIN;
      case 'E' -> EventKind.SLICE_END;
      default -> EventKind.INSTANT;
    };
  }

  private static int scope(long flags) {
    return (flags & GLOBAL) != 0
        ? Flags.RUN_WIDE
        : (flags & OF_PROCESS) != 0 ? Flags.PROCESS_WIDE : 0;
  }
}
