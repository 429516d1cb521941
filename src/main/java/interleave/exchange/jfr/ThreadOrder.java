package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In which order to read the events of a chunk, so that those of each thread come in the order of
 * time. A JVM writes what its threads have gathered piece by piece, and the pieces of one thread in
 * any order; so the pieces are found first, and then read in the order of their times.
 */
final class ThreadOrder extends EventWalk {
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

  private static final int FIRST = 1 << 10;
  private static final List<String> FIELDS =
      List.of("startTime", "duration", "eventThread", "sampledThread");
  private static final int DURATION = 1;
  private static final int THREAD = 2;
  private static final int SAMPLED = 3;

  /** Types with an id below that are found without a search; those of the JDK have. */
  private static final int FEW = 1 << 12;

  private final Chunk chunk;
  private final @Nullable Plan[] few = new @Nullable Plan[FEW];
  private final Map<Long, Plan> all = new HashMap<>();
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

  private ThreadOrder(Chunk chunk) {
    super(chunk);
    this.chunk = chunk;
  }

  /**
   * Looks through the events of a chunk.
   *
   * @param progress hears of no progress, and may end it
   */
  static ThreadOrder of(Chunk chunk, Progress progress) throws IOException {
    ThreadOrder order = new ThreadOrder(chunk);
    order.end = order.read(chunk.from(), chunk.to(), progress);
    if (order.disordered && order.count < MOST) {
      order.sorted = order.sorted();
    }
    return order;
  }

  Chunk chunk() {
    return chunk;
  }

  /** Behind the last event that can be read: the chunk's end, where it is not damaged. */
  long end() {
    return end;
  }

  /** Reads all events. */
  void read(ChunkEvents by, Progress progress) throws IOException {
    if (sorted.length == 0) {
      by.read(chunk.from(), end, progress);
      return;
    }
    by.read(chunk.from(), places[0], progress);
    for (int piece : sorted) {
      long to = piece + 1 < count ? places[piece + 1] : end;
      by.read(places[piece], to, progress);
    }
  }

  private int[] sorted() {
    return IntStream.range(0, count)
        .boxed()
        .sorted((one, other) -> Long.compare(times[one], times[other]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  void found(Cursor in, long type) {
    Plan plan = type >= 0 && type < FEW ? few[(int) type] : all.get(type);
    Plan of = plan == null ? planned(type) : plan;
    if (!of.isOfNothing()) {
      try {
        Arrays.fill(values, 0); // not each type has all of them
        of.read(in, values);
        long thread = values[THREAD];
        event(thread == 0 ? values[SAMPLED] : thread, values[0] + Math.max(0, values[DURATION]));
      } catch (DamageException e) {
        // It is damaged for whoever takes the events, too.
      }
    }
  }

  private Plan planned(long id) {
    Plan made = plan(id);
    all.put(id, made);
    if (id >= 0 && id < FEW) {
      few[(int) id] = made;
    }
    return made;
  }

  private Plan plan(long id) {
    RecordType type = chunk.types().get(id);
    try {
      return type == null || !type.isEvent()
          ? Plan.nothing()
          : Plan.of(type, chunk.types(), FIELDS);
    } catch (DamageException e) {
      return Plan.nothing();
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
    if (length < 0) {
      return true;
    }
    usual += (Math.min(length, most) - usual) >> WEIGHT;
    return length > most;
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
      places[count] = place();
      times[count++] = time;
    }
  }
}
