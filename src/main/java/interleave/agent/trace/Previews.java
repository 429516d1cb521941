package interleave.agent.trace;

import interleave.event.ValueType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the program as short texts, without calling the program: strings, numbers and enum
 * constants say what they are, records what is in them, arrays how long they are, and all others
 * are called by the name of their class.
 */
public final class Previews {
  private static final int LONGEST = 60;
  private static final int DEEPEST = 2;
  private static final int MOST_BITS = 192;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return shape(type);
        }
      };

  /** What is known of a class: its name, and a record's fields where they can be read. */
  private record Shape(String name, Field @Nullable [] fields) {}

  private Previews() {}

  public static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return cut(text);
    }
    if (value instanceof Integer number) {
      return Integer.toString(number);
    }
    return show(value, 0);
  }

  /**
   * As a value in the source of a program: strings and characters in quotes; what else is no number
   * and no constant with its identity, as two that look alike may be two.
   */
  public static String withIdentity(@Nullable Object value) {
    if (value instanceof String text) {
      return ValueType.quoted(cut(text), '"');
    }
    if (value instanceof Character sign) {
      return ValueType.CHAR.show(sign);
    }
    if (value == null || value instanceof Enum<?> || isPlain(value) && !isAtomic(value)) {
      return show(value, 0);
    }
    String shown = isAtomic(value) ? nameOf(value.getClass()) : show(value, 0);
    return shown.concat("@").concat(Integer.toHexString(System.identityHashCode(value)));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).concat("…");
  }

  private static String show(@Nullable Object value, int depth) {
    try {
      if (value == null) {
        return "null";
      }
      if (value instanceof String text) {
        return cut(text);
      }
      if (isPlain(value)) {
        return String.valueOf(value);
      }
      if (value instanceof Enum<?> constant) {
        return constant.name();
      }
      Class<?> type = value.getClass();
      if (type.isArray()) {
        return nameOf(type.getComponentType())
            .concat("[")
            .concat(Integer.toString(java.lang.reflect.Array.getLength(value)))
            .concat("]");
      }
      Shape shape = SHAPES.get(type);
      Field[] fields = shape.fields();
      return fields == null || depth == DEEPEST
          ? shape.name()
          : cut(parts(shape.name(), fields, value, depth));
    } catch (Throwable e) {
      return "";
    }
  }

  private static boolean isPlain(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte
        || isAtomic(value)
        || isShort(value)
        || value.getClass() == java.util.UUID.class;
  }

  /** A number that may be another one in the next moment. */
  private static boolean isAtomic(@Nullable Object value) {
    return value != null
        && (value.getClass() == AtomicInteger.class
            || value.getClass() == AtomicLong.class
            || value.getClass() == AtomicBoolean.class);
  }

  /** A number of many digits takes long to be written out. */
  private static boolean isShort(Object value) {
    return value.getClass() == BigInteger.class && ((BigInteger) value).bitLength() <= MOST_BITS
        || value.getClass() == BigDecimal.class
            && ((BigDecimal) value).unscaledValue().bitLength() <= MOST_BITS;
  }

  private static String parts(String name, Field[] fields, Object value, int depth)
      throws IllegalAccessException {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < fields.length && text.length() < LONGEST; i++) {
      text.append(i == 0 ? "" : ", ").append(show(fields[i].get(value), depth + 1));
    }
    return text.append(')').toString();
  }

  private static Shape shape(Class<?> type) {
    if (type.isHidden()) {
      String name = type.getName();
      int lambda = name.indexOf("$$Lambda");
      return new Shape(lambda < 0 ? Names.simple(name) : "lambda", null);
    }
    return new Shape(nameOf(type), type.isRecord() ? fields(type) : null);
  }

  private static String nameOf(Class<?> type) {
    return Names.simple(type.getName());
  }

  /** The fields and not the accessors, which may be the program's own. */
  private static Field @Nullable [] fields(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Field[] fields = new Field[components.length];
      for (int i = 0; i < fields.length; i++) {
        Field field = type.getDeclaredField(components[i].getName());
        if (Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible()) {
          return null;
        }
        fields[i] = field;
      }
      return fields;
    } catch (Throwable e) {
      return null;
    }
  }
}
