package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code byte}s. */
public final class ByteColumn extends Column<byte[]> {
  public void add(int value) {
    int at = size() & MASK;
    next()[at] = (byte) value;
  }

  public byte get(int index) {
    Object chunk = chunks[index >> SHIFT];
    return chunk instanceof byte[] values ? values[index & MASK] : (byte) packed(chunk, index);
  }

  /** Copies {@code count} values, which lie in one chunk. */
  public void copy(int from, int count, byte[] into) {
    Object chunk = chunks[from >> SHIFT];
    if (chunk instanceof byte[] values) {
      System.arraycopy(values, from & MASK, into, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        into[i] = (byte) packed(chunk, from + i);
      }
    }
  }

  public void set(int index, int value) {
    Object chunk = chunks[index >> SHIFT];
    if (chunk instanceof byte[] values) {
      values[index & MASK] = (byte) value;
    } else {
      repack(chunk, index, (byte) value);
    }
  }

  @Override
  int length(byte[] chunk) {
    return chunk.length;
  }

  @Override
  byte[] copy(byte @Nullable [] chunk, int length) {
    return chunk == null ? new byte[length] : Arrays.copyOf(chunk, length);
  }

  @Override
  long[] values(byte[] chunk, long[] room) {
    for (int i = 0; i < chunk.length; i++) {
      room[i] = chunk[i];
    }
    return room;
  }

  @Override
  void spare(byte[] chunk, Packing to) {
    to.spareBytes = chunk;
  }

  @Override
  byte @Nullable [] spared(Packing of) {
    byte[] spared = of.spareBytes;
    of.spareBytes = null;
    return spared;
  }

  @Override
  byte[] chunk(long[] values) {
    byte[] chunk = new byte[values.length];
    for (int i = 0; i < chunk.length; i++) {
      chunk[i] = (byte) values[i];
    }
    return chunk;
  }
}
