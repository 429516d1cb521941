package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.exchange.intake.Intake;
import java.io.IOException;

/** Counters, of which an event may tell several values. */
final class Counters implements PhaseReader {
  private static final int LONGEST = TraceProcess.LONGEST_KEY;
  private static final String VALUE = "value";

  private final Intake intake;
  private final Members members = new Members();

  Counters(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    long place = fields[base + Batch.NAME];
    members.over(batch, fields[base + Batch.ARGS]);
    // Most have one value, and no id; what they are called is known by how that is written.
    if (fields[base + Batch.ID] == 0 && members.next() && members.isLast()) {
      int known = process.counter(batch, place, members.key());
      double value = known == 0 ? Double.NaN : value(batch, members.value());
      if (!Double.isNaN(value)) {
        write(process, known, value, fields[base + Batch.TIME]);
        return;
      }
    }
    all(batch, base, process);
  }

  private static double value(Batch batch, long place) {
    int from = Batch.from(place);
    return place == 0 ? Double.NaN : Decimals.number(batch.bytes, from, from + Batch.length(place));
  }

  private static void write(TraceProcess process, int counter, double value, long time)
      throws IOException {
    long bits = Double.doubleToRawLongBits(value);
    process.process().whole().write(EventKind.COUNTER, 0, counter, 0, bits, time);
  }

  private void all(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    String name = JsonText.of(batch, fields[base + Batch.NAME], LONGEST);
    if (fields[base + Batch.ID] != 0) {
      name = name + " " + JsonText.of(batch, fields[base + Batch.ID], LONGEST);
    }
    members.over(batch, fields[base + Batch.ARGS]);
    boolean any = false;
    while (members.next()) {
      double value = value(batch, members.value());
      if (Double.isNaN(value)) {
        intake.unknown("no-number");
        continue;
      }
      any = true;
      String series = JsonText.of(batch, members.key(), LONGEST);
      String whole = series.equals(VALUE) || series.equals(name) ? name : name + " " + series;
      int counter = process.counter(whole.isBlank() ? series : whole);
      if (fields[base + Batch.ID] == 0) {
        process.counter(batch, fields[base + Batch.NAME], members.key(), counter);
      }
      write(process, counter, value, fields[base + Batch.TIME]);
    }
    if (!any) {
      intake.unknown("no-number");
    }
  }
}
