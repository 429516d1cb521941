package interleave.event;

import static interleave.event.SlotFormat.CONTINUATION_LAST;
import static interleave.event.SlotFormat.FLAGS_AT;
import static interleave.event.SlotFormat.SLOT_BYTES;
import static interleave.event.SlotFormat.THREAD_AT;
import static interleave.event.SlotFormat.TIME_AT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotBlockTest {
  @Test
  void theTextOfAnEventIsThereThoughTheFirstReadCopiedItBeforeItWasWritten() throws IOException {
    ByteBuffer before = slots();
    event(before, 0);
    ByteBuffer after = slots();
    event(after, 0);
    text(after, 1, "hello");
    SlotBlock block = new SlotBlock();
    int slots = block.read(new Grown(before, after), 0, false);
    assertThat(slots).isEqualTo(2);
    assertThat(block.text(1, block.continuations(1, slots))).hasToString("hello");
  }

  @Test
  void aTextOfWhichTheEndIsNotThereAddsNothing() throws IOException {
    ByteBuffer cut = slots();
    event(cut, 0);
    assertThat(new SlotBlock().read(new Grown(cut, cut), 0, false)).isEqualTo(1);
  }

  @Test
  void anEventBehindATextThatWasPublishedLaterWaitsForTheNextTime() throws IOException {
    ByteBuffer before = slots();
    event(before, 0);
    ByteBuffer after = slots();
    event(after, 0);
    text(after, 1, "hello");
    event(after, 2);
    assertThat(new SlotBlock().read(new Grown(before, after), 0, false)).isEqualTo(2);
  }

  private static ByteBuffer slots() {
    return ByteBuffer.allocate(4 * SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void event(ByteBuffer to, int slot) {
    int at = slot * SLOT_BYTES;
    to.putShort(at, (short) EventKind.OUTPUT.code());
    to.putShort(at + FLAGS_AT, (short) Flags.HAS_TEXT);
    to.putLong(at + TIME_AT, 7);
  }

  private static void text(ByteBuffer to, int slot, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = slot * SLOT_BYTES;
    to.putShort(at, (short) EventKind.CONTINUATION.code());
    to.putShort(at + FLAGS_AT, (short) (bytes.length | CONTINUATION_LAST));
    to.put(at + THREAD_AT, bytes);
    to.putLong(at + TIME_AT, 7);
  }

  /** A file that is written between the first read of what it has and the next. */
  private static final class Grown extends FileChannel {
    private final List<ByteBuffer> states;
    private int read;

    Grown(ByteBuffer... states) {
      this.states = List.of(states);
    }

    @Override
    public int read(ByteBuffer to, long position) {
      ByteBuffer now = states.get(Math.min(read, states.size() - 1));
      if (position >= now.capacity()) {
        return -1;
      }
      int count = (int) Math.min(to.remaining(), now.capacity() - position);
      to.put(to.position(), now, (int) position, count).position(to.position() + count);
      read++;
      return count;
    }

    @Override
    public long size() {
      return states.getLast().capacity();
    }

    @Override
    public int read(ByteBuffer to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void force(boolean metaData) {}

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() {}
  }
}
