package interleave.tail;

import interleave.event.AsciiText;
import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is not written any more on a thread of its own, a few batches of events ahead of who
 * derives: what one event says is found in its bytes while another one is understood.
 */
final class ReadAhead {
  private static final int AHEAD = 4;

  private final RecordingReader reader;
  private final BlockingQueue<EventBatch> free = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<EventBatch> full = new ArrayBlockingQueue<>(AHEAD + 1);
  private final EventBatch last = new EventBatch();
  private @Nullable RuntimeException mistake;
  private @Nullable Error failure;

  private ReadAhead(RecordingReader reader) {
    this.reader = reader;
    for (int i = 0; i < AHEAD; i++) {
      free.add(new EventBatch());
    }
  }

  /** As {@link RecordingReader#finish}: hands over all of it, on the thread that calls. */
  static void finish(RecordingReader reader, EventSink sink, LongConsumer reached) {
    ReadAhead ahead = new ReadAhead(reader);
    Thread thread =
        Thread.ofPlatform().daemon().name("interleave segment reader").start(ahead::read);
    try {
      ahead.tell(sink, reached);
    } finally {
      thread.interrupt(); // it has ended, or nobody wants the rest
      join(thread);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    boolean waits = true;
    while (waits) {
      try {
        thread.join();
        waits = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(EventSink sink, LongConsumer reached) {
    try {
      for (EventBatch batch = full.take(); batch != last; batch = full.take()) {
        batch.tell(sink, reached);
        free.add(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    if (mistake != null) {
      throw mistake;
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void read() {
    try {
      Gathering gathering = new Gathering();
      reader.finish(gathering, at -> gathering.say((_, reached) -> reached.accept(at)));
      full.put(gathering.batch);
      full.put(last);
    } catch (RuntimeException e) {
      mistake = e;
      full.offer(last);
    } catch (Error e) { // such as no memory: who waits for the rest must hear of it
      failure = e;
      full.offer(last);
    } catch (InterruptedException e) {
      // nobody takes any more
    }
  }

  /** Fills batches, on the thread that reads. */
  private final class Gathering implements EventSink {
    private EventBatch batch = empty();

    private EventBatch empty() {
      try {
        return free.take();
      } catch (InterruptedException e) {
        throw new CancellationException(); // nobody takes any more
      }
    }

    private EventBatch withRoom() {
      if (batch.isFull()) {
        handOver();
      }
      return batch;
    }

    /** Apart from what is done for each event: locks are much to compile in each place. */
    private void handOver() {
      full.add(batch);
      batch = empty();
    }

    void say(EventBatch.Said what) {
      withRoom().say(what);
    }

    @Override
    public void segment(SegmentInfo segment) {
      say((sink, _) -> sink.segment(segment));
    }

    @Override
    public void lost(SegmentInfo from, long events, long first, long last) {
      say((sink, _) -> sink.lost(from, events, first, last));
    }

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      withRoom().event(from, kind, flags, thread, object, site, value, time, text);
    }

    @Override
    public void asciiEvent(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        AsciiText text) {
      withRoom().asciiEvent(from, kind, flags, thread, object, site, value, time, text);
    }
  }
}
