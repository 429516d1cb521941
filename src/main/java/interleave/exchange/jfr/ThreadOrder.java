package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order to read the events of a chunk, so that those of each thread come in the order of
 * time. A JVM writes what its threads have gathered piece by piece, and the pieces of one thread in
 * any order; so the pieces are found first, and then read in the order of their times.
 */
final class ThreadOrder {
  /** Of more pieces the order is not kept; then whoever takes the events has to sort them. */
  private static final int MOST = 1 << 20;

  /**
   * So many events a piece has: two pieces of a thread that stand one after the other look like
   * one, and what was between them may stand elsewhere.
   */
  private static final int LONGEST = 256;

  /** Behind an event comes one that so many would fit before: these may stand elsewhere. */
  private static final int FAR = 64;

  /** How much of what is usual is told by the last event, as a power of two. */
  private static final int WEIGHT = 5;

  private static final int SIGN = Long.SIZE - 1;

  private static final int FIRST = 1 << 10;
  private static final List<String> FIELDS =
      List.of("startTime", "duration", "eventThread", "sampledThread");
  private static final int DURATION = 1;
  private static final int THREAD = 2;
  private static final int SAMPLED = 3;

  /** Types with an id below that are found without a search; those of the JDK have. */
  private static final int FEW = 1 << 12;

  private final Chunk chunk;
  private final EventWalk walk;
  private final @Nullable OfType[] few = new @Nullable OfType[FEW];
  private final Map<Long, OfType> all = new HashMap<>();
  private final long[] values = new long[FIELDS.size()];

  /** Of each piece where it begins, and when its first event ended. */
  private long[] places = new long[FIRST];

  private long[] times = new long[FIRST];
  private int count;

  /** When the last piece of each thread ended. */
  private final LongTable ends = new LongTable();

  private long thread = -1;
  private int inPiece;
  private long newest;

  /** From one event to the next of its thread it usually takes so long. */
  private long usual;

  private boolean disordered;

  /** The pieces in the order of their times; none where they stand so. */
  private int[] sorted = {};

  private long end;

  /** Where events are that tell of settings. */
  private long[] settings = new long[FIRST];

  private int settingsCount;

  /** What is looked at in events of a type, and whether they tell of settings. */
  private record OfType(Plan plan, boolean isOfSettings) {
    static final OfType NOTHING = new OfType(Plan.nothing(), false);
  }

  private ThreadOrder(Chunk chunk, Progress progress) {
    this.chunk = chunk;
    this.walk = new EventWalk(chunk, progress);
  }

  /**
   * Looks through the events of a chunk.
   *
   * @param progress hears of no progress, and may end it
   */
  static ThreadOrder of(Chunk chunk, Progress progress) throws IOException {
    ThreadOrder order = new ThreadOrder(chunk, progress);
    order.find();
    if (order.disordered && order.count < MOST) {
      order.sorted = order.sorted();
    }
    return order;
  }

  private void find() throws IOException {
    walk.over(chunk.from(), chunk.to());
    while (block()) {}
    end = walk.place();
  }

  private boolean block() throws IOException {
    for (int i = 0; i < EventWalk.BLOCK; i++) {
      if (!walk.next()) {
        return false;
      }
      found(walk.in(), walk.type());
    }
    return true;
  }

  Chunk chunk() {
    return chunk;
  }

  /** Behind the last event that can be read: the chunk's end, where it is not damaged. */
  long end() {
    return end;
  }

  /** Whether so many pieces stand elsewhere that all had better be in memory. */
  boolean isScattered() {
    long elsewhere = 0;
    for (int i = 1; i < sorted.length; i++) {
      elsewhere += sorted[i] == sorted[i - 1] + 1 ? 0 : 1;
    }
    return elsewhere > (chunk.to() - chunk.from()) / Window.USUAL;
  }

  /** Reads those events that tell of settings. */
  void readSettings(ChunkEvents by) throws IOException {
    for (int i = 0; i < settingsCount; i++) {
      by.one(settings[i], end);
    }
  }

  /** Reads all events. */
  void read(ChunkEvents by) throws IOException {
    if (sorted.length == 0) {
      by.read(chunk.from(), end);
      return;
    }
    by.read(chunk.from(), places[0]);
    for (int piece : sorted) {
      long to = piece + 1 < count ? places[piece + 1] : end;
      by.read(places[piece], to);
    }
  }

  private int[] sorted() {
    Integer[] pieces = new Integer[count];
    for (int i = 0; i < count; i++) {
      pieces[i] = i;
    }
    Arrays.sort(pieces, (one, other) -> Long.compare(times[one], times[other]));
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = pieces[i];
    }
    return order;
  }

  private void found(Cursor in, long type) {
    OfType known = type >= 0 && type < FEW ? few[(int) type] : all.get(type);
    OfType of = known == null ? added(type) : known;
    if (of.isOfSettings && settingsCount < MOST) {
      if (settingsCount == settings.length) {
        settings = Arrays.copyOf(settings, settingsCount * 2);
      }
      settings[settingsCount++] = walk.place();
    }
    if (of.plan.isOfNothing()) {
      return;
    }
    try {
      Arrays.fill(values, 0); // not each type has all of them
      of.plan.read(in, values);
      long thread = values[THREAD];
      event(thread == 0 ? values[SAMPLED] : thread, values[0] + Math.max(0, values[DURATION]));
    } catch (DamageException e) {
      // It is damaged for whoever takes the events, too.
    }
  }

  private OfType added(long id) {
    OfType made = ofType(id);
    all.put(id, made);
    if (id >= 0 && id < FEW) {
      few[(int) id] = made;
    }
    return made;
  }

  private OfType ofType(long id) {
    RecordType type = chunk.types().get(id);
    if (type == null) {
      return OfType.NOTHING;
    }
    boolean ofSettings = Settings.TYPES.contains(type.name());
    try {
      Plan plan = type.isEvent() ? Plan.of(type, chunk.types(), FIELDS) : Plan.nothing();
      return new OfType(plan, ofSettings);
    } catch (DamageException e) {
      return new OfType(Plan.nothing(), ofSettings);
    }
  }

  private void event(long of, long time) {
    if (of != thread || inPiece == LONGEST || isApart(time - newest)) {
      begin(of, time);
      inPiece = 0;
    }
    inPiece++;
    newest = time;
  }

  /**
   * Whether there may be others between an event and the next one of its thread, or it is older.
   */
  private boolean isApart(long length) {
    long most = FAR * usual + FAR;
    long forward = ~(length >> SIGN); // what is older tells nothing of what is usual
    usual += (Math.min(length, most) - usual) >> WEIGHT & forward;
    return Long.compareUnsigned(length, most) > 0;
  }

  private void begin(long of, long time) {
    if (count > 0) {
      ends.put(thread, newest);
    }
    long before = ends.get(of);
    disordered |= before != LongTable.NONE && time < before;
    thread = of;
    if (count < MOST) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
        times = Arrays.copyOf(times, count * 2);
      }
      places[count] = walk.place();
      times[count++] = time;
    }
  }
}
