package interleave.timeline.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A {@link Column} of {@code byte}s. */
public final class ByteColumn extends Column<byte[]> {
  private static final byte[][] NONE = {new byte[0]};

  public ByteColumn() {
    super(NONE);
  }

  public void add(int value) {
    int at = size() & MASK;
    next()[at] = (byte) value;
  }

  public byte get(int index) {
    return chunks[index >> SHIFT][index & MASK];
  }

  public void set(int index, int value) {
    chunks[index >> SHIFT][index & MASK] = (byte) value;
  }

  @Override
  int length(byte[] chunk) {
    return chunk.length;
  }

  @Override
  byte[] copy(byte @Nullable [] chunk, int length) {
    return chunk == null ? new byte[length] : Arrays.copyOf(chunk, length);
  }
}
