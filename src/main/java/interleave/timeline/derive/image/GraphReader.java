package interleave.timeline.derive.image;

import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.KeptColumn;
import interleave.timeline.column.KeptSpace;
import interleave.timeline.column.KeptTexts;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link GraphWriter} wrote; a file is not believed to hold one. */
final class GraphReader {
  private final ByteSource in;
  private final KeptSpace columns;
  private final Map<Class<?>, Shape> byType = new HashMap<>();
  private Shape[] shapes = {};
  private Object[] objects = {};
  private Object[] constants = {};

  GraphReader(byte[] parts, KeptSpace columns) {
    in = new ByteSource(parts);
    this.columns = columns;
  }

  /** The object from which the walk began. */
  Object read() throws IOException, ReflectiveOperationException {
    shapes = new Shape[in.count()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = Shape.named(in.text());
      if (!shapes[i].described().equals(in.text())) {
        throw new UnfitImage("another version: " + shapes[i].type);
      }
    }
    objects = new Object[in.count()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = allocated();
    }
    constants = new Object[in.count()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = constant();
    }
    for (Object each : objects) {
      fill(each);
    }
    return objects[0];
  }

  private Shape shape() throws IOException {
    return shapes[in.index(shapes.length)];
  }

  private Object allocated() throws IOException, ReflectiveOperationException {
    return switch (Kind.ALL[in.index(Kind.ALL.length)]) {
      case PLAIN -> shape().allocate();
      case OBJECTS -> {
        Class<?> type = shape().type;
        if (!type.isArray() || type.getComponentType().isPrimitive()) {
          throw new UnfitImage("no array: " + type);
        }
        yield Array.newInstance(type.getComponentType(), length());
      }
      case LONGS -> new long[in.count()];
      case INTS -> new int[in.count()];
      case BYTES -> new byte[in.count()];
      case BOOLEANS -> new boolean[in.count()];
      case DOUBLES -> new double[in.count()];
      case LIST -> new ArrayList<>();
      case DEQUE -> new ArrayDeque<>();
      case HASH_MAP -> new HashMap<>();
      case LINKED_MAP -> new LinkedHashMap<>();
      case TREE_MAP -> new TreeMap<>();
      case HASH_SET -> new HashSet<>();
      case LINKED_SET -> new LinkedHashSet<>();
      case TREE_SET -> new TreeSet<>();
      case BYTE_COLUMN -> new ByteColumn();
      case INT_COLUMN -> new IntColumn();
      case LONG_COLUMN -> new LongColumn();
      case TEXT_COLUMN -> new TextColumn();
    };
  }

  /** Of an array whose last places may be empty and not be there. */
  private int length() throws IOException {
    long length = in.unsigned();
    if (length < 0 || length > GraphWriter.MOST) {
      throw new UnfitImage("too long");
    }
    return (int) length;
  }

  private Object constant() throws IOException, ReflectiveOperationException {
    return switch ((int) in.unsigned()) {
      case Constant.TEXT -> in.text();
      case Constant.INT -> (int) in.number();
      case Constant.LONG -> in.number();
      case Constant.ENUM -> {
        Object[] all = shape().type.getEnumConstants();
        if (all == null) {
          throw new UnfitImage("no enum");
        }
        yield all[in.index(all.length)];
      }
      case Constant.RECORD -> record(shape());
      case Constant.LIST -> {
        @Nullable Object[] members = new Object[in.count()];
        for (int i = 0; i < members.length; i++) {
          members[i] = met();
        }
        yield List.of(members);
      }
      default -> throw new UnfitImage("no constant");
    };
  }

  private Object record(Shape shape) throws IOException, ReflectiveOperationException {
    @Nullable Object[] components = new Object[shape.fields.size()];
    for (int i = 0; i < components.length; i++) {
      Class<?> type = shape.fields.get(i).getType();
      components[i] = type.isPrimitive() ? Fields.read(type, in) : met();
    }
    return shape.record(components);
  }

  private @Nullable Object met() throws IOException {
    long at = in.unsigned();
    if (at == 0) {
      return null;
    }
    Object[] from = (at & 1) == 1 ? objects : constants;
    long index = (at & 1) == 1 ? at >>> 1 : (at >>> 1) - 1;
    if (index < 0 || index >= from.length || from[(int) index] == null) {
      throw new UnfitImage("refers to nothing");
    }
    return from[(int) index];
  }

  private void fill(Object object) throws IOException, ReflectiveOperationException {
    switch (Kind.of(object)) {
      case PLAIN -> fields(object);
      case OBJECTS -> {
        @Nullable Object[] array = (@Nullable Object[]) object;
        int used = in.count();
        for (int i = 0; i < used; i++) {
          array[i] = met();
        }
      }
      case LONGS -> Numbers.read((long[]) object, in);
      case INTS -> Numbers.read((int[]) object, in);
      case BYTES -> Numbers.read((byte[]) object, in);
      case BOOLEANS -> Numbers.read((boolean[]) object, in);
      case DOUBLES -> Numbers.read((double[]) object, in);
      case LIST, DEQUE, HASH_SET, LINKED_SET, TREE_SET -> members(object);
      case HASH_MAP, LINKED_MAP, TREE_MAP -> entries(object);
      case BYTE_COLUMN -> ((ByteColumn) object).become(column(), columns);
      case INT_COLUMN -> ((IntColumn) object).become(column(), columns);
      case LONG_COLUMN -> ((LongColumn) object).become(column(), columns);
      case TEXT_COLUMN -> texts((TextColumn) object);
    }
  }

  private void fields(Object object) throws IOException, ReflectiveOperationException {
    Shape shape = byType.computeIfAbsent(object.getClass(), Shape::of);
    for (Field field : shape.fields) {
      if (field.getType().isPrimitive()) {
        Fields.read(field, object, in);
      } else {
        field.set(object, met());
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void members(Object object) throws IOException {
    Collection<@Nullable Object> members = (Collection<@Nullable Object>) object;
    int size = in.count();
    for (int i = 0; i < size; i++) {
      members.add(met());
    }
  }

  @SuppressWarnings("unchecked")
  private void entries(Object object) throws IOException {
    Map<@Nullable Object, @Nullable Object> map = (Map<@Nullable Object, @Nullable Object>) object;
    int size = in.count();
    for (int i = 0; i < size; i++) {
      @Nullable Object key = met();
      map.put(key, met());
    }
  }

  private KeptColumn column() throws IOException {
    long size = in.unsigned();
    long[] directory = Numbers.sized(in);
    long[] last = Numbers.sized(in);
    if (size < last.length || size > Integer.MAX_VALUE) {
      throw new UnfitImage("no column");
    }
    return new KeptColumn((int) size, directory, last);
  }

  private void texts(TextColumn texts) throws IOException {
    texts.places().become(column(), columns);
    long[] records = Numbers.sized(in);
    int[] lengths = new int[records.length];
    Numbers.read(lengths, in);
    texts.become(new KeptTexts.Told(records, lengths), columns);
  }
}
