package interleave.timeline.statistics;

import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.QueueUse;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What went through queues. */
public final class QueueSheet {
  private static final Words WORDS = Words.of("timeline/statistics");

  private QueueSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (QueueTrack queue : asked.timeline().queues()) {
      asked.patience().check();
      QueueUse use = QueueUse.of(asked, queue);
      if (asked.isWhole() || use.isUsed()) {
        rows.add(row(use));
      }
    }
    List<String> columns = List.of("queue", "put", "got", "lost", "deepest", "mean", "capacity");
    return Sheet.named(40, "queues", "wnnnnnn", columns, rows);
  }

  private static Sheet.Row row(QueueUse use) {
    int capacity = use.queue().capacity();
    return new Sheet.Row(
        new ThingRef.Queue(use.queue().index()),
        Cell.words(use.queue().name()),
        Cell.count(use.puts()),
        Cell.count(use.gets()),
        Cell.count(use.lost()),
        Cell.count(use.deepest()),
        new Cell(String.format(Locale.ROOT, "%.1f", use.mean()), use.mean()),
        capacity < 0 ? Cell.words(WORDS.get("queues.unbounded")) : Cell.count(capacity));
  }
}
