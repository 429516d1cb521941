package interleave.lesson;

import interleave.timeline.PoolTrack.Task;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** Which worker ran the task that was handed over last. */
final class LastTask implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    if (timeline.pools().isEmpty() || timeline.pools().getFirst().tasks().isEmpty()) {
      return Optional.empty();
    }
    List<Task> tasks = timeline.pools().getFirst().tasks();
    Task last = tasks.getLast();
    if (last.lane() < 0) {
      return Optional.empty();
    }
    int worker = worker(timeline, last);
    String answer = "other";
    if (tasks.stream().filter(task -> worker(timeline, task) == worker).count() == 1) {
      answer = "idle";
    } else if (worker(timeline, tasks.getFirst()) == worker) {
      answer = "first";
    }
    String name = timeline.processes().get(worker).name();
    return Optional.of(new Reveal(answer, words.get("reveal." + answer, name)));
  }

  private static int worker(Timeline timeline, Task task) {
    return task.lane() < 0 ? -1 : timeline.lanes().get(task.lane()).process();
  }
}
