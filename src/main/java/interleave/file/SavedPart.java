package interleave.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where something stands in a saved file, as it is.
 *
 * @param file open as long as the recording that it is of; its bytes stay what they are when
 *     another file takes its name, not when somebody writes into it
 * @param crc32 the CRC-32 that the file says it has
 */
public record SavedPart(FileChannel file, long offset, long length, int crc32) {
  /** All of its bytes; empty where they are as many as that or more, or not what was saved. */
  public Optional<byte[]> bytes(int most) {
    if (length >= most) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate((int) length);
      while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) > 0) {
        continue;
      }
      CRC32 crc = new CRC32();
      crc.update(bytes.array());
      return (int) crc.getValue() == crc32 ? Optional.of(bytes.array()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
