package interleave.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All events that are known, and what of them follows for others: whether a thread can go on
 * depends on its operation and on what happened to its object alone.
 */
final class Events {
  private final List<Event> all = new ArrayList<>();
  private final Map<Numbers, Integer> byKey = new HashMap<>();
  private final List<ThreadId> threads = new ArrayList<>();
  private final Map<ThreadId, Integer> slots = new HashMap<>();

  /** Threads for which the program does not wait. */
  private final Set<Integer> left = new HashSet<>();

  /** Whether an operation could go on, by what happened to its object before. */
  private final Map<Numbers, Boolean> enabled = new HashMap<>();

  /** Objects that turned out to be the same: each points to another, or to itself. */
  private final List<Integer> same = new ArrayList<>(List.of(0));

  Events() {
    all.add(new Event(0, -1));
  }

  int slot(ThreadId thread) {
    return slots.computeIfAbsent(
        thread,
        _ -> {
          threads.add(thread);
          return threads.size() - 1;
        });
  }

  ThreadId thread(int slot) {
    return threads.get(slot);
  }

  /** How many threads there were. */
  int threads() {
    return threads.size();
  }

  /**
   * The program ended while these could have gone on, so it waits for none of them; whether that
   * was not known yet.
   */
  boolean learnLeft(Collection<Integer> slots) {
    return left.addAll(slots);
  }

  /** Whether the program ends without waiting for that thread. */
  boolean isLeft(int slot) {
    return left.contains(slot);
  }

  Event get(int id) {
    return all.get(id);
  }

  int size() {
    return all.size();
  }

  /** The object that stands for a thread. */
  static int thing(int slot) {
    return -1 - slot;
  }

  /** The thread that such an object stands for. */
  static int slotOf(int object) {
    return -1 - object;
  }

  /** That thread came to stand first, started by that event, 0 for main. */
  Event first(int slot, int by) {
    return event(Numbers.of(-1 - slot, by), slot);
  }

  /**
   * What happens when a thread goes on.
   *
   * @param own its last event
   * @param others what else comes before by necessity, in any order, perhaps more than once
   */
  Event after(int own, int[] others) {
    int[] key = Arrays.copyOf(others, others.length + 1);
    key[others.length] = own;
    Arrays.sort(key);
    int length = 1;
    for (int i = 1; i < key.length; i++) {
      if (key[i] != key[length - 1]) {
        key[length++] = key[i];
      }
    }
    int slot = all.get(own).slot;
    return event(new Numbers(withOwn(Arrays.copyOf(key, length), own)), slot);
  }

  /** Its own stands first. */
  private static int[] withOwn(int[] sorted, int own) {
    int at = Arrays.binarySearch(sorted, own);
    System.arraycopy(sorted, 0, sorted, 1, at);
    sorted[0] = own;
    return sorted;
  }

  private Event event(Numbers key, int slot) {
    Integer known = byKey.get(key);
    if (known != null) {
      return all.get(known);
    }
    Event event = new Event(all.size(), slot);
    all.add(event);
    byKey.put(key, event.id);
    return event;
  }

  /** Whether a thread can go on; empty where no run has told. */
  Optional<Boolean> isEnabled(int slot, Operation.Kind kind, int[] before) {
    return switch (kind) {
      case READ, WRITE, UPDATE, PRINT, SLEEP, YIELD, START, UNLOCK, UNPARK -> Optional.of(true);
      default -> Optional.ofNullable(enabled.get(fact(slot, kind, before)));
    };
  }

  /** A run told whether it can; false where another has told the opposite. */
  boolean learn(int slot, Operation.Kind kind, int[] before, boolean can) {
    Optional<Boolean> known = isEnabled(slot, kind, before);
    if (known.isEmpty()) {
      enabled.put(fact(slot, kind, before), can);
    }
    return known.isEmpty() || known.get() == can;
  }

  private static Numbers fact(int slot, Operation.Kind kind, int[] before) {
    int[] key = Arrays.copyOf(before, before.length + 2);
    Arrays.sort(key, 0, before.length);
    key[before.length] = slot;
    key[before.length + 1] = kind.ordinal();
    return new Numbers(key);
  }

  /** An object that was not known before. */
  int newObject() {
    same.add(same.size());
    return same.size() - 1;
  }

  /** By which number an object goes now. */
  int object(int number) {
    int at = number;
    while (at > 0 && same.get(at).intValue() != at) {
      at = same.get(at);
    }
    return at;
  }

  /** Two objects turned out to be one. */
  void unite(int one, int other) {
    same.set(object(other), object(one));
  }
}
