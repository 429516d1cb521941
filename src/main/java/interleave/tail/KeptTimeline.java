package interleave.tail;

import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.SavedPart;
import interleave.timeline.Timeline;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.derive.image.TooManyObjects;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was derived of a recording, in the file in which the recording is saved: 16 bytes that tell
 * of which segments, and the image. Who opens the file maps it and need not read the segments.
 */
final class KeptTimeline implements FurtherEntry {
  private static final String NAME = "derived";
  private static final int HEAD = 16;
  private static final int BUFFER = 1 << 16;

  /** For each event, as {@link #work}; about as many bytes of columns there are of it. */
  private static final long WORK_BYTES = 10;

  /** Fewer events than that are derived again before anybody notices. */
  private static final long WORTH = 250_000;

  /** And fewer than that for each thread and thing. */
  private static final long EACH = 200;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Derived derived;
  private final long worth;

  /** What was derived; null where that is not all of it. */
  interface Derived {
    @Nullable TimelineStore now();

    /** As it is when it is to be written; may wait. */
    default @Nullable TimelineStore awaited() {
      return now();
    }
  }

  /** Every column is written by all processors. */
  private static final class OnAllProcessors implements KeptWriter.Course {
    private final LongConsumer done;
    private long bytes;

    OnAllProcessors(LongConsumer done) {
      this.done = done;
    }

    @Override
    public IntStream each(int count) {
      return IntStream.range(0, count).parallel();
    }

    @Override
    public void kept(long more) {
      bytes += more;
      done.accept(bytes);
    }
  }

  KeptTimeline(Derived derived) {
    this(derived, WORTH);
  }

  KeptTimeline(Derived derived, long worth) {
    this.derived = derived;
    this.worth = worth;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
    TimelineStore store = derived.awaited();
    if (store == null || !isWorth(store.snapshot())) {
      return;
    }
    FirstPicture.draw(store.snapshot());
    long begin = to.position();
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(to), BUFFER);
    out.write(
        ByteBuffer.allocate(HEAD)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(segments)
            .putLong(0)
            .array());
    try {
      store.keep(out, new OnAllProcessors(done));
      out.flush();
    } catch (TooManyObjects e) {
      to.truncate(begin).position(begin); // it is derived again
    }
  }

  /** Many threads and things that hardly did anything take longer to write than to derive again. */
  private boolean isWorth(Timeline timeline) {
    long things =
        (long) timeline.lanes().size()
            + timeline.locks().size()
            + timeline.synchronizers().size()
            + timeline.queues().size()
            + timeline.variables().size()
            + timeline.pools().size()
            + timeline.pipes().size();
    return timeline.counters().events() >= Math.max(worth, things * EACH);
  }

  @Override
  public long work() {
    TimelineStore store = derived.now();
    return store == null || !isWorth(store.snapshot())
        ? 0
        : store.snapshot().counters().events() * WORK_BYTES;
  }

  /**
   * What a file keeps of a recording, as long as it is of that recording and of this version.
   *
   * @param damage hears when a part of it turns out to be damaged, see {@link TimelineStore#kept}
   */
  static Optional<TimelineStore> of(OpenedRecording opened, Runnable damage) {
    Optional<SavedPart> part = opened.isIncomplete() ? Optional.empty() : opened.part(NAME);
    if (part.isEmpty() || part.get().length() < HEAD) {
      return Optional.empty();
    }
    ScratchFile.use();
    try {
      MemorySegment mapped = mapped(part.get());
      return mapped.get(LONG, 0) == opened.segments()
          ? Optional.of(TimelineStore.kept(mapped.asSlice(HEAD), damage))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // of another version, or damaged: it is derived again
    }
  }

  private static MemorySegment mapped(SavedPart part) throws IOException {
    return part.file().map(MapMode.READ_ONLY, part.offset(), part.length(), Arena.ofAuto());
  }
}
