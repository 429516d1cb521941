package interleave.exchange.chrome;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What tells flows or counters apart, as it stands in the file, so that no text is made of it;
 * where there are escapes in it, what they stand for.
 */
final class WrittenKey {
  private static final int FIRST = 64;

  private byte[] bytes = new byte[FIRST];
  private int length;

  WrittenKey clear() {
    length = 0;
    return this;
  }

  /** Adds what stands at a place, no more than so many bytes of it, and where it ends. */
  WrittenKey add(Batch batch, long place, int most) {
    if (Batch.isEscaped(place)) {
      byte[] utf8 = JsonText.of(batch, place, most).getBytes(StandardCharsets.UTF_8);
      return add(utf8, 0, utf8.length);
    }
    return add(batch.bytes, Batch.from(place), Math.min(Batch.length(place), most));
  }

  WrittenKey add(long number) {
    room(Long.BYTES);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[length++] = (byte) (number >>> i * Byte.SIZE);
    }
    return this;
  }

  private WrittenKey add(byte[] from, int at, int count) {
    room(count);
    System.arraycopy(from, at, bytes, length, count);
    length += count;
    bytes[length++] = '\n';
    return this;
  }

  private void room(int more) {
    if (length + more + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + 1));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** So many of them count. */
  int length() {
    return length;
  }
}
