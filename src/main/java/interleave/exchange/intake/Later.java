package interleave.exchange.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be understood only when all is there, in the order of times: what there is much of lies
 * on disk meanwhile. It is added as it comes, and then gone through once.
 */
public final class Later {
  private static final int MOST_RECORDS = 1 << 16;
  private static final int MOST_TEXT = 1 << 22;
  private static final int MOST_RUNS = 32;

  private final Intake intake;
  private final Records records = new Records();
  private final List<Run> runs = new ArrayList<>();

  /** Hears of all, one after the other. */
  @FunctionalInterface
  public interface Hearing {
    void of(long time, int kind, int object, int other, long value, Text text) throws IOException;
  }

  /**
   * A text in UTF-8, that is there until the next one is.
   *
   * @param length of it, in bytes
   */
  public record Text(byte[] bytes, int from, int length) {}

  public Later(Intake intake) {
    this.intake = intake;
  }

  /** Numbers as whoever adds them understands them; of those of one time the first comes first. */
  public void add(
      long time, int kind, int object, int other, long value, byte[] text, int from, int length)
      throws IOException {
    long both = (object & 0xFFFF_FFFFL) | (long) other << Integer.SIZE;
    records.add(time, 0, kind & 0xFFFFL, both, value, text, from, length);
    if (records.count() < MOST_RECORDS && records.textBytes() < MOST_TEXT) {
      return;
    }
    runs.add(Run.of(intake.scratch(), Cursor.of(records, false)));
    records.clear();
    if (runs.size() == MOST_RUNS) {
      Merging merging = new Merging(false);
      try (merging) {
        merging.addAll(runs);
        Run merged = Run.of(intake.scratch(), merging.all());
        runs.clear();
        runs.add(merged);
      }
    }
  }

  /** Goes through all; afterwards nothing is there. */
  public void forEach(Hearing hearing) throws IOException {
    Merging merging = new Merging(false);
    try (merging) {
      merging.addAll(runs);
      merging.add(Cursor.of(records, false));
      Cursor all = merging.all();
      while (all.next()) {
        long[] record = all.record();
        int at = all.at();
        hearing.of(
            record[at],
            (int) record[at + Records.KIND] & 0xFFFF,
            (int) record[at + Records.OBJECT],
            (int) (record[at + Records.OBJECT] >>> Integer.SIZE),
            record[at + Records.VALUE],
            new Text(
                all.texts(),
                (int) record[at + Records.TEXT],
                (int) (record[at + Records.KIND] >>> Integer.SIZE)));
      }
    }
    runs.clear();
    records.release();
  }
}
