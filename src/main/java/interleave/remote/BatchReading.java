package interleave.remote;

import interleave.file.block.SegmentBlock;
import interleave.file.block.SlotColumns;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a batch apart, which somebody else has made: it is sound, or refused as a whole. */
final class BatchReading implements AutoCloseable {
  /** A batch becomes so much at most. */
  private static final int MOST_UNPACKED = 32 << 20;

  /**
   * A piece of a segment.
   *
   * @param segment its number
   * @param head its header, else slots
   * @param where its slots belong
   */
  record Part(int segment, boolean head, long where, byte[] bytes) {}

  private final SegmentBlock.Coder coder = new SegmentBlock.Coder();

  /** The parts; null where one is unsound. */
  @Nullable List<Part> read(byte[] batch) {
    List<Part> parts = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(batch).order(ByteOrder.LITTLE_ENDIAN);
    long unpacked = 0;
    while (from.hasRemaining()) {
      Part part = from.remaining() < Integer.BYTES ? null : part(from.getInt(), from);
      unpacked += part == null ? 0 : part.bytes().length;
      if (part == null || unpacked > MOST_UNPACKED) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  private @Nullable Part part(int segment, ByteBuffer from) {
    SegmentBlock.Head head = SegmentBlock.head(from);
    int left = from.remaining() - SegmentBlock.HEADER;
    if (segment < 0 || head == null || head.packed() > left) {
      return null;
    }
    int begin = from.position() + SegmentBlock.HEADER;
    byte[] block = Arrays.copyOfRange(from.array(), begin, begin + head.packed());
    from.position(begin + head.packed());
    if (SegmentBlock.checksum(block) != head.checksum()) {
      return null;
    }
    return switch (head.form()) {
      case HEAD -> new Part(segment, true, 0, block);
      case SLOTS -> {
        byte[] slots = head.bytes() % SlotColumns.SLOT == 0 ? slots(head, block) : null;
        yield slots == null ? null : new Part(segment, false, head.where(), slots);
      }
      case END -> null;
    };
  }

  private byte @Nullable [] slots(SegmentBlock.Head head, byte[] block) {
    try {
      return coder.unpack(head, block);
    } catch (SegmentBlock.Unsound e) {
      return null;
    }
  }

  @Override
  public void close() {
    coder.close();
  }
}
