package interleave.program.merge;

import static interleave.event.SlotFormat.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** What stands at the beginning of segments; what is none, or torn off there, is left out. */
final class SegmentHeads {
  private SegmentHeads() {}

  /** What each head has of that. */
  static LongStream of(List<Path> segments, ToLongFunction<ByteBuffer> what) throws IOException {
    LongStream.Builder all = LongStream.builder();
    ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Path segment : segments) {
      head.clear();
      try (FileChannel in = FileChannel.open(segment)) {
        while (head.hasRemaining() && in.read(head, head.position()) > 0) {
          continue;
        }
      }
      if (!head.hasRemaining() && head.getLong(0) == MAGIC) {
        all.add(what.applyAsLong(head));
      }
    }
    return all.build();
  }
}
