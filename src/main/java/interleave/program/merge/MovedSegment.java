package interleave.program.merge;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A segment as it stands in another recording: its processes on another host, its times shifted,
 * and what is the same in all processes by its number, under another number. What is no segment is
 * copied as it is, and whoever reads it says so.
 */
final class MovedSegment {
  private static final int PIECE = 1 << 18;
  private static final int BLOCK = 1 << 12;

  private static final byte[] NOTHING = new byte[BLOCK];

  /** A number that no host has. */
  private static final int NO_HOST = -1;

  private final int host;
  private final long shift;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @param host is added to the numbers of its hosts; where it is none, nothing gets another number
   * @param shift is added to its times
   */
  MovedSegment(int host, long shift) {
    this.host = host;
    this.shift = shift;
  }

  /**
   * Copies one.
   *
   * @param done hears how many bytes were copied each time
   */
  void copy(Path from, Path to, LongConsumer done) throws IOException {
    try (FileChannel in = FileChannel.open(from);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long at = 0;
      int slots = -1;
      boolean engine = false;
      for (int read = fill(in, at); read > 0; read = fill(in, at)) {
        if (at == 0 && isSegment(read)) {
          slots = Short.toUnsignedInt(piece.getShort(HEADER_BYTES_AT));
          engine = piece.getShort(RUNTIME_AT) == TracedRuntime.ENGINE.code();
          header();
        }
        int first = at == 0 ? slots : 0;
        for (int i = first; slots > 0 && i + SLOT_BYTES <= read; i += SLOT_BYTES) {
          slot(i, engine);
        }
        write(out, at, read);
        at += read;
        done.accept(read);
      }
    }
  }

  /** The segments of a recording, in the order of their names. */
  static List<Path> all(Recording recording) throws IOException {
    try (Stream<Path> files = Files.list(recording.folder())) {
      return files
          .filter(each -> each.toString().endsWith(SUFFIX) && Files.isRegularFile(each))
          .sorted()
          .toList();
    }
  }

  /** When the first of them was opened, by its own clock. */
  static long opened(List<Path> segments) throws IOException {
    return SegmentHeads.of(
            segments, head -> head.getLong(OPENED_AT) + head.getLong(CLOCK_OFFSET_AT))
        .min()
        .orElse(0);
  }

  private boolean isSegment(int read) {
    int slots = Short.toUnsignedInt(piece.getShort(HEADER_BYTES_AT));
    return read >= HEADER_BYTES
        && piece.getLong(0) == MAGIC
        && piece.getShort(VERSION_AT) == VERSION
        && slots >= HEADER_BYTES
        && slots % SLOT_BYTES == 0;
  }

  private void header() {
    piece.putLong(PID_AT, pid(piece.getLong(PID_AT)));
    piece.putLong(PARENT_PID_AT, pid(piece.getLong(PARENT_PID_AT)));
    piece.putLong(CLOCK_OFFSET_AT, piece.getLong(CLOCK_OFFSET_AT) + shift);
    if (piece.getLong(LOST_AT) != 0) {
      piece.putLong(FIRST_LOST_AT, piece.getLong(FIRST_LOST_AT) + shift);
      piece.putLong(LAST_LOST_AT, piece.getLong(LAST_LOST_AT) + shift);
    }
  }

  private long pid(long there) {
    return there == 0 ? 0 : there + ((long) host << Integer.SIZE);
  }

  private void slot(int at, boolean engine) {
    EventKind kind = EventKind.of(Short.toUnsignedInt(piece.getShort(at)));
    if (kind == null) {
      return;
    }
    switch (kind) {
      case DEFINE_OBJECT, FLOW_OUT, FLOW_IN, CALL_BEGIN, CALL_END, SERVE_BEGIN, SERVE_END ->
          piece.putLong(at + VALUE_AT, own(piece.getLong(at + VALUE_AT)));
      case GIL_UNSEEN -> piece.putLong(at + VALUE_AT, piece.getLong(at + VALUE_AT) + shift);
      case HOST -> {
        if (engine) { // hosts are named anew
          piece.putInt(at + OBJECT_AT, NO_HOST);
        }
      }
      default -> {} // numbers of the process, or of things that have another number now
    }
  }

  /** A number that means the same in all processes of a recording, and nothing in another. */
  private long own(long number) {
    if (number == 0 || host == 0) {
      return number;
    }
    long mixed = number + host * 0x9E37_79B9_7F4A_7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    mixed ^= mixed >>> 31;
    return mixed == 0 ? 1 : mixed;
  }

  private int fill(FileChannel in, long at) throws IOException {
    piece.clear();
    while (piece.hasRemaining() && in.read(piece, at + piece.position()) > 0) {
      continue;
    }
    return piece.position();
  }

  /** What is zero stays a hole, but at the end. */
  private void write(FileChannel out, long at, int bytes) throws IOException {
    byte[] array = piece.array();
    for (int i = 0; i < bytes; i += BLOCK) {
      int end = Math.min(bytes, i + BLOCK);
      boolean last = end == bytes;
      if (last || Arrays.mismatch(array, i, end, NOTHING, 0, end - i) >= 0) {
        ByteBuffer block = ByteBuffer.wrap(array, i, end - i);
        while (block.hasRemaining()) {
          out.write(block, at + block.position());
        }
      }
    }
  }
}
