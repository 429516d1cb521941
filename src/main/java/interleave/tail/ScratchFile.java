package interleave.tail;

import interleave.event.Recording;
import interleave.file.FullDisk;
import interleave.timeline.column.ColumnSpace;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where derived columns lie: files in the temporary folder that have no name any more, so that they
 * are gone with their last user, however that one ends. The system keeps in memory what of them is
 * looked at. Where there is no room for a file it is the memory of the process instead.
 */
final class ScratchFile {
  private static final int ZEROS = 256 << 10;
  private static final long ALIGNMENT = 8;

  private static final AtomicReference<@Nullable String> SHORTAGE = new AtomicReference<>();

  private static final AtomicBoolean USED = new AtomicBoolean();

  private ScratchFile() {}

  /** Makes room of so many bytes in a file. */
  @FunctionalInterface
  interface Room {
    MemorySegment of(long bytes) throws IOException;
  }

  /** Columns lie in such files from now on; said again it changes nothing. */
  static void use() {
    if (!USED.getAndSet(true)) {
      ColumnSpace.from(bytes -> extent(bytes, ScratchFile::mapped, SHORTAGE::set));
    }
  }

  /** What to say of there being no room for files, once there was none; empty before. */
  static Optional<String> shortage() {
    return Optional.ofNullable(SHORTAGE.get());
  }

  /**
   * So many bytes.
   *
   * @param shortage hears what to say where there is no room for a file
   */
  static MemorySegment extent(long bytes, Room files, Consumer<String> shortage) {
    try {
      return files.of(bytes);
    } catch (IOException e) {
      shortage.accept(String.valueOf(FullDisk.columns(e, Recording.place()).getMessage()));
      return Arena.ofAuto().allocate(bytes, ALIGNMENT);
    }
  }

  /** Written before it is mapped: what is full then says so, and does not kill the process. */
  private static MemorySegment mapped(long bytes) throws IOException {
    Path file = Files.createTempFile("interleave-", ".columns");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(bytes, ZEROS));
      for (long at = 0; at < bytes; at += zeros.capacity()) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - at));
        while (zeros.hasRemaining()) {
          channel.write(zeros, at + zeros.position());
        }
      }
      return channel.map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
    }
  }
}
