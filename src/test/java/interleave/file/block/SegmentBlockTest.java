package interleave.file.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A block gives back byte for byte what was packed into it, or says that it is none. */
class SegmentBlockTest {
  private static final int SLOT = SlotColumns.SLOT;

  @Property(tries = 60)
  void whateverStandsInTheSlotsComesBack(
      @ForAll long seed, @ForAll @IntRange(max = 3000) int count, @ForAll boolean regular)
      throws IOException {
    byte[] slots = regular ? regular(count, seed) : noise(count, seed);
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      assertThat(back(coder, coder.pack(slots, count, 128))).isEqualTo(slots);
    }
  }

  @Test
  void theLargestBlockHasRoomForWhatNothingMakesShorter() throws IOException {
    byte[] slots = noise(SlotColumns.MOST_SLOTS, 1);
    byte[] full = new byte[slots.length];
    Arrays.fill(full, (byte) 0x80);
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      assertThat(back(coder, coder.pack(slots, SlotColumns.MOST_SLOTS, 0))).isEqualTo(slots);
      assertThat(back(coder, coder.pack(full, SlotColumns.MOST_SLOTS, 0))).isEqualTo(full);
    }
  }

  @Test
  void whatIsTheSameAgainAndAgainTakesHardlyAnyRoomButNeverSoLittleThatItLooksLikeABomb()
      throws IOException {
    byte[] slots = new byte[SlotColumns.MOST_SLOTS * SLOT];
    ByteBuffer to = ByteBuffer.wrap(slots).order(ByteOrder.LITTLE_ENDIAN);
    for (int slot = 0; slot < SlotColumns.MOST_SLOTS; slot++) {
      to.putInt(20).putInt(1).putInt(2).putInt(3).putLong(slot).putLong(slot * 100L);
    }
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      ByteBuffer block = coder.pack(slots, SlotColumns.MOST_SLOTS, 0);
      assertThat(block.remaining()).isBetween(slots.length / 200, slots.length / 100);
      assertThat(back(coder, block)).isEqualTo(slots);
    }
  }

  @Property(tries = 200)
  void aBlockOfNonsenseIsRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] nonsense = new byte[random.nextInt(200)];
    random.nextBytes(nonsense);
    var head = new SegmentBlock.Head(SegmentBlock.Form.SLOTS, 100 * SLOT, nonsense.length, 0, 0);
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      assertThatThrownBy(() -> coder.unpack(head, nonsense))
          .isInstanceOf(SegmentBlock.Unsound.class);
    }
  }

  @Property(tries = 100)
  void oneByteChangedInABlockIsNoticedOrEndsInASentenceNeverInAnotherError(@ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      ByteBuffer block = coder.pack(regular(500, seed), 500, 128);
      int at = random.nextInt(block.remaining());
      block.put(at, (byte) (block.get(at) + 1 + random.nextInt(255)));
      SegmentBlock.Head head = SegmentBlock.head(block);
      if (head == null) {
        assertThat(at).isLessThan(SegmentBlock.HEADER);
        return;
      }
      byte[] packed = Arrays.copyOfRange(block.array(), SegmentBlock.HEADER, block.limit());
      assertThat(SegmentBlock.checksum(packed)).isNotEqualTo(head.checksum());
      try {
        coder.unpack(head, packed);
      } catch (SegmentBlock.Unsound e) {
        assertThat(e).hasNoCause();
      }
    }
  }

  private static byte[] back(SegmentBlock.Coder coder, ByteBuffer block) throws IOException {
    SegmentBlock.Head head = Objects.requireNonNull(SegmentBlock.head(block));
    byte[] packed = Arrays.copyOfRange(block.array(), SegmentBlock.HEADER, block.limit());
    assertThat(SegmentBlock.checksum(packed)).isEqualTo(head.checksum());
    assertThat(packed.length).isLessThanOrEqualTo(SegmentBlock.MOST_PACKED);
    return coder.unpack(head, packed);
  }

  private static byte[] noise(int count, long seed) {
    byte[] slots = new byte[count * SLOT];
    new Random(seed).nextBytes(slots);
    return slots;
  }

  /** Slots as a program makes them, some of them with texts, and some that are not there. */
  private static byte[] regular(int count, long seed) {
    Random random = new Random(seed);
    ByteBuffer slots = ByteBuffer.allocate(count * SLOT).order(ByteOrder.LITTLE_ENDIAN);
    long time = 1_000_000_000L + random.nextInt();
    for (int slot = 0; slot < count; slot++) {
      int at = slot * SLOT;
      time += random.nextInt(300);
      int kind = 20 + slot % 3;
      if (random.nextInt(10) == 0) {
        slots.putShort(at, (short) 1).putShort(at + 2, (short) (20 | 1 << 8));
        slots.put(at + 4, "a text of 20 letters".getBytes(StandardCharsets.UTF_8));
        slots.putLong(at + 24, time);
      } else if (random.nextInt(20) > 0) {
        slots.putShort(at, (short) kind).putInt(at + 4, 1 + random.nextInt(2));
        slots.putInt(at + 8, kind % 2).putInt(at + 12, kind).putLong(at + 16, slot);
        slots.putLong(at + 24, time);
      }
    }
    return slots.array();
  }
}
