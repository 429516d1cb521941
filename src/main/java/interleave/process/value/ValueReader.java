package interleave.process.value;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes from another process into a value, believing nothing: every length is held against
 * what is there, depth is bounded, the only classes constructed are records that were named
 * beforehand, through their canonical constructors, and all bytes must be used.
 */
public final class ValueReader {
  private final ByteBuffer in;
  private final RecordTypes records;
  private final boolean constructing;

  private ValueReader(ByteBuffer in, RecordTypes records, boolean constructing) {
    this.in = in;
    this.records = records;
    this.constructing = constructing;
  }

  /** The value that {@code bytes} are. */
  public static @Nullable Object decode(ByteBuffer bytes, RecordTypes records)
      throws RefusedBytesException {
    return new ValueReader(bytes.duplicate(), records, true).whole();
  }

  /** Refuses what {@link #decode} would refuse, without constructing any record. */
  public static void verify(ByteBuffer bytes, RecordTypes records) throws RefusedBytesException {
    new ValueReader(bytes.duplicate(), records, false).whole();
  }

  /** Stands for a record that is verified only. */
  private record Shape(Class<?> type) {}

  private @Nullable Object whole() throws RefusedBytesException {
    if (in.remaining() > ValueWriter.LARGEST) {
      throw new RefusedBytesException("A value of " + in.remaining() + " bytes is too large.");
    }
    Object value = value(0);
    if (in.hasRemaining()) {
      throw new RefusedBytesException(in.remaining() + " bytes are left over after the value.");
    }
    return value;
  }

  private @Nullable Object value(int depth) throws RefusedBytesException {
    if (depth > ValueWriter.DEEPEST) {
      throw new RefusedBytesException(
          "Lists and records stand more than " + ValueWriter.DEEPEST + " deep in each other.");
    }
    need(1, "a tag");
    byte code = in.get();
    ValueTag tag = ValueTag.of(code);
    if (tag == null) {
      throw new RefusedBytesException("There is no kind of value " + code + ".");
    }
    return switch (tag) {
      case NOTHING -> null;
      case FALSE -> false;
      case TRUE -> true;
      case BYTE -> need(1, "a byte").get();
      case SHORT -> need(2, "a short").getShort();
      case CHAR -> need(2, "a char").getChar();
      case INT -> need(4, "an int").getInt();
      case LONG -> need(8, "a long").getLong();
      case FLOAT -> Float.intBitsToFloat(need(4, "a float").getInt());
      case DOUBLE -> Double.longBitsToDouble(need(8, "a double").getLong());
      case TEXT -> text();
      case RAW_TEXT -> rawText();
      case BYTES -> {
        byte[] bytes = new byte[length(1, "a byte array")];
        in.get(bytes);
        yield bytes;
      }
      case LIST -> Collections.unmodifiableList(Arrays.asList(values(length(1, "a list"), depth)));
      case RECORD -> record(depth);
    };
  }

  private String text() throws RefusedBytesException {
    int length = length(1, "a string");
    ByteBuffer utf8 = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedBytesException("A string is not UTF-8.");
    }
  }

  private String rawText() throws RefusedBytesException {
    char[] characters = new char[length(2, "a string")];
    in.asCharBuffer().get(characters);
    in.position(in.position() + 2 * characters.length);
    return new String(characters);
  }

  private @Nullable Object[] values(int count, int depth) throws RefusedBytesException {
    // The count is bounded by the bytes that are there, one at least for each.
    List<@Nullable Object> values = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      values.add(value(depth + 1));
    }
    return values.toArray();
  }

  private Object record(int depth) throws RefusedBytesException {
    String name = text();
    Class<?> type = records.find(name);
    if (type == null) {
      throw new RefusedBytesException(
          "A record of class “"
              + name.substring(0, Math.min(name.length(), 60))
              + "” is not among those allowed here.");
    }
    RecordComponent[] components = type.getRecordComponents();
    int count = length(1, "a record");
    if (count != components.length) {
      throw new RefusedBytesException(
          name + " has " + components.length + " components, not " + count + ".");
    }
    @Nullable Object[] values = values(count, depth);
    for (int i = 0; i < count; i++) {
      if (!fits(components[i].getType(), values[i])) {
        throw new RefusedBytesException(
            "Component "
                + components[i].getName()
                + " of "
                + name
                + " is no "
                + components[i].getType().getSimpleName()
                + ".");
      }
    }
    return constructing ? construct(type, components, values) : new Shape(type);
  }

  private static boolean fits(Class<?> type, @Nullable Object value) {
    if (value == null) {
      return !type.isPrimitive();
    }
    return value instanceof Shape(Class<?> shape)
        ? type.isAssignableFrom(shape)
        : RecordTypes.boxed(type).isInstance(value);
  }

  private static Object construct(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values)
      throws RefusedBytesException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new RefusedBytesException(type.getName() + " refused its components: " + e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new RefusedBytesException(type.getName() + " cannot be constructed: " + e);
    }
  }

  private int length(int unit, String what) throws RefusedBytesException {
    int length = need(4, "a length").getInt();
    if (length < 0 || (long) length * unit > in.remaining()) {
      throw new RefusedBytesException(
          "The length "
              + length
              + " of "
              + what
              + " goes beyond the "
              + in.remaining()
              + " bytes that are there.");
    }
    return length;
  }

  private ByteBuffer need(int bytes, String what) throws RefusedBytesException {
    if (in.remaining() < bytes) {
      throw new RefusedBytesException("The bytes end where " + what + " should be.");
    }
    return in;
  }
}
