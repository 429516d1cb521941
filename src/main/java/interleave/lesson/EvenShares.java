package interleave.lesson;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How evenly worker processes shared the tasks of one queue, where nobody can steal any. */
final class EvenShares implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    return timeline.pools().stream()
        .filter(pool -> !pool.tasks().isEmpty())
        .findFirst()
        .filter(pool -> pool.tasks().stream().allMatch(task -> task.ended() != Timeline.OPEN))
        .map(pool -> reveal(timeline, pool, words));
  }

  private static Reveal reveal(Timeline timeline, PoolTrack pool, Words words) {
    List<Map.Entry<Integer, Integer>> shares = shares(timeline, pool);
    int all = pool.tasks().size();
    if (shares.size() == 1) {
      String name = name(timeline, shares.getFirst());
      return new Reveal("none", words.get("reveal.alone", all, name));
    }
    int most = shares.getFirst().getValue();
    int least = shares.getLast().getValue();
    String answer = most - least <= 1 ? "none" : most < 2 * least ? "few" : "many";
    String busiest = name(timeline, shares.getFirst());
    String idlest = name(timeline, shares.getLast());
    return new Reveal(answer, words.get("reveal.shares", all, busiest, most, idlest, least));
  }

  /** How many tasks each process ran, most first. */
  private static List<Map.Entry<Integer, Integer>> shares(Timeline timeline, PoolTrack pool) {
    Map<Integer, Integer> tasks = new LinkedHashMap<>();
    for (PoolTrack.Task task : pool.tasks()) {
      int process = task.lane() < 0 ? 0 : timeline.lanes().get(task.lane()).process();
      tasks.merge(process, 1, Integer::sum);
    }
    return tasks.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  private static String name(Timeline timeline, Map.Entry<Integer, Integer> share) {
    return timeline.processes().get(share.getKey()).name();
  }
}
