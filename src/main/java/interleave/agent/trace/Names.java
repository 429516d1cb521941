package interleave.agent.trace;

import interleave.event.ObjectType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the program's objects are to be called. An object is named after the field from which the
 * program took it where it first used it, {@code Bank.lock}; the class of one that came from
 * elsewhere is all there is to say, {@code ReentrantLock@1}.
 */
public final class Names {
  private static final Hints USES = new Hints();
  private static final Hints RESULTS = new Hints();
  private static final ConcurrentHashMap<String, AtomicInteger> USED = new ConcurrentHashMap<>();

  private Names() {}

  /**
   * At {@code site} the program uses a lock that it read from the field of that name, or null when
   * that is not known.
   */
  public static void hint(int site, @Nullable String field) {
    USES.add(site, field);
  }

  /** At {@code site} the program makes something that it puts into the variable of that name. */
  public static void hintOfResult(int site, @Nullable String variable) {
    RESULTS.add(site, variable);
  }

  /**
   * What is made at {@code site}, after the variable that takes it; null where that is not known.
   */
  public static @Nullable String ofResult(int site) {
    String hint = RESULTS.at(site);
    return hint == null ? null : counted(hint);
  }

  /** Names {@code thing}, of which only the class was known, after the field it is in. */
  public static void improve(Thing thing, ObjectType type, int site) {
    String hint = USES.at(site);
    if (hint != null && isFirstToName(thing)) {
      Lane.RECORDER.rename(thing.id, type, 0, counted(hint));
    }
  }

  /** Of several threads that meet a thing for the first time one names it. */
  private static synchronized boolean isFirstToName(Thing thing) {
    boolean first = !thing.named;
    thing.named = true;
    return first;
  }

  public static String of(Thing thing, Object object, int site) {
    if (object instanceof Class<?> type) {
      thing.named = true;
      return simple(type.getName()).concat(".class");
    }
    String hint = USES.at(site);
    if (hint != null) {
      thing.named = true;
      return counted(hint);
    }
    Class<?> type = object.getClass();
    String name = simple(type.getName());
    if (type.getClassLoader() == null && name.endsWith("Impl")) {
      name = name.substring(0, name.length() - "Impl".length()); // the JDK's own, for a scope
    }
    return type.isHidden() ? counted(name) : numbered(name);
  }

  /** {@code name}, {@code name@2}, {@code name@3} … */
  public static String counted(String name) {
    int ordinal = next(name);
    return ordinal == 1 ? name : name.concat("@").concat(Integer.toString(ordinal));
  }

  /** {@code name@1}, {@code name@2} … */
  public static String numbered(String name) {
    return name.concat("@").concat(Integer.toString(next(name.concat("@"))));
  }

  private static int next(String name) {
    AtomicInteger counter = USED.get(name);
    if (counter == null) {
      AtomicInteger fresh = new AtomicInteger();
      AtomicInteger before = USED.putIfAbsent(name, fresh);
      counter = before == null ? fresh : before;
    }
    return counter.incrementAndGet();
  }

  /**
   * The last part of a class's name, which may be binary, internal or canonical. A lambda has none
   * that is the same in another run, but for that of the class that it is in.
   */
  public static String simple(String className) {
    int lambda = className.indexOf("$$Lambda");
    return lambda < 0
        ? lastPart(className)
        : "lambda in ".concat(lastPart(className.substring(0, lambda)));
  }

  private static String lastPart(String className) {
    int from = className.length();
    while (from > 0 && className.charAt(from - 1) != '.' && className.charAt(from - 1) != '/') {
      from--;
    }
    String last = className.substring(from);
    int dollar = last.lastIndexOf('$');
    boolean named =
        dollar > 0 && dollar + 1 < last.length() && !Character.isDigit(last.charAt(dollar + 1));
    return named ? last.substring(dollar + 1) : last;
  }
}
