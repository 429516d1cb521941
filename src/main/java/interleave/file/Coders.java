package interleave.file;

import interleave.file.block.SegmentBlock;
import java.util.ArrayDeque;
import java.util.Deque;

/** Coders of blocks, each of which one thread has at a time. */
final class Coders implements AutoCloseable {
  private final Deque<SegmentBlock.Coder> free = new ArrayDeque<>();

  synchronized SegmentBlock.Coder take() {
    SegmentBlock.Coder coder = free.poll();
    return coder != null ? coder : new SegmentBlock.Coder();
  }

  synchronized void give(SegmentBlock.Coder coder) {
    free.push(coder);
  }

  @Override
  public synchronized void close() {
    free.forEach(SegmentBlock.Coder::close);
    free.clear();
  }
}
