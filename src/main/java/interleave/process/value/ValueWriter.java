package interleave.process.value;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into bytes for another process: strings, booleans, characters, Java's primitive
 * numbers, byte arrays, and lists and records of such. {@link ValueTag} is the format.
 */
public final class ValueWriter {
  /** The most bytes that a value may take: 16 MiB. */
  public static final int LARGEST = 16 << 20;

  /** How deep lists and records may stand in each other. */
  static final int DEEPEST = 32;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ValueWriter() {}

  /**
   * The bytes of {@code value}.
   *
   * @throws IllegalArgumentException when the value cannot travel, with the reason
   */
  public static byte[] encode(@Nullable Object value) {
    ValueWriter writer = new ValueWriter();
    try {
      writer.write(value, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // does not happen in memory
    }
    return writer.bytes.toByteArray();
  }

  private void write(@Nullable Object value, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "Lists and records may stand at most " + DEEPEST + " deep in each other.");
    }
    if (value == null) {
      tag(ValueTag.NOTHING);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof byte[] array) {
      sized(tag(ValueTag.BYTES), ByteBuffer.wrap(array));
    } else if (value instanceof List<?> list) {
      tag(ValueTag.LIST).writeInt(list.size());
      for (Object element : list) {
        write(element, depth + 1);
      }
    } else if (value instanceof Record record) {
      record(record, depth);
    } else {
      primitive(value);
    }
    checkSize(0);
  }

  private void primitive(Object value) throws IOException {
    if (value instanceof Integer i) {
      tag(ValueTag.INT).writeInt(i);
    } else if (value instanceof Long l) {
      tag(ValueTag.LONG).writeLong(l);
    } else if (value instanceof Double d) {
      tag(ValueTag.DOUBLE).writeLong(Double.doubleToRawLongBits(d));
    } else if (value instanceof Boolean b) {
      tag(b ? ValueTag.TRUE : ValueTag.FALSE);
    } else if (value instanceof Float f) {
      tag(ValueTag.FLOAT).writeInt(Float.floatToRawIntBits(f));
    } else if (value instanceof Byte b) {
      tag(ValueTag.BYTE).writeByte(b);
    } else if (value instanceof Short s) {
      tag(ValueTag.SHORT).writeShort(s);
    } else if (value instanceof Character c) {
      tag(ValueTag.CHAR).writeChar(c);
    } else {
      throw new IllegalArgumentException(
          "A "
              + value.getClass().getName()
              + " cannot travel to another process; strings, numbers, byte arrays, and lists"
              + " and records of them can.");
    }
  }

  private DataOutputStream tag(ValueTag tag) throws IOException {
    out.writeByte(tag.code());
    return out;
  }

  private void text(String text) throws IOException {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      sized(tag(ValueTag.TEXT), utf8);
    } catch (CharacterCodingException e) {
      checkSize(2L * text.length());
      tag(ValueTag.RAW_TEXT).writeInt(text.length());
      out.writeChars(text);
    }
  }

  private void record(Record record, int depth) throws IOException {
    List<@Nullable Object> components = components(record);
    sized(tag(ValueTag.RECORD), StandardCharsets.UTF_8.encode(record.getClass().getName()));
    out.writeInt(components.size());
    for (Object component : components) {
      write(component, depth + 1);
    }
  }

  /** The values of a record's components, in their order. */
  public static List<@Nullable Object> components(Record record) {
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      values.add(read(record, component.getAccessor()));
    }
    return values;
  }

  private static @Nullable Object read(Record record, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("Cannot read " + accessor + ": " + e.getMessage(), e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Cannot read " + accessor + ": it threw " + e.getCause(), e);
    }
  }

  private void sized(DataOutputStream to, ByteBuffer content) throws IOException {
    checkSize(content.remaining());
    to.writeInt(content.remaining());
    to.write(content.array(), content.arrayOffset() + content.position(), content.remaining());
  }

  private void checkSize(long more) {
    if (bytes.size() + more > LARGEST) {
      throw new IllegalArgumentException(
          "A value may take at most " + (LARGEST >> 20) + " MiB on its way to another process.");
    }
  }
}
