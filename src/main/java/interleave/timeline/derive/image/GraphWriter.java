package interleave.timeline.derive.image;

import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.KeptColumn;
import interleave.timeline.column.KeptTexts;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph of objects in four parts, so that a reader can go through each of them once: the
 * classes; what is to be allocated; the constants (texts, numbers, enums, records), each behind
 * those that it is made of; and what is in the objects.
 */
final class GraphWriter {
  /** More objects than that are not kept: it would take more memory than deriving them again. */
  static final int MOST = 4_000_000;

  private final KeptWriter columns;
  private final Map<Class<?>, Integer> classes = new LinkedHashMap<>();
  private final Map<Class<?>, Shape> shapes = new IdentityHashMap<>();
  private final Map<Object, Integer> constants = new IdentityHashMap<>();
  private final Map<Object, Integer> objects = new IdentityHashMap<>();
  private final List<Object> waiting = new ArrayList<>();
  private final ByteArrayOutputStream allocations = new ByteArrayOutputStream();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteArrayOutputStream contents = new ByteArrayOutputStream();
  private final ByteSink allocation = new ByteSink(allocations);
  private final ByteSink value = new ByteSink(values);
  private final ByteSink content = new ByteSink(contents);

  GraphWriter(KeptWriter columns) {
    this.columns = columns;
  }

  /** Walks over all that {@code root} refers to. */
  void walk(Object root) throws IOException {
    meet(root);
    for (int next = 0; next < waiting.size(); next++) {
      write(waiting.get(next));
      waiting.set(next, root); // nothing is held longer than it has to be
    }
  }

