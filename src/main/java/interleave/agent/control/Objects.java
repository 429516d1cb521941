package interleave.agent.control;

import interleave.agent.control.call.CollectionCalls;
import interleave.agent.control.word.Journal;
import interleave.agent.trace.Names;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
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

  /** Arrays whose elements are watched, and collections, and what they are called. */
  private final Map<Object, String> held = new java.util.IdentityHashMap<>();

  /** In place of all that one waits for as a future. */
  private final Object futures = new Object();

  /** The lock of each condition, the pool of each task, the collection of each iterator. */
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

  /** The number of a collection, see {@link #collectionOf}. */
  int ofCollection(Object collection, @Nullable String hint) {
    int known = numbers.known(collection, Numbers.ITSELF);
    if (known != 0) {
      return known;
    }
    String name = held.get(collection);
    return add(
        collection,
        Numbers.ITSELF,
        CollectionCalls.TYPE,
        name == null ? name(collection, hint) : name);
  }

  /**
   * The collection that {@code object} is, or is a part of; null where no other thread is known to
   * have it.
   */
  @Nullable Object collectionOf(Object object) {
    Object whole = locks.get(object);
    if (whole != null || held.containsKey(object)) {
      return whole == null ? object : whole;
    }
    boolean part = object instanceof Iterator<?> || object instanceof Map.Entry<?, ?>;
    return !part && isShared(object) ? object : null;
  }

  /** Whether it is made for several threads. */
  static boolean isShared(Object object) {
    return object.getClass().getName().startsWith("java.util.concurrent.");
  }

  /** Whether it has others in it, and may be changed. */
  static boolean isContainer(Object object) {
    return object.getClass().isArray()
        || (object instanceof Collection<?>
                || object instanceof Map<?, ?>
                || object instanceof BitSet
                || object instanceof StringBuilder
                || object instanceof StringBuffer)
            && !object.getClass().getName().startsWith("java.util.ImmutableCollections");
  }

  /** That array or collection is watched, by that name. */
  void hold(Object array, String name) {
    if (isContainer(array) && !held.containsKey(array)) {
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

  /** How many are in each collection that was met. */
  void visitSizes(Numbers.Visitor visitor) {
    for (Object each : held.keySet()) {
      int number = numbers.known(each, Numbers.ITSELF);
      int size = number == 0 ? -1 : size(each);
      if (size >= 0) {
        visitor.variable(each, size, number);
      }
    }
  }

  /** Of those that are asked without a lock; less than 0 for others. */
  private static int size(Object collection) {
    String type = collection.getClass().getName().replace('.', '/');
    return !CollectionCalls.isPlain(type)
        ? -1
        : collection instanceof Collection<?> list
            ? list.size()
            : collection instanceof Map<?, ?> map ? map.size() : -1;
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
