package interleave.agent.field;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Previews;
import interleave.agent.trace.Things;
import interleave.event.EventKind;
import interleave.event.ValueType;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the accesses of watched fields: the access itself stays where it
 * was, between {@link #begin} and an end, or {@link #abandon} when it throws.
 */
public final class FieldHooks {
  private static final int READ = FIELD_READ.code();
  private static final int WRITE = FIELD_WRITE.code();

  private FieldHooks() {}

  /**
   * Takes the variable's lock. {@code receiver} is null for a static field, and for an access that
   * will fail.
   */
  public static @Nullable Variable begin(@Nullable Object receiver, int field, int site) {
    try {
      if (receiver == null) {
        return null;
      }
      Lane lane = Lane.current();
      Variable variable = Variables.of(lane, receiver, field);
      variable.lock(lane.log.threadId());
      return variable;
    } catch (Throwable e) {
      return null;
    }
  }

  /** As {@link #begin} for a static field. */
  public static @Nullable Variable beginStatic(int field, int site) {
    try {
      Variable variable = Variables.ofClass(field);
      variable.lock(Lane.current().log.threadId());
      return variable;
    } catch (Throwable e) {
      return null;
    }
  }

  public static void read(int value, int type, @Nullable Variable variable, int site) {
    end(READ, type, value, variable, site);
  }

  public static void read(long value, int type, @Nullable Variable variable, int site) {
    end(READ, type, value, variable, site);
  }

  public static void read(float value, int type, @Nullable Variable variable, int site) {
    end(READ, type, Float.floatToRawIntBits(value), variable, site);
  }

  public static void read(double value, int type, @Nullable Variable variable, int site) {
    end(READ, type, Double.doubleToRawLongBits(value), variable, site);
  }

  public static void read(@Nullable Object value, int type, @Nullable Variable variable, int site) {
    end(FIELD_READ, type, value, variable, site);
  }

  public static void wrote(int value, int type, @Nullable Variable variable, int site) {
    end(WRITE, type, value, variable, site);
  }

  public static void wrote(long value, int type, @Nullable Variable variable, int site) {
    end(WRITE, type, value, variable, site);
  }

  public static void wrote(float value, int type, @Nullable Variable variable, int site) {
    end(WRITE, type, Float.floatToRawIntBits(value), variable, site);
  }

  public static void wrote(double value, int type, @Nullable Variable variable, int site) {
    end(WRITE, type, Double.doubleToRawLongBits(value), variable, site);
  }

  public static void wrote(
      @Nullable Object value, int type, @Nullable Variable variable, int site) {
    end(FIELD_WRITE, type, value, variable, site);
  }

  private static void end(int kind, int type, long bits, @Nullable Variable variable, int site) {
    if (variable == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      int me = lane.log.threadId();
      if (!variable.isLockedBy(me)) {
        return;
      }
      try {
        lane.log.eventAt(kind, type, variable.id, site, bits, variable.now());
      } finally {
        variable.unlock(me);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** As that of a number; what an object looks like is said once, as long as it is the same. */
  private static void end(
      EventKind kind, int type, @Nullable Object value, @Nullable Variable variable, int site) {
    if (variable == null) {
      return;
    }
    try {
      Lane lane = Lane.current();
      int me = lane.log.threadId();
      if (!variable.isLockedBy(me)) {
        return;
      }
      try {
        int bits = System.identityHashCode(value);
        if (bits == variable.told) {
          lane.log.eventAt(kind, type, variable.id, site, bits, variable.now());
        } else {
          String looks = Previews.withIdentity(value);
          lane.log.textAt(kind, type, variable.id, site, bits, variable.now(), looks);
          // What a record holds may change.
          variable.told = value instanceof Record ? 0 : bits;
        }
      } finally {
        variable.unlock(me);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The access, or what comes after it, threw. */
  public static void abandon(@Nullable Variable variable) {
    if (variable != null) {
      variable.unlock((int) Thread.currentThread().threadId());
    }
  }

  /** The code of the type with that field descriptor. */
  static int type(char descriptor) {
    return switch (descriptor) {
      case 'I' -> ValueType.INT.code();
      case 'J' -> ValueType.LONG.code();
      case 'F' -> ValueType.FLOAT.code();
      case 'D' -> ValueType.DOUBLE.code();
      case 'Z' -> ValueType.BOOLEAN.code();
      case 'B' -> ValueType.BYTE.code();
      case 'S' -> ValueType.SHORT.code();
      case 'C' -> ValueType.CHAR.code();
      default -> ValueType.REFERENCE.code();
    };
  }

  /** The watched fields found so far, and their variables. */
  static final class Variables extends Things<Variable> {
    private static final ConcurrentHashMap<String, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static final Lane.Slot<Variable> LAST = Lane.slot();
    private static volatile Variables[] all = new Variables[0];

    private final int field;
    private final String name;
    private final Variable ofClass;
    private boolean classDefined;

    private Variables(int field, String name) {
      this.field = field;
      this.name = name;
      this.ofClass = new Variable(name, 0, null, field);
    }

    /** The number of the field {@code key} stands for, shown as {@code name}. */
    static synchronized int number(String key, String name) {
      Integer known = NUMBERS.get(key);
      if (known != null) {
        return known;
      }
      Variables[] longer = java.util.Arrays.copyOf(all, all.length + 1);
      int number = all.length;
      longer[number] = new Variables(number, name);
      all = longer;
      NUMBERS.put(key, number);
      return number;
    }

    static Variable of(Lane lane, Object receiver, int field) {
      Variable last = lane.get(LAST);
      if (last != null && last.field == field && last.refersTo(receiver)) {
        return last;
      }
      Variable found = all[field].of(receiver, 0);
      lane.put(LAST, found);
      return found;
    }

    static Variable ofClass(int field) {
      Variables of = all[field];
      if (!of.classDefined) {
        of.defineClass();
      }
      return of.ofClass;
    }

    private synchronized void defineClass() {
      if (!classDefined) {
        ofClass.define(name);
        classDefined = true;
      }
    }

    @Override
    public Variable create(
        Object object, int hash, java.lang.ref.ReferenceQueue<Object> gone, int site) {
      Variable made = new Variable(object, hash, gone, field);
      made.define(Names.counted(name));
      return made;
    }
  }
}
