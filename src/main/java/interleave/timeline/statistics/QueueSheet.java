package interleave.timeline.statistics;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.util.List;

/** What went through queues. */
public final class QueueSheet {
  private static final Words WORDS = Words.of("timeline/statistics");

  private QueueSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows =
        timeline.queues().stream().limit(Sheet.MOST).map(QueueSheet::row).toList();
    List<String> columns = List.of("queue", "put", "got", "lost", "deepest", "capacity");
    return Sheet.of(40, "queues", columns, rows);
  }

  private static List<String> row(QueueTrack queue) {
    return List.of(
        queue.name(),
        Durations.count(queue.puts()),
        Durations.count(queue.gets()),
        Durations.count(queue.lost()),
        Durations.count(queue.maxDepth()),
        queue.capacity() < 0 ? WORDS.get("queues.unbounded") : Durations.count(queue.capacity()));
  }
}
