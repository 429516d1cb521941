package interleave.bench;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.event.ValueType;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes recordings of any size through the real writers: threads that take turns at a lock and
 * change a variable under it, some hundred nanoseconds a turn, as a program in a tight loop does.
 * Arguments: a folder for the recording, and how many events.
 */
public final class FloodRecording {
  private static final int LOCK = 1;
  private static final int VARIABLE = 2;
  private static final int THREADS = 2;
  private static final int EVENTS_OF_A_TURN = 4;

  private FloodRecording() {}

  public static void main(String[] arguments) throws IOException {
    Recording recording = locks(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    System.out.println(recording.folder());
  }

  /** A recording in a new folder of {@code parent}. */
  public static Recording locks(Path parent, long events) throws IOException {
    Recording recording = Recording.createIn(parent, 1L << 40);
    long opened = 1_000_000_000;
    for (int thread = 1; thread <= THREADS; thread++) {
      // Each segment has its own opening time, which is in its name.
      SegmentWriter out = recording.segment(TracedRuntime.JAVA, 1, 0, opened + thread);
      out.write(code(EventKind.DEFINE_THREAD), 0, thread, 0, 0, thread, opened + 10, "T" + thread);
      define(out, ObjectType.LOCK, LOCK, "Bank.lock", opened + 11);
      define(out, ObjectType.VARIABLE, VARIABLE, "Bank.balance", opened + 12);
      out.write(code(EventKind.THREAD_BEGIN), 0, thread, 0, 0, 0, opened + 13);
      long turns = events / THREADS / EVENTS_OF_A_TURN;
      long jitter = thread;
      long time = opened + 1000 + (thread - 1) * 200L;
      for (long turn = 0; turn < turns; turn++) {
        jitter = jitter * 6364136223846793005L + 1442695040888963407L;
        long at = time + (jitter >>> 58);
        out.write(code(EventKind.LOCK_ACQUIRED), 0, thread, LOCK, 0, 0, at);
        access(out, EventKind.FIELD_READ, thread, turn * THREADS + thread - 1, at + 20);
        access(out, EventKind.FIELD_WRITE, thread, turn * THREADS + thread, at + 60);
        out.write(code(EventKind.LOCK_RELEASED), 0, thread, LOCK, 0, 0, at + 100);
        time += 200L * THREADS;
      }
    }
    return recording;
  }

  private static void access(SegmentWriter out, EventKind kind, int thread, long value, long time) {
    out.write(code(kind), ValueType.LONG.code(), thread, VARIABLE, 0, value, time);
  }

  private static void define(SegmentWriter out, ObjectType type, int id, String name, long time) {
    out.write(code(EventKind.DEFINE_OBJECT), type.code(), 0, id, 0, 0, time, name);
  }

  private static int code(EventKind kind) {
    return kind.code();
  }
}
