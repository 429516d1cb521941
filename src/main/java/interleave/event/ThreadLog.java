package interleave.event;

import org.jspecify.annotations.Nullable;

/**
 * What one thread records with. Belongs to that thread: nobody else may call it. Platform threads
 * have a segment to themselves while they live; virtual threads share a few, and take turns.
 */
public final class ThreadLog {
  final long javaId;
  private final int thread;
  private final @Nullable SegmentWriter writer;

  /** The same where no other thread writes there; then an event needs no monitor. */
  private final @Nullable SegmentWriter own;

  /** Without a writer: where what this thread loses is counted. */
  private final @Nullable SegmentWriter losses;

  /** Of a virtual thread: who knows its carrier. */
  private final @Nullable Recorder recorder;

  /** The carrier it was last seen on; kept by the recorder. */
  int carrier;

  /** Whatever the tracer wants to find again with the thread's log, such as the locks it holds. */
  public @Nullable Object tracerState;

  private ThreadLog(
      long javaId,
      @Nullable SegmentWriter writer,
      @Nullable SegmentWriter losses,
      @Nullable Recorder ofVirtual) {
    this.javaId = javaId;
    this.thread = (int) javaId;
    this.writer = writer;
    this.own = writer == null || writer.shared() ? null : writer;
    this.losses = losses;
    this.recorder = ofVirtual;
  }

  /**
   * What {@code thread} records with, by the calling thread.
   *
   * @param segments null where nothing is recorded
   */
  static ThreadLog of(Thread thread, @Nullable SegmentPool segments, @Nullable Recorder ofVirtual) {
    boolean held = ofVirtual != null && ofVirtual.hold();
    try {
      SegmentWriter writer = segments == null ? null : segments.writerFor(Thread.currentThread());
      SegmentWriter losses = segments != null && writer == null ? segments.losses() : null;
      return new ThreadLog(thread.threadId(), writer, losses, ofVirtual);
    } finally {
      if (held && ofVirtual != null) {
        ofVirtual.release();
      }
    }
  }

  /** The same in the name of another thread; for the thread that this one belongs to. */
  ThreadLog as(int other) {
    return new ThreadLog(other, writer, losses, null);
  }

  public int threadId() {
    return thread;
  }

  @Nullable SegmentWriter writer() {
    return writer;
  }

  /** Records an event that happens now. */
  public void event(EventKind kind, int flags, int object, int site, long value) {
    eventAt(kind.code(), flags, object, site, value, Clock.now());
  }

  /** Records an event of that time, which must not lie before the one this thread recorded last. */
  public void eventAt(EventKind kind, int flags, int object, int site, long value, long time) {
    eventAt(kind.code(), flags, object, site, value, time);
  }

  /** As {@link #event}, with the kind's code at hand: the hooks' way. */
  public void event(int kind, int flags, int object, int site, long value) {
    eventAt(kind, flags, object, site, value, Clock.now());
  }

  public void eventAt(int kind, int flags, int object, int site, long value, long time) {
    SegmentWriter to = own;
    if (to != null) {
      to.write(kind, flags, thread, object, site, value, time);
    } else {
      eventOf(thread, kind, flags, object, site, value, time);
    }
  }

  /** Records an event of another thread, or of this. */
  private void eventOf(int of, int kind, int flags, int object, int site, long value, long time) {
    SegmentWriter to = writer;
    if (to == null) {
      lose(time);
      return;
    }
    if (to.shared()) {
      int moved = newCarrier();
      boolean held = hold();
      synchronized (to) {
        to.write(kind, flags, of, object, site, value, time);
        carriedBy(moved, to, time);
      }
      release(held);
    } else {
      to.write(kind, flags, of, object, site, value, time);
    }
  }

  /** Records an event that happens now, with a text. */
  public void text(EventKind kind, int flags, int object, int site, long value, String text) {
    textAt(kind, flags, object, site, value, Clock.now(), text);
  }

  public void textAt(
      EventKind kind, int flags, int object, int site, long value, long time, String text) {
    textOf(kind, flags, thread, object, site, value, time, text);
  }

  /** Names a thread, which may be another than this one. */
  void defineThread(int of, int flags, long id, String name) {
    defineThread(of, flags, id, name, Clock.now());
  }

  void defineThread(int of, int flags, long id, String name, long time) {
    textOf(EventKind.DEFINE_THREAD, flags, of, 0, 0, id, time, name);
  }

  /** Says that the system's thread which runs this is that of {@code of}. */
  void nativeThread(int of) {
    long id = writer == null ? 0 : NativeThread.id();
    if (id != 0) {
      nativeThread(of, id, Clock.now());
    }
  }

  void nativeThread(int of, long id, long time) {
    if (writer != null) {
      eventOf(of, EventKind.NATIVE_THREAD.code(), 0, 0, 0, id, time);
    }
  }

  private void textOf(
      EventKind kind, int flags, int of, int object, int site, long value, long time, String text) {
    SegmentWriter to = writer;
    if (to == null) {
      lose(time);
      return;
    }
    if (to.shared()) {
      int moved = newCarrier();
      boolean held = hold();
      synchronized (to) {
        to.write(kind.code(), flags, of, object, site, value, time, text);
        carriedBy(moved, to, time);
      }
      release(held);
    } else {
      to.write(kind.code(), flags, of, object, site, value, time, text);
    }
  }

  private void lose(long time) {
    SegmentWriter to = losses;
    if (to != null) {
      boolean held = hold();
      to.lose(time);
      release(held);
    }
  }

  private boolean hold() {
    Recorder asked = recorder;
    return asked != null && asked.hold();
  }

  private void release(boolean held) {
    Recorder asked = recorder;
    if (held && asked != null) {
      asked.release();
    }
  }

  // Naming a carrier enters the segment's monitor for itself.
  private int newCarrier() {
    Recorder asked = recorder;
    return asked == null ? 0 : asked.newCarrier(this);
  }

  private void carriedBy(int moved, SegmentWriter to, long time) {
    if (moved != 0) {
      to.write(EventKind.CARRIER.code(), 0, thread, 0, 0, moved, time);
    }
  }
}