  /** All four parts; {@link #walk} comes first. */
  byte[] parts() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteSink sink = new ByteSink(all);
    sink.unsigned(classes.size());
    for (Class<?> each : classes.keySet()) {
      sink.text(each.getName());
      sink.text(shape(each).described());
    }
    sink.unsigned(objects.size());
    append(allocations, sink, all);
    sink.unsigned(constants.size());
    append(values, sink, all);
    append(contents, sink, all);
    return all.toByteArray();
  }

  private static void append(ByteArrayOutputStream part, ByteSink sink, ByteArrayOutputStream all)
      throws IOException {
    sink.flush();
    part.writeTo(all);
  }

  private Shape shape(Class<?> type) {
    return shapes.computeIfAbsent(type, Shape::of);
  }

  private int indexOf(Class<?> type) {
    return classes.computeIfAbsent(type, _ -> classes.size());
  }

  /** What stands for an object where it is referred to: odd for an object, even for a constant. */
  private long meet(@Nullable Object object) throws IOException {
    if (object == null) {
      return 0;
    }
    if (Constant.is(object)) {
      return 2L * constant(object) + 2;
    }
    Integer known = objects.get(object);
    if (known == null) {
      known = objects.size();
      if (known == MOST) {
        throw new TooManyObjects();
      }
      objects.put(object, known);
      waiting.add(object);
      allocate(object);
    }
    return 2L * known + 1;
  }

  private int constant(Object object) throws IOException {
    Integer known = constants.get(object);
    if (known != null) {
      return known;
    }
    switch (object) {
      case String text -> {
        value.unsigned(Constant.TEXT);
        value.text(text);
      }
      case Integer number -> {
        value.unsigned(Constant.INT);
        value.number(number);
      }
      case Long number -> {
        value.unsigned(Constant.LONG);
        value.number(number);
      }
      case Enum<?> constant -> {
        int type = indexOf(constant.getDeclaringClass());
        value.unsigned(Constant.ENUM);
        value.unsigned(type);
        value.unsigned(constant.ordinal());
      }
      case List<?> list -> list(list);
      default -> record(object);
    }
    int index = constants.size();
    constants.put(object, index);
    return index;
  }

  private void list(List<?> list) throws IOException {
    long[] members = new long[list.size()];
    for (int i = 0; i < members.length; i++) {
      members[i] = meet(list.get(i));
    }
    value.unsigned(Constant.LIST);
    value.unsigned(members.length);
    for (long each : members) {
      value.unsigned(each);
    }
  }

  /** What it is made of comes first. */
  private void record(Object record) throws IOException {
    Shape shape = shape(record.getClass());
    for (Field field : shape.fields) {
      if (!field.getType().isPrimitive()) {
        meet(Fields.get(field, record));
      }
    }
    int type = indexOf(record.getClass());
    value.unsigned(Constant.RECORD);
    value.unsigned(type);
    fields(shape, record, value);
  }

  private void fields(Shape shape, Object of, ByteSink to) throws IOException {
    for (Field field : shape.fields) {
      if (field.getType().isPrimitive()) {
        Fields.write(field, of, to);
      } else {
        to.unsigned(meet(Fields.get(field, of)));
      }
    }
  }

  private void allocate(Object object) throws IOException {
    Kind kind = Kind.of(object);
    allocation.unsigned(kind.ordinal());
    switch (kind) {
      case PLAIN -> allocation.unsigned(indexOf(object.getClass()));
      case OBJECTS -> {
        allocation.unsigned(indexOf(object.getClass()));
        allocation.unsigned(((Object[]) object).length);
      }
      case LONGS -> allocation.unsigned(((long[]) object).length);
      case INTS -> allocation.unsigned(((int[]) object).length);
      case BYTES -> allocation.unsigned(((byte[]) object).length);
      case BOOLEANS -> allocation.unsigned(((boolean[]) object).length);
      case DOUBLES -> allocation.unsigned(((double[]) object).length);
      default -> {}
    }
  }

  private void write(Object object) throws IOException {
    switch (Kind.of(object)) {
      case PLAIN -> fields(shape(object.getClass()), object, content);
      case OBJECTS -> objects((Object[]) object);
      case LONGS -> Numbers.write((long[]) object, content);
      case INTS -> Numbers.write((int[]) object, content);
      case BYTES -> Numbers.write((byte[]) object, content);
      case BOOLEANS -> Numbers.write((boolean[]) object, content);
      case DOUBLES -> Numbers.write((double[]) object, content);
      case LIST, DEQUE, HASH_SET, LINKED_SET, TREE_SET -> members((Collection<?>) object);
      case HASH_MAP, LINKED_MAP, TREE_MAP -> entries((Map<?, ?>) object);
      case BYTE_COLUMN -> column(((ByteColumn) object).keep(columns));
      case INT_COLUMN -> column(((IntColumn) object).keep(columns));
      case LONG_COLUMN -> column(((LongColumn) object).keep(columns));
      case TEXT_COLUMN -> texts((TextColumn) object);
    }
  }

  /** The many empty places at the end of one are not written. */
  private void objects(Object[] array) throws IOException {
    int used = array.length;
    while (used > 0 && array[used - 1] == null) {
      used--;
    }
    content.unsigned(used);
    for (int i = 0; i < used; i++) {
      content.unsigned(meet(array[i]));
    }
  }

  private void members(Collection<?> members) throws IOException {
    content.unsigned(members.size());
    for (Object each : members) {
      content.unsigned(meet(each));
    }
  }

  private void entries(Map<?, ?> map) throws IOException {
    content.unsigned(map.size());
    for (Map.Entry<?, ?> each : map.entrySet()) {
      content.unsigned(meet(each.getKey()));
      content.unsigned(meet(each.getValue()));
    }
  }

  private void column(KeptColumn column) throws IOException {
    content.unsigned(column.size());
    Numbers.sized(column.directory(), content);
    Numbers.sized(column.last(), content);
  }

  private void texts(TextColumn texts) throws IOException {
    column(texts.places().keep(columns));
    KeptTexts.Told told = texts.keep(columns);
    Numbers.sized(told.records(), content);
    Numbers.write(told.lengths(), content);
  }
}
