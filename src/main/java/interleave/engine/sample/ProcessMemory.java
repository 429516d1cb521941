package interleave.engine.sample;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The memory of another process, read without stopping it. */
final class ProcessMemory implements Closeable {
  private static final int MOST = 64 << 10;

  private final FileChannel memory;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @throws IOException when that process has ended, or may not be looked into
   */
  ProcessMemory(long pid) throws IOException {
    memory = FileChannel.open(Path.of("/proc", Long.toString(pid), "mem"), StandardOpenOption.READ);
  }

  /** What is there; only until the next is read. */
  ByteBuffer read(long address, int bytes) throws IOException {
    if (address <= 0 || bytes > MOST) {
      throw new EOFException();
    }
    buffer.clear().limit(bytes);
    if (memory.read(buffer, address) < bytes) {
      throw new EOFException();
    }
    return buffer.flip();
  }

  long word(long address) throws IOException {
    return read(address, Long.BYTES).getLong(0);
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
