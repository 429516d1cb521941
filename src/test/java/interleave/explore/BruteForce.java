package interleave.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goes through all orders of a model, one by one, with no thought. */
public final class BruteForce {
  /** By preemptions: how many orders have so many. */
  public final Map<Integer, Long> orders = new TreeMap<>();

  /** By ending: how many orders lead there, by preemptions. */
  public final Map<Ending, Map<Integer, Long>> endings = new HashMap<>();

  /** By ending: fewest preemptions, and the length of the shortest schedule with so many. */
  public final Map<Ending, List<Integer>> shortest = new HashMap<>();

  /** Classes of equivalent orders, each with the fewest preemptions that it takes. */
  public final Map<Set<String>, Integer> classes = new HashMap<>();

  private final int most;

  public BruteForce(Model model) {
    this(model, Limits.NONE);
  }

  /** Only the orders with so many preemptions at most. */
  public BruteForce(Model model, int most) {
    this.most = most;
    go(new World(model), null, new ArrayList<>(), 0, 0, 0);
  }

  public long orders(int preemptions) {
    return orders.entrySet().stream()
        .filter(each -> each.getKey() <= preemptions)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  public Set<Ending> endings(int preemptions) {
    Set<Ending> within = new HashSet<>(endings.keySet());
    within.removeIf(each -> shortest.get(each).getFirst() > preemptions);
    return within;
  }

  public long classes(int preemptions) {
    return classes.values().stream().filter(each -> each <= preemptions).count();
  }

  private void go(
      World world,
      @Nullable ThreadId last,
      List<String> path,
      int preemptions,
      int choices,
      int length) {
    List<ThreadId> enabled = world.enabled();
    boolean late = enabled.isEmpty() && world.timedOut().isPresent();
    if (late) {
      enabled = List.of(world.timedOut().get());
    }
    if (enabled.isEmpty()) {
      end(world.ending(), path, preemptions, length);
      return;
    }
    ThreadId usual = last != null && enabled.contains(last) ? last : enabled.getFirst();
    for (ThreadId each : enabled) {
      boolean preempts = last != null && !each.equals(last) && enabled.contains(last);
      if (preempts && preemptions == most) {
        continue;
      }
      World next = new World(world);
      Operation operation = world.next(each);
      String name = operation.object() == 0 ? "" : name(world, operation.object());
      path.add(each + "\t" + operation.kind() + "\t" + name + (late ? "\tlate" : "\t"));
      next.step(each, late);
      int now = choices + (enabled.size() > 1 ? 1 : 0);
      go(
          next,
          each,
          path,
          preemptions + (preempts ? 1 : 0),
          now,
          each.equals(usual) ? length : now);
      path.removeLast();
    }
  }

  private static String name(World world, int number) {
    SharedObject object = world.objects().get(number);
    return object.type() + " " + object.name();
  }

  private void end(Ending ending, List<String> path, int preemptions, int length) {
    orders.merge(preemptions, 1L, Long::sum);
    endings.computeIfAbsent(ending, _ -> new TreeMap<>()).merge(preemptions, 1L, Long::sum);
    shortest.merge(
        ending,
        List.of(preemptions, length),
        (a, b) -> a.get(0) < b.get(0) || a.get(0).equals(b.get(0)) && a.get(1) <= b.get(1) ? a : b);
    classes.merge(inOrder(path), preemptions, Math::min);
  }

  /** All pairs of steps whose order could be told: what makes two orders equivalent. */
  private static Set<String> inOrder(List<String> path) {
    Set<String> pairs = new HashSet<>();
    Map<String, Integer> count = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<String[]> steps = new ArrayList<>();
    for (String step : path) {
      String[] parts = step.split("\t", -1);
      steps.add(parts);
      names.add(parts[0] + "#" + count.merge(parts[0], 1, Integer::sum));
    }
    for (int i = 0; i < steps.size(); i++) {
      // What comes before it by necessity, in one text: sets of hundreds of pairs would be slow.
      StringBuilder before = new StringBuilder(names.get(i)).append(" >");
      List<String> all = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (canTell(steps.get(j), steps.get(i))) {
          all.add(names.get(j));
        }
      }
      Collections.sort(all);
      all.forEach(each -> before.append(' ').append(each));
      pairs.add(before.toString());
    }
    return pairs;
  }

  private static boolean canTell(String[] one, String[] other) {
    String oneItself = "thread " + one[0];
    String otherItself = "thread " + other[0];
    boolean look =
        (one[1].equals("READ") || one[1].equals("JOIN"))
            && (other[1].equals("READ") || other[1].equals("JOIN"));
    return one[0].equals(other[0])
        || !look && !one[2].isEmpty() && one[2].equals(other[2])
        || one[2].equals(otherItself)
        || other[2].equals(oneItself)
        || one[3].equals("late")
        || other[3].equals("late");
  }
}
