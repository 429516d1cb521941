package interleave.agent.control;

import interleave.agent.trace.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/** What the threads of one run meet at, told to the explorer when it is met first. */
final class Objects {
  private final Journal journal;
  private final Numbers numbers = new Numbers();
  private final List<String> names = new ArrayList<>(List.of(""));
  private final Map<String, Integer> used = new HashMap<>();

  /** Arrays whose elements are watched, and what they are called. */
  private final Map<Object, String> held = new java.util.IdentityHashMap<>();

  /** In place of all that one waits for as a future. */
  private final Object futures = new Object();

  /** The lock that each condition belongs to, and the pool of each task. */
  private final Map<Object, Object> locks = new java.util.IdentityHashMap<>();

  Objects(Journal journal) {
    this.journal = journal;
  }

  /**
   * What stands for an object that others cannot be told from, where it is about who comes first:
   * the parts of a lock or a pool; the tasks of a pool, whose threads look at each other's; and all
   * futures that may depend on each other, since whoever completes one looks at others.
   */
  Object whole(Object object) {
    if (object instanceof CompletableFuture<?> || object instanceof CompletableFuture<?>[]) {
      return futures;
    }
    if (object instanceof ForkJoinTask<?>) {
      Object pool = locks.get(object);
      return pool == null ? JdkControl.pool() : pool;
    }
    return Readiness.whole(object);
  }

  /** The number of what stands for {@code object}. */
  int ofWhole(Object object, String type, @Nullable String hint) {
    Object whole = whole(object);
    return of(whole, type, whole == object ? hint : null);
  }

  /** The number of {@code object}. */
  int of(Object object, String type, @Nullable String hint) {
    int known = numbers.known(object, Numbers.ITSELF);
    return known != 0 ? known : add(object, Numbers.ITSELF, type, name(object, hint));
  }

  /** The number of a variable: a field, or an element of an array that is held. */
  int ofVariable(Object holder, int field) {
    int known = numbers.known(holder, field);
    return known != 0 ? known : add(holder, field, "variable", nameOfVariable(holder, field));
  }

  private String nameOfVariable(Object holder, int field) {
    String array = held.get(holder);
    return array == null
        ? counted(Fields.at(field).shown)
        : array.concat("[").concat(Integer.toString(field)).concat("]");
  }

  /** That array is watched, by that name. */
  void hold(Object array, String name) {
    if (!held.containsKey(array)) {
      int ordinal = used.merge(name.concat("[]"), 1, Integer::sum);
      held.put(array, ordinal == 1 ? name : name.concat("@").concat(Integer.toString(ordinal)));
    }
  }

  boolean isHeld(Object array) {
    return held.containsKey(array);
  }

  /** A thread that was met before it was started has a name in schedules now. */
  void started(Strand strand) {
    int known = numbers.known(strand.thread, Numbers.ITSELF);
    if (known != 0) {
      names.set(known, strand.id);
      journal.line("object").field(known).plain("thread").field(strand.id).end();
    }
  }

  private int add(Object object, int field, String type, String name) {
    int number = numbers.add(object, field);
    names.add(name);
    journal.line("object").field(number).plain(type).field(name).end();
    return number;
  }

  String nameOf(int number) {
    return names.get(number);
  }

  /** {@code part} is a condition of that lock, or a task of that pool. */
  void belongs(Object part, Object whole) {
    locks.put(part, whole);
  }

  /** The lock at which one waits for {@code condition}. */
  Object lockOf(Object condition) {
    return locks.getOrDefault(condition, condition);
  }

  void visitVariables(Numbers.Visitor visitor) {
    numbers.visitVariables(visitor);
  }

  private String name(Object object, @Nullable String hint) {
    if (object == futures) {
      return "CompletableFuture";
    }
    if (object == System.out || object == System.err) {
      return object == System.out ? "System.out" : "System.err";
    }
    if (object instanceof Class<?> type) {
      return Names.simple(type.getName()).concat(".class");
    }
    if (object instanceof Thread thread) {
      Strand strand = Strand.of(thread);
      return strand == null ? thread.getName() : strand.id;
    }
    return hint != null ? counted(hint) : numbered(Names.simple(object.getClass().getName()));
  }

  private String counted(String name) {
    int ordinal = used.merge(name, 1, Integer::sum);
    return ordinal == 1 ? name : name.concat("@").concat(Integer.toString(ordinal));
  }

  private String numbered(String name) {
    int ordinal = used.merge(name.concat("@"), 1, Integer::sum);
    return name.concat("@").concat(Integer.toString(ordinal));
  }
}
