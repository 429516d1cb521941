package interleave.tail;

import interleave.event.RecordingReader;
import interleave.file.Progress;
import interleave.timeline.column.ColumnSpace;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Derives what is not written any more, in about the order of times, so that little has to wait for
 * its turn.
 */
final class Loading {
  /** Only every so many pieces it is asked how far it is. */
  private static final int PIECES = 32;

  /** More than that is read by a thread of its own. */
  private static final long LARGE = 1 << 22;

  private final Finished finished;
  private final Progress progress;
  private final long total;
  private int pieces;

  Loading(Finished finished, Progress progress) {
    this.finished = finished;
    this.progress = progress;
    total = bytes(finished.recording().folder());
  }

  private static long bytes(Path folder) {
    long sum = 0;
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, "*.seg")) {
      for (Path segment : segments) {
        sum += Files.size(segment);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The reader says so; here it is only about how far it is.
    }
    return sum;
  }

  /**
   * Fills a store of which nobody has seen anything: where something came too late, what was read
   * first is let go before all is read once more.
   */
  TimelineStore derive() {
    TimelineStore store = empty();
    read(store, LiveTimeline.USUAL_DELAY);
    if (store.late()) {
      long delay = store.longestDelay();
      store = empty();
      read(store, delay);
    }
    return store;
  }

  private TimelineStore empty() {
    TimelineStore store = new TimelineStore();
    if (finished.incomplete()) {
      store.incomplete();
    }
    return store;
  }

  /** Fills a store, which is empty; returns that, or another one where something came too late. */
  TimelineStore derive(TimelineStore store) {
    read(store, LiveTimeline.USUAL_DELAY);
    if (!store.late()) {
      return store;
    }
    TimelineStore again = store.again();
    read(again, store.longestDelay());
    return again;
  }

  /**
   * Reads all of it; nobody looks at the store meanwhile.
   *
   * @param delay ns by which a segment may say afterwards what happened before
   */
  private void read(TimelineStore store, long delay) {
    ColumnSpace.unseen(() -> readAll(store, delay));
  }

  private void readAll(TimelineStore store, long delay) {
    try (RecordingReader reader = finished.recording().reader()) {
      LongConsumer upTo =
          reached -> {
            store.upTo(reached - delay);
            hear(reader);
          };
      if (total > LARGE && Runtime.getRuntime().availableProcessors() > 1) {
        ReadAhead.finish(reader, store, upTo);
      } else {
        reader.finish(store, upTo);
      }
      LiveTimeline.tell(store, reader);
      Set<String> all = new LinkedHashSet<>(finished.problems());
      all.addAll(reader.problems());
      ScratchFile.shortage().ifPresent(all::add);
      store.problems(List.copyOf(all));
    }
    store.finish();
  }

  private void hear(RecordingReader reader) {
    if (progress != Progress.UNHEARD && total > 0 && pieces++ % PIECES == 0) {
      Progress.check(progress, Math.clamp(reader.taken(), 0, total), total);
    }
  }
}
