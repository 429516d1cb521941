package interleave.explore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chooses at random, but not evenly: each thread has a priority, whoever has the highest goes on,
 * and at a few moments the one that would go on becomes the last of all. An ending that depth many
 * events must be in the right order for is met with the {@link Chance} that is known from this
 * (Burckhardt, Kothari, Musuvathi, Nagarakatte: A randomized scheduler with probabilistic
 * guarantees of finding bugs, 2010).
 */
final class PriorityChange implements Subject.Chooser {
  private final SplittableRandom random;

  /** After how many choices somebody becomes the last. */
  private final Set<Integer> changes = new HashSet<>();

  private final Map<ThreadId, Double> priorities = new HashMap<>();
  private int choices;
  private int changed;

  /**
   * For one run.
   *
   * @param depth at how many moments less one priorities change
   * @param length how many choices a run has, at most
   */
  PriorityChange(long seed, int depth, int length) {
    random = new SplittableRandom(seed);
    int most = Math.min(depth - 1, length);
    while (changes.size() < most) {
      changes.add(random.nextInt(length));
    }
  }

  @Override
  public Optional<ThreadId> choose(int steps, List<ThreadId> enabled) {
    for (ThreadId each : enabled) {
      priorities.computeIfAbsent(each, _ -> random.nextDouble());
    }
    if (changes.contains(choices++)) {
      priorities.put(highest(enabled), (double) --changed); // below all there are
    }
    return Optional.of(highest(enabled));
  }

  private ThreadId highest(List<ThreadId> enabled) {
    return enabled.stream().max(Comparator.comparing(priorities::get)).orElseThrow();
  }
}
