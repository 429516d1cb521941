package interleave.tail;

import interleave.event.OwnerOnly;
import interleave.event.Recording;
import interleave.file.FullDisk;
import interleave.timeline.column.ColumnSpace;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where derived columns lie: files in the temporary folder that have no name any more, so that they
 * are gone with their last user, however that one ends. The system keeps in memory what of them is
 * looked at. Where there is no room for a file it is the memory of the process instead.
 *
 * <p>What is to lie there is written to the file, and looked at where the file is mapped. So what
 * is full says so as it is written, and does not kill the process; and pages that nobody looks at
 * need not be mapped one by one, which takes longer than writing them.
 */
final class ScratchFile implements ColumnSpace.Extent {
  private static final long SEEN = 0x1A7E_51EE_9A9E_0001L;

  private static final AtomicReference<@Nullable String> SHORTAGE = new AtomicReference<>();

  private static final AtomicBoolean USED = new AtomicBoolean();

  /** A channel would be closed where its thread is interrupted. */
  private final RandomAccessFile file;

  private final MemorySegment memory;
  private long position;

  private ScratchFile(RandomAccessFile file, MemorySegment memory) {
    this.file = file;
    this.memory = memory;
  }

  /** Makes an extent of so many bytes. */
  @FunctionalInterface
  interface Room {
    ColumnSpace.Extent of(long bytes) throws IOException;
  }

  /**
   * Extents in files.
   *
   * @param said hears what to say of it when there is no room for one
   */
  record InFiles(Room room, Consumer<String> said) implements ColumnSpace.Source {
    @Override
    public ColumnSpace.Extent extent(long bytes) throws IOException {
      return room.of(bytes);
    }

    @Override
    public void shortage(IOException why) {
      said.accept(String.valueOf(FullDisk.columns(why, Recording.place()).getMessage()));
    }
  }

  /** Columns lie in such files from now on; said again it changes nothing. */
  static void use() {
    if (!USED.getAndSet(true)) {
      ColumnSpace.from(new InFiles(ScratchFile::of, SHORTAGE::set));
    }
  }

  /** What to say of there being no room for files, once there was none; empty before. */
  static Optional<String> shortage() {
    return Optional.ofNullable(SHORTAGE.get());
  }

  static ScratchFile of(long bytes) throws IOException {
    Path path = OwnerOnly.newFile(Recording.place(), "interleave-", ".columns");
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      Files.delete(path);
      MemorySegment memory = file.getChannel().map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
      ScratchFile made = new ScratchFile(file, memory);
      made.check(path);
      return made;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** What is written has to be seen where the file is mapped, which not every system promises. */
  private void check(Path path) throws IOException {
    file.writeLong(SEEN);
    file.seek(0);
    // Asked as a buffer, a segment needs none of the handles that the JDK makes when first asked.
    if (memory.asByteBuffer().getLong(0) != SEEN) {
      throw new IOException(path + " does not show what was written to it");
    }
  }

  @Override
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public void put(long at, byte[] bytes, int count) throws IOException {
    if (at != position) {
      file.seek(at);
    }
    position = at; // where writing fails it is not known how far it came
    file.write(bytes, 0, count);
    position = at + count;
  }

  @Override
  public void full() {
    try {
      file.close();
    } catch (IOException e) {
      // What was written stays where it is mapped.
    }
  }
}
