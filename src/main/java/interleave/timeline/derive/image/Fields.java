package interleave.timeline.derive.image;

import java.io.IOException;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Fields of primitive types and others, by their types. */
final class Fields {
  private Fields() {}

  static @Nullable Object get(Field field, Object of) throws IOException {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new UnfitImage("cannot be read: " + field, e);
    }
  }

  /** Writes what a field of a primitive type holds. */
  static void write(Field field, Object of, ByteSink to) throws IOException {
    Class<?> type = field.getType();
    try {
      if (type == long.class) {
        to.number(field.getLong(of));
      } else if (type == boolean.class) {
        to.unsigned(field.getBoolean(of) ? 1 : 0);
      } else if (type == double.class) {
        to.real(field.getDouble(of));
      } else {
        to.number(field.getInt(of)); // widens the shorter ones
      }
    } catch (IllegalAccessException e) {
      throw new UnfitImage("cannot be read: " + field, e);
    }
  }

  /** What {@link #write} wrote, in its box. */
  static Object read(Class<?> type, ByteSource from) throws IOException {
    if (type == long.class) {
      return from.number();
    } else if (type == boolean.class) {
      return from.unsigned() != 0;
    } else if (type == double.class) {
      return from.real();
    } else if (type == byte.class) {
      return (byte) from.number();
    } else if (type == short.class) {
      return (short) from.number();
    } else if (type == char.class) {
      return (char) from.number();
    }
    return (int) from.number();
  }

  /** Reads it into a field, without a box. */
  static void read(Field field, Object of, ByteSource from)
      throws IOException, IllegalAccessException {
    Class<?> type = field.getType();
    if (type == long.class) {
      field.setLong(of, from.number());
    } else if (type == int.class) {
      field.setInt(of, (int) from.number());
    } else if (type == boolean.class) {
      field.setBoolean(of, from.unsigned() != 0);
    } else {
      field.set(of, read(type, from));
    }
  }
}
