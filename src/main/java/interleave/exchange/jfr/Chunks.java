package interleave.exchange.jfr;

import interleave.exchange.jfr.ChunkSink.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file, one after the other. Each is closed by whoever writes it: it says how long
 * it is, and where its types and constants are. Of the last one that may be missing, because its
 * program still runs, was killed, or the file is cut off; then its events are gone through one by
 * one for what there is.
 */
final class Chunks {
  private static final int SEARCHED = 1 << 16;

  /** A head, and enough of what follows to know it from another head. */
  private static final int BEGIN = ChunkHead.BYTES + 4;

  /** Where heads are looked for. */
  private final Window file;

  /** For chunks, of which each has one of its own. */
  private final Supplier<Window> windows;

  private final ChunkSink sink;
  private final long length;
  private @Nullable ChunkHead before;

  /** Of those that continue each other up to the present one. */
  private @Nullable ChunkHead first;

  private final MetadataReader metadata = new MetadataReader();
  private Map<Long, RecordType> typesBefore = Map.of();

  /** The window of the next chunk, where there is one. */
  private @Nullable Window next;

  Chunks(FileChannel file, Supplier<Window> windows, ChunkSink sink) throws IOException {
    this.file = new Window(file);
    this.windows = windows;
    this.sink = sink;
    this.length = file.size();
  }

  /** Reads them all; returns how many there were. */
  int read() throws IOException {
    int count = 0;
    long at = 0;
    while (at < length) {
      Optional<ChunkHead> head = head(at);
      if (head.isPresent()) {
        count++;
        at = chunk(head.get());
      } else {
        boolean old = ChunkHead.isOld(file.bytes(), file.offset(at), file.have(at));
        long next = search(at + 1);
        sink.trouble(old ? Trouble.TOO_OLD : Trouble.NO_CHUNK, at, next);
        at = next;
      }
    }
    return count;
  }

  private Optional<ChunkHead> head(long at) throws IOException {
    int have = file.want(at, ChunkHead.BYTES);
    return ChunkHead.of(file.bytes(), file.offset(at), have, at);
  }

  /** Where the next chunk begins that can be read; the file's end where there is none. */
  private long search(long from) throws IOException {
    long at = from;
    while (at < length) {
      int have = file.want(at, (int) Math.min(length - at, SEARCHED));
      int start = file.offset(at);
      for (int i = start; i <= start + have - BEGIN; i++) {
        if (begins(i)) {
          return file.position(i);
        }
      }
      at += Math.max(1, have - BEGIN + 1);
    }
    return length;
  }

  /** Whether a chunk begins there, and not the copy of its head that each has at its end. */
  private boolean begins(int offset) {
    byte[] bytes = file.bytes();
    return ChunkHead.isMagic(bytes, offset)
        && !ChunkHead.isMagic(bytes, offset + ChunkHead.BYTES)
        && ChunkHead.of(bytes, offset, ChunkHead.BYTES, 0).isPresent();
  }

  /** Reads one; returns where the next begins. */
  private long chunk(ChunkHead head) throws IOException {
    if (before == null || !head.continues(before)) {
      first = head;
      typesBefore = Map.of();
      sink.anotherRuntime();
    }
    before = head;
    ChunkHead clock = head.withClockOf(first == null ? head : first);
    long end = head.at() + head.size();
    if (head.isFinished() && end <= length) {
      Chunk whole = whole(head, end);
      if (whole != null) {
        take(whole, clock, true);
        return end;
      }
    }
    return unfinished(head, clock);
  }

  private void take(Chunk chunk, ChunkHead clock, boolean closed) throws IOException {
    typesBefore = chunk.types();
    next = null;
    sink.chunk(chunk, clock, closed);
  }

  private Window window() {
    Window window = next;
    if (window == null) {
      window = windows.get();
      next = window;
    }
    return window;
  }

  private @Nullable Chunk whole(ChunkHead head, long end) throws IOException {
    Window own = window();
    try {
      Map<Long, RecordType> types = Chunk.types(metadata, own, head.at() + head.metadata(), end);
      Constants constants = new Constants(types);
      Chunk.addAll(constants, own, head, end);
      return new Chunk(head, head.at() + ChunkHead.BYTES, end, types, constants, own);
    } catch (DamageException e) {
      return null;
    }
  }

  private long unfinished(ChunkHead head, ChunkHead clock) throws IOException {
    long from = head.at() + ChunkHead.BYTES;
    Window own = window();
    ChunkScan scan = ChunkScan.of(own, from, length);
    Map<Long, RecordType> types = types(own, scan);
    if (types.isEmpty()) {
      sink.trouble(Trouble.NO_TYPES, head.at(), scan.end);
    } else {
      Constants constants = new Constants(types);
      Chunk.addEach(constants, own, scan.constants, scan.end);
      take(new Chunk(head, from, scan.end, types, constants, own), clock, false);
    }
    long next = scan.end >= length || head(scan.end).isPresent() ? scan.end : search(scan.end);
    boolean open = head.generation() != 0 && next == length;
    sink.trouble(open ? Trouble.OPEN : Trouble.CUT_OFF, scan.end, next);
    return Math.max(next, from);
  }

  /** Those that are described in it, else those of the chunk that it goes on from. */
  private Map<Long, RecordType> types(Window own, ChunkScan scan) throws IOException {
    if (scan.metadata != 0) {
      try {
        return new HashMap<>(Chunk.types(metadata, own, scan.metadata, scan.end));
      } catch (DamageException e) {
        return typesBefore;
      }
    }
    return typesBefore;
  }
}
