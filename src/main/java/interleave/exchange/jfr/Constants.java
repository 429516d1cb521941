package interleave.exchange.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a chunk, to which its events refer by keys: threads, stacks, classes, texts.
 * Kept as the bytes they are in the file, with where each begins; they are read when somebody asks.
 */
final class Constants implements Cursor.Constants {
  /** So many bytes of constants are kept of one chunk. */
  private static final long MOST_BYTES = 1L << 29;

  private final Map<Long, RecordType> types;
  private final Map<String, Pool> named = new HashMap<>();
  private final Map<Long, Pool> pools = new HashMap<>();
  private final List<byte[]> parts = new ArrayList<>();
  private final Cursor texts = new Cursor();
  private long kept;

  Constants(Map<Long, RecordType> types) {
    this.types = types;
  }

  /** All constants of one type. */
  static final class Pool {
    final RecordType type;
    private final Plan plan;

    /** By key: the part in the high half, where it begins in the low one. */
    private final LongTable places = new LongTable();

    private Pool(RecordType type, Plan plan) {
      this.type = type;
      this.plan = plan;
    }
  }

  /** Constants of that type; null where there are none. */
  @Nullable Pool pool(String type) {
    return named.get(type);
  }

  /** Constants of that type; null where there are none. */
  @Nullable Pool pool(long type) {
    return pools.get(type);
  }

  /** A plan for what is in that pool. */
  Plan plan(Pool pool, List<String> wanted) throws DamageException {
    return Plan.of(pool.type, types, wanted);
  }

  /** Whether the field is a text, and no key of one. */
  boolean isText(RecordType.Field field) {
    RecordType type = types.get(field.type());
    return !field.constant()
        && !field.array()
        && type != null
        && type.name().equals(RecordType.STRING);
  }

  /** Whether so many bytes more are too many. */
  boolean isFull(long more) {
    return kept + more > MOST_BYTES;
  }

  /**
   * Takes the constants of a part of the chunk; those that are there already stay.
   *
   * @param part an event of constants, whole; kept
   * @param at where in it the event's start time stands
   */
  void add(byte[] part, int at) throws DamageException {
    Cursor in = new Cursor();
    in.on(part, at, part.length);
    in.number(); // when
    in.number(); // how long that took
    in.number(); // where those before are
    in.next(); // why
    long index = parts.size();
    parts.add(part);
    kept += part.length;
    for (int i = in.count(); i > 0; i--) {
      Pool pool = poolOf(in.number());
      for (int each = in.count(); each > 0; each--) {
        long key = in.number();
        if (pool.places.get(key) == LongTable.NONE) {
          pool.places.put(key, index << 32 | in.at);
        }
        pool.plan.skip(in);
      }
    }
  }

  private Pool poolOf(long id) throws DamageException {
    Pool known = pools.get(id);
    if (known == null) {
      RecordType type = types.get(id);
      if (type == null) {
        throw new DamageException();
      }
      known = new Pool(type, Plan.of(type, types, List.of()));
      pools.put(id, known);
      named.put(type.name(), known);
    }
    return known;
  }

  /** Sets the cursor on a constant; whether there is one. */
  boolean find(Pool pool, long key, Cursor on) {
    long place = pool.places.get(key);
    if (place == LongTable.NONE) {
      return false;
    }
    byte[] part = parts.get((int) (place >>> 32));
    on.on(part, (int) place, part.length);
    return true;
  }

  @Override
  public String string(long key) throws DamageException {
    Pool strings = pool(RecordType.STRING);
    if (strings == null || !find(strings, key, texts) || texts.bytes[texts.at] == Cursor.CONSTANT) {
      return "";
    }
    return texts.text(this);
  }
}
