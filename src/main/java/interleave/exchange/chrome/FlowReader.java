package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;

/** Ways from slice to slice: {@code s}, {@code t}, {@code f}, and the newer ones by bind_id. */
final class FlowReader implements PhaseReader {
  private static final int LONGEST = 300;

  private final Intake intake;
  private final ArgumentText arguments;
  private final StackTexts stacks;
  private final Flows flows = new Flows();
  private final WrittenKey key = new WrittenKey();

  FlowReader(Intake intake, ArgumentText arguments, StackTexts stacks) {
    this.intake = intake;
    this.arguments = arguments;
    this.stacks = stacks;
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    if (fields[base + Batch.ID] == 0) {
      intake.unknown("no-id");
      return;
    }
    boolean local = (fields[base + Batch.FLAGS] & Batch.LOCAL_ID) != 0;
    key.clear()
        .add(batch, fields[base + Batch.CATEGORY], LONGEST)
        .add(batch, fields[base + Batch.ID], LONGEST)
        .add(batch, fields[base + Batch.NAME], LONGEST);
    if (local) {
      key.add(process.process().pid());
    }
    int flow = flows.of(key);
    if (flow == 0) {
      intake.unknown("many-flows");
      return;
    }
    if (StackTexts.areTold(batch, base)) {
      moment(batch, base, process);
    }
    int phase = (int) fields[base + Batch.PHASE];
    boolean begins = phase == 's';
    boolean encloses = phase != 'f' || (fields[base + Batch.FLAGS] & Batch.ENCLOSING) != 0;
    put(batch, base, process, begins, begins ? flows.begin(flow) : flows.arrive(flow), encloses);
    if (phase == 't') {
      put(batch, base, process, true, flows.goOn(flow), true);
    }
  }

  /** An arrow has no place for a stack: a moment has it where the arrow begins or ends. */
  private void moment(Batch batch, int base, TraceProcess process) throws IOException {
    int length = arguments.of(batch, 0, batch.fields[base + Batch.ARGS]);
    length = stacks.before(batch, base, process, arguments, length);
    int name = process.name(batch, batch.fields[base + Batch.NAME]);
    long time = batch.fields[base + Batch.TIME];
    IntakeThread thread = process.thread(batch, base);
    thread.write(EventKind.INSTANT, 0, name, 0, 0, time, arguments.bytes(), 0, length);
  }

  /**
   * Hands on that a flow leaves a slice, or arrives there.
   *
   * @param encloses whether that is the slice in which it is told, and not the one that begins next
   */
  private static void put(
      Batch batch, int base, TraceProcess process, boolean leaves, long number, boolean encloses)
      throws IOException {
    IntakeThread thread = process.thread(batch, base);
    int name = process.name(batch, batch.fields[base + Batch.NAME]);
    thread.flow(leaves, name, number, batch.fields[base + Batch.TIME], encloses);
  }

  /** A slice that may say itself that flows come to it, or leave it. */
  void ofSlice(Batch batch, int base, TraceProcess process) throws IOException {
    if ((batch.fields[base + Batch.FLAGS] & (Batch.FLOW_IN | Batch.FLOW_OUT)) != 0) {
      bound(batch, base, process);
    }
  }

  private void bound(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    long id = fields[base + Batch.BIND_ID];
    int flow = id == 0 ? 0 : flows.of(key.clear().add(batch, 0, 0).add(batch, id, LONGEST));
    if (flow == 0) {
      intake.unknown(id == 0 ? "no-id" : "many-flows");
      return;
    }
    boolean in = (fields[base + Batch.FLAGS] & Batch.FLOW_IN) != 0;
    if (in) {
      put(batch, base, process, false, flows.arrive(flow), true);
    }
    if ((fields[base + Batch.FLAGS] & Batch.FLOW_OUT) != 0) {
      put(batch, base, process, true, in ? flows.goOn(flow) : flows.begin(flow), true);
    }
  }
}
