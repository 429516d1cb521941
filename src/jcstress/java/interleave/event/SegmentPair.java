package interleave.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A real segment in a file, its writer and its reader. A stress test has one for each try, and a
 * file for each try would leave no time to try: so a pair is taken, goes on where it was left, and
 * is put back, until its file is large.
 */
final class SegmentPair {
  static final long OPENED = 1_000_000;

  private static final Path FOLDER = folder();
  private static final AtomicLong MADE = new AtomicLong();

  /** A copy of the end of a file; the one of the reader's thread. */
  private static final ThreadLocal<SlotBlock> BLOCK = ThreadLocal.withInitial(SlotBlock::new);

  final SegmentWriter writer;
  final SegmentReader reader;
  private final Path own;
  int tries;
  long lost;

  /** A segment in a folder that has room for so many bytes. */
  SegmentPair(long room) {
    try {
      own = Files.createDirectory(FOLDER.resolve("" + MADE.incrementAndGet()));
      Budget.create(own, room);
      Path file = own.resolve("0" + SlotFormat.SUFFIX);
      writer = new SegmentWriter(file, new Budget(own), header());
      reader = new SegmentReader(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SegmentWriter.Header header() {
    return new SegmentWriter.Header(TracedRuntime.JAVA, 7, 3, OPENED, false);
  }

  static SegmentPair from(Queue<SegmentPair> idle, long room) {
    SegmentPair pair = idle.poll();
    return pair == null ? new SegmentPair(room) : pair;
  }

  static Queue<SegmentPair> idle() {
    return new ConcurrentLinkedQueue<>();
  }

  int poll(EventSink sink) {
    return reader.poll(sink, BLOCK.get());
  }

  /** Puts it back, or deletes its file when it was used that often. */
  void putBack(Queue<SegmentPair> idle, int most) {
    if (++tries < most) {
      idle.add(this);
    } else {
      reader.close();
      delete(own);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("interleave-stress");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folderOfOne() throws IOException {
    Path folder = Files.createDirectory(FOLDER.resolve("" + MADE.incrementAndGet()));
    Budget.create(folder, Long.MAX_VALUE / 2);
    return folder;
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // It lies where what is temporary is swept up.
    }
  }
}
