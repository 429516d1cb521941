package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.exchange.intake.Intake;
import java.io.IOException;

/** Counters, of which an event may tell several values. */
final class Counters {
  private static final int LONGEST = 200;
  private static final String VALUE = "value";

  private final Intake intake;
  private final Members members = new Members();

  Counters(Intake intake) {
    this.intake = intake;
  }

  void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    String name = JsonText.of(batch, fields[base + Batch.NAME], LONGEST);
    if (fields[base + Batch.ID] != 0) {
      name = name + " " + JsonText.of(batch, fields[base + Batch.ID], LONGEST);
    }
    members.over(batch, fields[base + Batch.ARGS]);
    boolean any = false;
    while (members.next()) {
      long place = members.value();
      int from = Batch.from(place);
      double value = Decimals.number(batch.bytes, from, from + Batch.length(place));
      if (Double.isNaN(value) || place == 0) {
        intake.unknown("no-number");
        continue;
      }
      any = true;
      String series = JsonText.of(batch, members.key(), LONGEST);
      String whole = series.equals(VALUE) || series.equals(name) ? name : name + " " + series;
      long bits = Double.doubleToRawLongBits(value);
      long time = fields[base + Batch.TIME];
      int counter = process.counter(whole.isBlank() ? series : whole);
      process.process().whole().write(EventKind.COUNTER, 0, counter, 0, bits, time);
    }
    if (!any) {
      intake.unknown("no-number");
    }
  }
}
