package interleave.bench;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;

/** A thread of a {@link Flood}: what it does it writes through a real writer. */
final class FloodThread {
  private static final long PROCESS = 1;

  final int id;
  private final SegmentWriter out;
  private final long opened;
  private long written;

  private FloodThread(int id, SegmentWriter out, long opened) {
    this.id = id;
    this.out = out;
    this.opened = opened;
  }

  static FloodThread begin(Recording recording, int id, long opened) throws IOException {
    // Each segment has its own opening time, which is in its name.
    SegmentWriter out = recording.segment(TracedRuntime.JAVA, PROCESS, 0, opened + id);
    FloodThread thread = new FloodThread(id, out, opened);
    thread.named(id, 0, "T" + id);
    thread.say(EventKind.THREAD_BEGIN, 0, 0, 13);
    return thread;
  }

  /** What looks at the process from outside. */
  static FloodThread engine(Recording recording, long opened) throws IOException {
    return new FloodThread(0, recording.segment(TracedRuntime.ENGINE, 99, 0, opened), opened);
  }

  /** A thread that writes here has a name. */
  void named(int thread, int flags, String name) {
    write(EventKind.DEFINE_THREAD, flags, thread, 0, thread, 10, name);
  }

  void define(ObjectType type, int object, String name) {
    write(EventKind.DEFINE_OBJECT, type.code(), 0, object, 0, 11, name);
  }

  void say(EventKind kind, int object, long value, long time) {
    write(kind, 0, id, object, value, time, "");
  }

  void say(EventKind kind, int object, long value, long time, String text) {
    write(kind, 0, id, object, value, time, text);
  }

  /**
   * Any event.
   *
   * @param time since all began
   */
  void write(
      EventKind kind, int flags, int thread, int object, long value, long time, String text) {
    written++;
    if (text.isEmpty()) {
      out.write(kind.code(), flags, thread, object, 0, value, opened + time);
    } else {
      out.write(kind.code(), flags, thread, object, 0, value, opened + time, text);
    }
  }

  long written() {
    return written;
  }
}
