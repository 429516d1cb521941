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
    String key =
        String.join(
            "\n",
            JsonText.of(batch, fields[base + Batch.CATEGORY], LONGEST),
            JsonText.of(batch, fields[base + Batch.ID], LONGEST),
            JsonText.of(batch, fields[base + Batch.NAME], LONGEST),
            local ? Long.toString(process.process().pid()) : "");
    if (!flows.knows(key)) {
      intake.unknown("many-flows");
      return;
    }
    IntakeThread thread = process.thread(batch, base);
    int name = process.name(batch, fields[base + Batch.NAME]);
    long time = fields[base + Batch.TIME];
    switch ((char) fields[base + Batch.PHASE]) {
      case 's' -> thread.write(EventKind.FLOW_OUT, 0, name, 0, flows.begin(key), time);
      case 't' -> {
        thread.write(EventKind.FLOW_IN, 0, name, 0, flows.arrive(key), time);
        thread.write(EventKind.FLOW_OUT, 0, name, 0, flows.goOn(key), time);
      }
      default -> {
        boolean encloses = (fields[base + Batch.FLAGS] & Batch.ENCLOSING) != 0;
        if (encloses) {
          thread.write(EventKind.FLOW_IN, 0, name, 0, flows.arrive(key), time);
        } else {
          thread.arrival(name, flows.arrive(key), time);
        }
      }
    }
  }

  /** A slice that says itself that flows come to it, or leave it. */
  void bound(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    String key = "\n" + JsonText.of(batch, fields[base + Batch.BIND_ID], LONGEST);
    if (fields[base + Batch.BIND_ID] == 0 || !flows.knows(key)) {
      intake.unknown(fields[base + Batch.BIND_ID] == 0 ? "no-id" : "many-flows");
      return;
    }
    IntakeThread thread = process.thread(batch, base);
    int name = process.name(batch, fields[base + Batch.NAME]);
    long time = fields[base + Batch.TIME];
    boolean in = (fields[base + Batch.FLAGS] & Batch.FLOW_IN) != 0;
    if (in) {
      thread.write(EventKind.FLOW_IN, 0, name, 0, flows.arrive(key), time);
    }
    if ((fields[base + Batch.FLAGS] & Batch.FLOW_OUT) != 0) {
      long number = in ? flows.goOn(key) : flows.begin(key);
      thread.write(EventKind.FLOW_OUT, 0, name, 0, number, time);
    }
  }
}
