package interleave.lesson;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;

/** How many of the tasks that workers forked were run by others. */
final class StolenTasks implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<PoolTrack> pool =
        timeline.pools().stream().filter(each -> !each.tasks().isEmpty()).findFirst();
    if (pool.isEmpty()
        || pool.get().tasks().stream().anyMatch(task -> task.ended() == Timeline.OPEN)) {
      return Optional.empty();
    }
    long forked = pool.get().tasks().stream().filter(PoolTrack.Task::forked).count();
    int stolen = pool.get().stolen();
    String answer = stolen == 0 ? "none" : stolen * 2 < forked ? "few" : "many";
    if (stolen == 0) {
      return Optional.of(new Reveal(answer, words.get("reveal.none", forked)));
    }
    PoolTrack.Steal most = pool.get().steals().getFirst();
    return Optional.of(
        new Reveal(
            answer,
            words.count(
                "reveal.stolen",
                stolen,
                forked,
                timeline.lanes().get(most.thief()).name(),
                most.tasks(),
                timeline.lanes().get(most.victim()).name())));
  }
}
