package interleave.timeline.order;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accesses of one variable by two threads, one of which at least writes, and that nothing orders
 * which was recorded: data races.
 */
public final class Races {
  /** Of so many accesses of a variable it is told. */
  private static final int MOST = 20_000;

  /**
   * Two accesses that nothing orders.
   *
   * @param first which came first this time
   */
  public record Race(int first, int second) {}

  /** What was found last: of each access of a variable a sentence may be wanted. */
  private static volatile @Nullable Kept kept;

  private record Kept(WeakReference<Timeline> of, int variable, List<Race> races) {}

  private Races() {}

  /** Of each access that races the last of those before it that it does with, in their order. */
  public static List<Race> of(Timeline timeline, VariableTrack variable) {
    if (variable.orders() || variable.size() == 0 || variable.size() > MOST) {
      return List.of();
    }
    Kept last = kept;
    if (last != null && last.of().refersTo(timeline) && last.variable() == variable.index()) {
      return last.races();
    }
    List<Race> found = find(timeline, variable);
    kept = new Kept(new WeakReference<>(timeline), variable.index(), found);
    return found;
  }

  private static List<Race> find(Timeline timeline, VariableTrack variable) {
    List<Step> steps = new ArrayList<>(HappensBefore.steps(timeline));
    if (steps.isEmpty()) {
      return List.of();
    }
    for (int i = 0; i < variable.size(); i++) {
      if (variable.lane(i) >= 0) {
        steps.add(Step.access(variable.lane(i), variable.time(i), i));
      }
    }
    steps.sort(Step.ORDER);
    return find(new Clocks(timeline.lanes().size()), steps, variable);
  }

  private static List<Race> find(Clocks clocks, List<Step> steps, VariableTrack variable) {
    List<Race> races = new ArrayList<>();
    Map<Integer, Integer> writes = new HashMap<>(); // by lane: its last write, and its last read
    Map<Integer, Integer> reads = new HashMap<>();
    for (Step step : steps) {
      clocks.take(step);
      int i = step.access();
      if (i >= 0) {
        boolean write = variable.write(i);
        int with = unordered(clocks, step.lane(), variable, writes);
        if (write) {
          with = Math.max(with, unordered(clocks, step.lane(), variable, reads));
        }
        if (with >= 0) {
          races.add(new Race(with, i));
        }
        (write ? writes : reads).put(step.lane(), i);
      }
    }
    return races;
  }

  private static int unordered(
      Clocks clocks, int lane, VariableTrack variable, Map<Integer, Integer> last) {
    int found = -1;
    for (Map.Entry<Integer, Integer> each : last.entrySet()) {
      if (!clocks.knows(lane, each.getKey(), variable.time(each.getValue()))) {
        found = Math.max(found, each.getValue());
      }
    }
    return found;
  }

  /** The access before it with which that one races, -1 for none. */
  public static int before(List<Race> races, int access) {
    int low = 0;
    int high = races.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = races.get(middle).second();
      if (at == access) {
        return races.get(middle).first();
      }
      if (at < access) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
