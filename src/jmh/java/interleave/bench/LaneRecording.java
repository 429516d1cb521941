package interleave.bench;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A recording of two hundred threads in ten processes, of any size, through the real writers: in
 * each process they take turns at a lock, put into a queue and get from it, carry out tasks, and
 * sleep. Written in one go, or as fast as time goes by. Arguments: a folder, and how many events.
 */
public final class LaneRecording {
  static final int PROCESSES = 10;
  static final int LANES = 200;
  private static final int THREADS = LANES / PROCESSES;
  private static final int EVENTS_OF_A_TURN = 6;
  private static final int TASK_EVERY = 8;
  private static final int LOCK = 1;
  private static final int QUEUE = 2;
  private static final int POOL = 3;

  private final long opened;

  /** Nanoseconds from one turn in a process to the next. */
  private final long slot;

  private final SegmentWriter[][] out = new SegmentWriter[PROCESSES][THREADS];
  private final long[] turns = new long[PROCESSES];

  LaneRecording(Recording recording, long opened, long slot) throws IOException {
    this.opened = opened;
    this.slot = slot;
    for (int process = 0; process < PROCESSES; process++) {
      for (int thread = 0; thread < THREADS; thread++) {
        out[process][thread] = begun(recording, process, thread);
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(of(Path.of(arguments[0]), Long.parseLong(arguments[1])).folder());
  }

  /** A recording in a new folder of {@code parent}. */
  static Recording of(Path parent, long events) throws IOException {
    Recording recording = Recording.createIn(parent, 1L << 40);
    LaneRecording lanes = new LaneRecording(recording, 1_000_000_000, 1000);
    long each = events / PROCESSES / EVENTS_OF_A_TURN;
    for (int process = 0; process < PROCESSES; process++) {
      for (long turn = 0; turn < each; turn++) {
        lanes.turn(process);
      }
    }
    return recording;
  }

  /** How long a turn of a process may take for so many events a second of all. */
  static long slot(long eventsOfASecond) {
    return 1_000_000_000L * EVENTS_OF_A_TURN * PROCESSES / eventsOfASecond;
  }

  /** Writes what has happened by then. */
  void upTo(long time) {
    for (int process = 0; process < PROCESSES; process++) {
      while (begin(turns[process]) + slot < time) {
        turn(process);
      }
    }
  }

  private SegmentWriter begun(Recording recording, int process, int thread) throws IOException {
    // Each segment has its own opening time, which is in its name.
    SegmentWriter to =
        recording.segment(TracedRuntime.JAVA, process + 1, 0, opened + process * 1000L + thread);
    int id = thread + 1;
    long at = opened + process * 1000L + THREADS;
    to.write(code(EventKind.DEFINE_THREAD), 0, id, 0, 0, id, at, "Worker-" + id);
    define(to, ObjectType.LOCK, LOCK, "Account.lock", at + 1);
    define(to, ObjectType.QUEUE, QUEUE, "orders", at + 2);
    define(to, ObjectType.POOL, POOL, "pool", at + 3);
    to.write(code(EventKind.THREAD_BEGIN), 0, id, 0, 0, 0, at + 4);
    return to;
  }

  private long begin(long turn) {
    return opened + 20_000 + turn * slot;
  }

  private void turn(int process) {
    long turn = turns[process]++;
    int thread = (int) (turn % THREADS) + 1;
    SegmentWriter to = out[process][thread - 1];
    long jitter = (turn * 6364136223846793005L + 1442695040888963407L) >>> 56;
    long at = begin(turn) + process + jitter * slot / 1024;
    if (turn >= THREADS) {
      write(to, EventKind.SLEEP_END, thread, 0, 0, at - slot / 3);
    }
    write(to, EventKind.LOCK_REQUEST, thread, LOCK, 0, at - slot / 4);
    write(to, EventKind.LOCK_ACQUIRED, thread, LOCK, slot / 4, at);
    boolean even = turn / THREADS % 2 == thread % 2;
    write(to, even ? EventKind.PUT : EventKind.GET, thread, QUEUE, 0, at + slot / 8);
    if (turn % TASK_EVERY == 0) {
      to.write(code(EventKind.TASK_SUBMITTED), 0, thread, POOL, 0, turn + 1, at + slot / 7, "task");
      write(to, EventKind.TASK_STARTED, thread, POOL, turn + 1, at + slot / 6);
      write(to, EventKind.TASK_ENDED, thread, POOL, turn + 1, at + slot / 5);
    }
    write(to, EventKind.LOCK_RELEASED, thread, LOCK, 0, at + slot / 3);
    write(to, EventKind.SLEEP_BEGIN, thread, 0, slot, at + slot / 2);
  }

  private static void write(
      SegmentWriter to, EventKind kind, int thread, int object, long value, long time) {
    to.write(code(kind), 0, thread, object, 0, value, time);
  }

  private static void define(SegmentWriter to, ObjectType type, int id, String name, long time) {
    to.write(code(EventKind.DEFINE_OBJECT), type.code(), 0, id, 0, 0, time, name);
  }

  private static int code(EventKind kind) {
    return kind.code();
  }
}
