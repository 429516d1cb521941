package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;

/** Ways from slice to slice: {@code s}, {@code t}, {@code f}, and the newer ones by bind_id. */
final class FlowReader {
  private static final int LONGEST = 300;

  private final Intake intake;
  private final Flows flows = new Flows();
  private final WrittenKey key = new WrittenKey();

  FlowReader(Intake intake) {
    this.intake = intake;
  }

  void read(Batch batch, int base, TraceProcess process) throws IOException {
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
    Flows.Flow flow = flows.of(key);
    if (flow == null) {
      intake.unknown("many-flows");
      return;
    }
    IntakeThread thread = process.thread(batch, base);
    int name = process.name(batch, fields[base + Batch.NAME]);
    long time = fields[base + Batch.TIME];
    switch ((char) fields[base + Batch.PHASE]) {
      case 's' -> thread.write(EventKind.FLOW_OUT, 0, name, 0, flow.begin(), time);
      case 't' -> {
        thread.write(EventKind.FLOW_IN, 0, name, 0, flow.arrive(), time);
        thread.write(EventKind.FLOW_OUT, 0, name, 0, flow.goOn(), time);
      }
      default -> {
        boolean encloses = (fields[base + Batch.FLAGS] & Batch.ENCLOSING) != 0;
        if (encloses) {
          thread.write(EventKind.FLOW_IN, 0, name, 0, flow.arrive(), time);
        } else {
          thread.arrival(name, flow.arrive(), time);
        }
      }
    }
  }

  /** A slice that says itself that flows come to it, or leave it. */
  void bound(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    long id = fields[base + Batch.BIND_ID];
    Flows.Flow flow =
        id == 0 ? null : flows.of(key.clear().add(batch, 0, 0).add(batch, id, LONGEST));
    if (flow == null) {
      intake.unknown(id == 0 ? "no-id" : "many-flows");
      return;
    }
    IntakeThread thread = process.thread(batch, base);
    int name = process.name(batch, fields[base + Batch.NAME]);
    long time = fields[base + Batch.TIME];
    boolean in = (fields[base + Batch.FLAGS] & Batch.FLOW_IN) != 0;
    if (in) {
      thread.write(EventKind.FLOW_IN, 0, name, 0, flow.arrive(), time);
    }
    if ((fields[base + Batch.FLAGS] & Batch.FLOW_OUT) != 0) {
      long number = in ? flow.goOn() : flow.begin();
      thread.write(EventKind.FLOW_OUT, 0, name, 0, number, time);
    }
  }
}
