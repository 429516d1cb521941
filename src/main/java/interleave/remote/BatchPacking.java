package interleave.remote;

import interleave.event.RawSegment;
import interleave.event.Recording;
import interleave.file.block.SegmentBlock;
import interleave.file.block.SlotColumns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Packs what is new of a recording, segment after segment, each in its turn. One thread. */
final class BatchPacking implements AutoCloseable {
  /** So often at most a segment says again what it says of itself. */
  private static final long HEADER_AGAIN = TimeUnit.SECONDS.toNanos(1);

  /** With more segments than that none is kept open. */
  private static final int MOST_OPEN = 200;

  private static final class Source {
    final RawSegment segment;
    byte[] told = {};
    long toldAt;

    Source(RawSegment segment) {
      this.segment = segment;
    }
  }

  private final Recording recording;
  private final Set<Path> known = new HashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final RawSegment.SlotReading reading = new RawSegment.SlotReading();
  private final SegmentBlock.Coder coder = new SegmentBlock.Coder();
  private final long ahead;
  private int turn;
  private long slotBytes;

  /**
   * @param ahead added to all times
   */
  BatchPacking(Recording recording, long ahead) {
    this.recording = recording;
    this.ahead = ahead;
  }

  /** How many bytes of slots were packed so far. */
  long slotBytes() {
    return slotBytes;
  }

  /**
   * Parts of what is new, none where nothing is.
   *
   * @param room about so many bytes at most
   * @param last whether nothing more comes
   */
  byte[] pack(long room, long now, boolean last) throws IOException {
    recording.rawSegments(known).forEach(each -> sources.add(new Source(each)));
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    int first = turn;
    for (int i = 0; i < sources.size() && parts.size() < room; i++) {
      turn = (first + i) % sources.size();
      if (pack(turn, parts, room, now, last)) {
        turn = (turn + 1) % sources.size();
      }
    }
    return parts.toByteArray();
  }

  /** Returns whether that segment has nothing more. */
  private boolean pack(int number, ByteArrayOutputStream to, long room, long now, boolean last)
      throws IOException {
    Source source = sources.get(number);
    try {
      header(source, number, to, now, last);
      while (to.size() < room) {
        byte[] slots = source.segment.next(reading);
        if (slots.length > 0) {
          long where = source.segment.position() - slots.length;
          slotBytes += slots.length;
          part(number, coder.pack(slots, slots.length / SlotColumns.SLOT, where), to);
        } else if (!last || !source.segment.leap(reading)) {
          return true;
        }
      }
      return false;
    } finally {
      if (sources.size() > MOST_OPEN) {
        source.segment.close();
      }
    }
  }

  /** That something was lost, and what recording costs, need not be known at once. */
  private void header(Source source, int number, ByteArrayOutputStream to, long now, boolean last)
      throws IOException {
    boolean first = source.told.length == 0;
    if (!first && !last && now - source.toldAt < HEADER_AGAIN) {
      return;
    }
    byte[] head = source.segment.header();
    if (head != null && !Arrays.equals(head, source.told)) {
      source.told = head;
      source.toldAt = now;
      byte[] sent = RawSegment.ahead(head, ahead);
      part(number, SegmentBlock.plain(SegmentBlock.Form.HEAD, sent, 0), to);
    }
  }

  private static void part(int number, ByteBuffer block, ByteArrayOutputStream to) {
    ByteBuffer of = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    to.writeBytes(of.putInt(number).array());
    to.write(block.array(), block.position(), block.remaining());
  }

  /** About how many bytes of slots wait to be packed. */
  long waiting() throws IOException {
    recording.rawSegments(known).forEach(each -> sources.add(new Source(each)));
    long waiting = 0;
    for (Source source : sources) {
      waiting += source.segment.waiting();
    }
    return waiting;
  }

  @Override
  public void close() {
    sources.forEach(each -> each.segment.close());
    coder.close();
  }
}
