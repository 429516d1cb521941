package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import interleave.event.EventKind;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.OwnArrows;
import interleave.exchange.intake.OwnStates;
import java.io.IOException;

/** Slices that are told as a whole: {@code X}. */
final class SliceReader implements PhaseReader {
  private final Intake intake;
  private final ArgumentText arguments;
  private final StackTexts stacks;
  private final FlowReader flows;

  SliceReader(Intake intake, ArgumentText arguments, StackTexts stacks, FlowReader flows) {
    this.intake = intake;
    this.arguments = arguments;
    this.stacks = stacks;
    this.flows = flows;
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    int length = arguments.of(batch, fields[base + CATEGORY], fields[base + ARGS]);
    int name = process.name(batch, fields[base + NAME]);
    IntakeThread thread = process.thread(batch, base);
    long begin = fields[base + TIME];
    long end = begin + duration(fields, base);
    if (begin == end && OwnArrows.isEnd(arguments.bytes(), length)) {
      return; // the arrow itself is told by events of its own
    }
    int state = length == 0 ? -1 : OwnStates.of(arguments.bytes(), length);
    length = stacks.before(batch, base, process, arguments, length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, state, 0, 0, 0, begin);
    }
    thread.slice(name, 0, begin, end, arguments.bytes(), 0, length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, 0, 0, 0, 0, end);
    }
    flows.ofSlice(batch, base, process);
  }

  private long duration(long[] fields, int base) {
    long duration = fields[base + DURATION];
    if ((fields[base + FLAGS] & HAS_DURATION) == 0 || duration < 0) {
      intake.unknown(duration < 0 ? "negative" : "no-duration");
      return 0;
    }
    return duration;
  }
}
