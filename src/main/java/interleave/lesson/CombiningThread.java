package interleave.lesson;

import interleave.timeline.PoolTrack;
import interleave.timeline.PoolTrack.Task;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** On which thread the stage ran that combines two others: that of one of them, or another. */
final class CombiningThread implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    for (PoolTrack pool : timeline.pools()) {
      for (Task task : pool.tasks()) {
        List<Task> before =
            task.before().stream()
                .map(pool.tasks()::get)
                .sorted(Comparator.comparingLong(Task::ended))
                .toList();
        if (before.size() == 2 && task.lane() >= 0) {
          return Optional.of(reveal(timeline, task, before.getFirst(), before.getLast(), words));
        }
      }
    }
    return Optional.empty();
  }

  private static Reveal reveal(
      Timeline timeline, Task task, Task earlier, Task later, Words words) {
    String where = timeline.lanes().get(task.lane()).name();
    String answer = "other";
    if (task.lane() == later.lane()) {
      answer = "later";
    } else if (task.lane() == earlier.lane()) {
      answer = "earlier";
    } else if (task.lane() == task.submitter()) {
      answer = "main";
    }
    return new Reveal(
        answer, words.get("reveal." + answer, task.name(), where, earlier.name(), later.name()));
  }
}
