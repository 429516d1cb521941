package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  private static final int FIRST = 1 << 10;
  private static final List<String> SAMPLED = List.of("sampledThread");

  private final Chunk chunk;
  private final ChunkEvents events;

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

  private ThreadOrder(Window file, Chunk chunk, Names names) {
    this.chunk = chunk;
    this.events =
        new ChunkEvents(
            file,
            chunk,
            names,
            chunk.head(),
            type -> type.isEvent() ? new Drawn(SAMPLED, this::event) : null);
  }

  /**
   * Reads all events of a chunk.
   *
   * @return behind the last that could be read: the chunk's end, where it is not damaged
   */
  static long read(Window file, Chunk chunk, Names names, ChunkEvents by, Progress progress)
      throws IOException {
    ThreadOrder order = new ThreadOrder(file, chunk, names);
    Progress unmoved = (_, total) -> progress.at(chunk.from(), total);
    long end = order.events.read(chunk.from(), chunk.to(), unmoved);
    if (!order.disordered || order.count >= MOST) {
      by.read(chunk.from(), end, progress);
    } else {
      order.read(by, end, progress);
    }
    return end;
  }

  private void read(ChunkEvents by, long end, Progress progress) throws IOException {
    by.read(chunk.from(), places[0], progress);
    for (int piece : sorted()) {
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

  private void event(Fields event) {
    long of = event.thread() == 0 ? event.number(0) : event.thread();
    long time = event.endTicks();
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
      places[count] = events.place();
      times[count++] = time;
    }
  }
}
