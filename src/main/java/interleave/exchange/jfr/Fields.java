package interleave.exchange.jfr;

import interleave.exchange.jfr.RecordType.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event, as long as it is the one that is looked at. Those that every event may
 * have stand first; the others are numbered from 0 in the order in which they were wanted.
 */
final class Fields {
  private static final List<String> COMMON =
      List.of("startTime", "duration", "eventThread", "stackTrace");
  private static final int DURATION = 1;
  private static final int THREAD = 2;
  private static final int STACK = 3;
  private static final long NANOS = 1_000_000_000L;

  final RecordType type;
  private final Plan plan;
  private final long[] values;
  private final ChunkHead clock;
  private final @Nullable RecordType[] types;
  private final Sort[] sorts;

  /** How many of the highest bits of a whole number its type does not have. */
  private final int[] unused;

  private final Constants constants;
  private final Names names;
  private final Cursor texts = new Cursor();
  private byte[] bytes = new byte[0];
  private int end;

  private Fields(RecordType type, Plan plan, int count, ChunkHead clock, Names names, Chunk chunk) {
    this.type = type;
    this.plan = plan;
    this.values = new long[count];
    this.clock = clock;
    this.names = names;
    this.types = new @Nullable RecordType[count - COMMON.size()];
    this.sorts = new Sort[types.length];
    this.unused = new int[types.length];
    for (int i = 0; i < types.length; i++) {
      Field field = plan.field(COMMON.size() + i);
      types[i] = field == null ? null : chunk.types().get(field.type());
      sorts[i] = sort(field, types[i]);
      unused[i] = unused(types[i]);
    }
    this.constants = chunk.constants();
  }

  /** For events of that type in that chunk, of which these fields are wanted. */
  static Fields of(RecordType type, List<String> wanted, ChunkHead clock, Names names, Chunk chunk)
      throws DamageException {
    List<String> all = new ArrayList<>(COMMON);
    all.addAll(wanted);
    Map<Long, RecordType> types = chunk.types();
    return new Fields(type, Plan.of(type, types, all), all.size(), clock, names, chunk);
  }

  /** The names of all fields but those that every event may have. */
  static List<String> own(RecordType type) {
    return type.fields().stream().map(Field::name).filter(it -> !COMMON.contains(it)).toList();
  }

  /** Looks at the event whose fields begin there. */
  void read(Cursor in) throws DamageException {
    plan.read(in, values);
    bytes = in.bytes;
    end = in.end;
  }

  /** When it began, in ns by the calendar. */
  long begin() {
    return clock.nanos(values[0]);
  }

  /** As its clock tells when it ended. */
  long endTicks() {
    return values[0] + Math.max(0, values[DURATION]);
  }

  /** When it ended, which is when it began where it takes no time. */
  long end() {
    return clock.nanos(endTicks());
  }

  /** Whether it took time; an own event that was not begun has no other length than 0. */
  boolean hasDuration() {
    return values[DURATION] > 0;
  }

  /** The key of its thread; 0 for none. */
  long thread() {
    return values[THREAD];
  }

  /** The key of its stack; 0 for none. */
  long stack() {
    return values[STACK];
  }

  @Nullable Field field(int i) {
    return plan.field(COMMON.size() + i);
  }

  long number(int i) {
    return values[COMMON.size() + i];
  }

  boolean is(int i) {
    return (values[COMMON.size() + i] & 0xFF) != 0;
  }

  double real(int i) {
    return Double.longBitsToDouble(values[COMMON.size() + i]);
  }

  /** A length of time in ns; -1 where there is none. */
  long nanos(int i) {
    Field field = field(i);
    long number = number(i);
    if (field == null || number < 0) {
      return -1;
    }
    return switch (field.unit()) {
      case "TICKS" -> clock.nanos(clock.startTicks() + number) - clock.startNanos();
      case "MICROSECONDS" -> times(number, 1000);
      case "MILLISECONDS" -> times(number, 1_000_000);
      case "SECONDS" -> times(number, NANOS);
      default -> number;
    };
  }

  private static long times(long number, long factor) {
    return number > Long.MAX_VALUE / factor ? Long.MAX_VALUE : number * factor;
  }

  /** A number as the type of its field has it, which is not told by its bytes. */
  long whole(int i) {
    return number(i) << unused[i] >> unused[i];
  }

  private static int unused(@Nullable RecordType of) {
    return switch (of == null ? "" : of.name()) {
      case "int" -> Long.SIZE - Integer.SIZE;
      case "short" -> Long.SIZE - Short.SIZE;
      default -> 0;
    };
  }

  /** What a field holds. */
  enum Sort {
    WHOLE,
    TRUTH,
    REAL,
    TEXT,
    THREAD,
    OTHER
  }

  Sort sort(int i) {
    return sorts[i];
  }

  private static Sort sort(@Nullable Field field, @Nullable RecordType of) {
    if (field == null || of == null || field.array()) {
      return Sort.OTHER;
    }
    if (field.constant()) {
      return of.name().equals("java.lang.Thread") ? Sort.THREAD : Sort.TEXT;
    }
    return switch (of.name()) {
      case "byte", "char", "short", "int", "long" -> Sort.WHOLE;
      case "boolean" -> Sort.TRUTH;
      case "float", "double" -> Sort.REAL;
      case RecordType.STRING -> Sort.TEXT;
      default -> Sort.OTHER;
    };
  }

  /** The type of a field; null where there is no such. */
  @Nullable RecordType typeOf(int i) {
    return types[i];
  }

  /** The class whose key the field has, as Java writes it. */
  String className(int i) throws DamageException {
    return names.className(number(i));
  }

  Names.Method method(int i) throws DamageException {
    return names.method(number(i));
  }

  /** A text, or the name of a constant; "" for none. */
  String text(int i) throws DamageException {
    Field field = field(i);
    if (field == null) {
      return "";
    }
    if (field.constant()) {
      return names.text(field.type(), number(i));
    }
    if (!constants.isText(field)) {
      return "";
    }
    texts.on(bytes, (int) number(i), end);
    return texts.text(constants);
  }
}
