package interleave.exchange.jfr;

import interleave.exchange.jfr.Constants.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the constants of a chunk are called: classes, methods, states and the like. */
final class Names {
  private static final int MOST_KEPT = 1 << 18;
  private static final String CLASS = "java.lang.Class";
  private static final String SYMBOL = "jdk.types.Symbol";
  private static final String METHOD = "jdk.types.Method";

  private final Constants constants;
  private final Map<Long, String> classes = new HashMap<>();
  private final Map<Long, Method> methods = new HashMap<>();
  private final Map<String, Reader> readers = new HashMap<>();

  /**
   * A method.
   *
   * @param owner its class, as Java writes it
   */
  record Method(String owner, String name) {
    static final Method UNKNOWN = new Method("", "");
  }

  /** Reads constants of one type. */
  private record Reader(Pool pool, Plan plan, Cursor in, long[] values) {}

  Names(Constants constants) {
    this.constants = constants;
  }

  /** How to read some fields of constants of that type; null where there are none. */
  private @Nullable Reader reader(String type, List<String> wanted) throws DamageException {
    Reader known = readers.get(type);
    if (known == null) {
      Pool pool = constants.pool(type);
      if (pool == null) {
        return null;
      }
      Plan plan = constants.plan(pool, wanted);
      known = new Reader(pool, plan, new Cursor(), new long[wanted.size()]);
      readers.put(type, known);
    }
    return known;
  }

  /** The fields of a constant; null where there is no such. */
  private long @Nullable [] fields(@Nullable Reader reader, long key) throws DamageException {
    if (reader == null || !constants.find(reader.pool, key, reader.in)) {
      return null;
    }
    reader.plan.read(reader.in, reader.values);
    return reader.values;
  }

  /** A class as Java writes it; "" for none. */
  String className(long key) throws DamageException {
    String known = classes.get(key);
    if (known == null) {
      Reader reader = reader(CLASS, List.of("name"));
      long[] fields = fields(reader, key);
      known = reader == null || fields == null ? "" : symbol(reader, fields[0]).replace('/', '.');
      if (classes.size() < MOST_KEPT) {
        classes.put(key, known);
      }
    }
    return known;
  }

  Method method(long key) throws DamageException {
    Method known = methods.get(key);
    if (known == null) {
      Reader reader = reader(METHOD, List.of("name", "type"));
      long[] fields = fields(reader, key);
      known = reader == null || fields == null ? Method.UNKNOWN : method(reader, fields);
      if (methods.size() < MOST_KEPT) {
        methods.put(key, known);
      }
    }
    return known;
  }

  private Method method(Reader reader, long[] fields) throws DamageException {
    long type = fields[1];
    return new Method(className(type), symbol(reader, fields[0]));
  }

  /** The name in the first of the fields, which is a symbol's key, or the text itself. */
  private String symbol(Reader of, long value) throws DamageException {
    RecordType.Field field = of.plan.field(0);
    if (field == null) {
      return "";
    }
    return field.constant()
        ? text(field.type(), value)
        : textAt(of.in.bytes, (int) value, of.in.end);
  }

  private String textAt(byte[] bytes, int at, int end) throws DamageException {
    Cursor in = new Cursor();
    in.on(bytes, at, end);
    return in.text(constants);
  }

  /** The text of a constant that is one, or has nothing before it. */
  String text(long type, long key) throws DamageException {
    Pool pool = constants.pool(type);
    if (pool == null || key == 0 && pool.type.name().equals(SYMBOL)) {
      return "";
    }
    if (pool.type.name().equals(CLASS)) {
      return className(key);
    }
    if (pool.type.name().equals(METHOD)) {
      Method method = method(key);
      return method.owner.isEmpty() ? method.name : method.owner + "." + method.name;
    }
    if (pool.type.name().equals(RecordType.STRING)) {
      return constants.string(key);
    }
    return firstText(pool, key);
  }

  private String firstText(Pool pool, long key) throws DamageException {
    List<RecordType.Field> fields = pool.type.fields();
    Cursor in = new Cursor();
    boolean found = !fields.isEmpty() && constants.find(pool, key, in);
    RecordType.Field first = found ? fields.getFirst() : null;
    return first != null && constants.isText(first) ? in.text(constants) : "";
  }
}
