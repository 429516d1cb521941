package interleave.agent.control;

import interleave.agent.trace.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the threads of one run meet at, told to the explorer when it is met first. */
final class Objects {
  private final Journal journal;
  private final Numbers numbers = new Numbers();
  private final List<String> names = new ArrayList<>(List.of(""));
  private final Map<String, Integer> used = new HashMap<>();

  /** Arrays whose elements are watched, and what they are called. */
  private final Map<Object, String> held = new java.util.IdentityHashMap<>();

  /** The lock that each condition belongs to. */
  private final Map<Object, Object> locks = new java.util.IdentityHashMap<>();

  Objects(Journal journal) {
    this.journal = journal;
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

  /** {@code condition} is one of {@code lock}. */
  void belongs(Object condition, Object lock) {
    locks.put(condition, lock);
  }

  /** The lock at which one waits for {@code condition}. */
  Object lockOf(Object condition) {
    return locks.getOrDefault(condition, condition);
  }

  void visitVariables(Numbers.Visitor visitor) {
    numbers.visitVariables(visitor);
  }

  private String name(Object object, @Nullable String hint) {
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
