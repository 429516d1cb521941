package interleave.explore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a controlled run told.
 *
 * @param threads their names by their ids, in the order in which they were started
 * @param steps from the first to the last
 * @param stands before what threads came to stand, in that order
 * @param told what is not controlled, see {@link Told}
 */
public record Trace(
    Map<ThreadId, String> threads,
    Map<Integer, SharedObject> objects,
    List<Step> steps,
    List<Stand> stands,
    Ending ending,
    List<Told> told) {

  /**
   * A thread came to stand before an operation.
   *
   * @param after how many steps had been taken by then, its own last one included
   */
  public record Stand(ThreadId thread, Operation operation, int after) {}

  /**
   * Something that the program did, and that is not controlled: a run may differ by it.
   *
   * @param key of the sentence, in the words of the laboratory
   */
  public record Told(Operation.Place place, String key, List<String> arguments) {
    public Told {
      arguments = List.copyOf(arguments);
    }

    /** A thread was let be where nobody could stop it: when it came back is no choice of ours. */
    boolean isLoose() {
      return key.equals("waits");
    }
  }

  public Trace {
    threads = Map.copyOf(threads);
    objects = Map.copyOf(objects);
    steps = List.copyOf(steps);
    stands = List.copyOf(stands);
    told = List.copyOf(told);
  }

  /** Who was chosen where there was a choice. */
  public List<ThreadId> choices() {
    return steps.stream().filter(Step::isChoice).map(Step::thread).toList();
  }

  /** Before what each thread stands at the end. */
  public Map<ThreadId, Operation> standing() {
    return standing(steps.size());
  }

  /** Before what each thread stood after so many steps. */
  public Map<ThreadId, Operation> standing(int taken) {
    Map<ThreadId, Operation> standing = new TreeMap<>();
    int next = 0;
    for (int i = 0; i <= taken; i++) {
      if (i > 0) {
        standing.remove(steps.get(i - 1).thread());
      }
      for (; next < stands.size() && stands.get(next).after() <= i; next++) {
        standing.put(stands.get(next).thread(), stands.get(next).operation());
      }
    }
    return standing;
  }

  /** What the object of an operation is; empty where it has none. */
  public Optional<SharedObject> object(Operation operation) {
    return Optional.ofNullable(objects.get(operation.object()));
  }
}
