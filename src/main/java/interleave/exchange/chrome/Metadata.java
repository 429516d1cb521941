package interleave.exchange.chrome;

import interleave.exchange.intake.Intake;

/** What a file says of processes and threads: their names, and where they stand. */
final class Metadata implements PhaseReader {
  private static final int LONGEST = 1 << 10;

  private final Intake intake;
  private final Members members = new Members();

  Metadata(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) {
    String what = JsonText.of(batch, batch.fields[base + Batch.NAME], LONGEST);
    switch (what) {
      case "process_name" -> process.name(argument(batch, base, "name"));
      case "process_labels" -> process.label(argument(batch, base, "labels"));
      case "process_sort_index" -> process.sortIndex(index(batch, base));
      case "thread_name" -> process.about(batch, base).name = argument(batch, base, "name");
      case "thread_sort_index" -> process.about(batch, base).sortIndex = index(batch, base);
      default -> intake.unknown("metadata (M) " + what);
    }
  }

  private String argument(Batch batch, int base, String key) {
    members.over(batch, batch.fields[base + Batch.ARGS]);
    while (members.next()) {
      if (JsonText.of(batch, members.key(), LONGEST).equals(key)) {
        return JsonText.of(batch, members.value(), LONGEST);
      }
    }
    return "";
  }

  private long index(Batch batch, int base) {
    try {
      return Math.round(Double.parseDouble(argument(batch, base, "sort_index")));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
