package interleave.remote;

import interleave.event.Recording;
import interleave.event.RefusedSegmentException;
import interleave.event.SegmentCopy;
import interleave.remote.BatchReading.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shipper as the receiver knows it: its clock, and what of its segments is here. */
final class RemoteSender {
  /** A program with more threads at a time was not recorded by us. */
  private static final int MOST_SEGMENTS = 20_000;

  /** Where the time stands in a slot. */
  private static final int TIME_AT = 24;

  private static final class Copy {
    final SegmentCopy segment;

    /** Up to where it was taken from there. */
    long taken;

    Copy(SegmentCopy segment) {
      this.segment = segment;
    }
  }

  final long shipper;
  final int host;
  final ClockRelation clock = new ClockRelation();

  /** When it was asked for the time and has not answered yet, 0 where it has. */
  long asked;

  /** When it is to be asked next. */
  long due;

  /** The batch that is waited for. */
  long next;

  /** Whether something of it was refused. */
  boolean refused;

  private final int index;
  private final Recording recording;
  private final Map<Integer, Copy> copies = new HashMap<>();
  private final long begin;
  private long arrived;

  /**
   * @param index among the shippers
   * @param begin nothing of it is older here
   */
  RemoteSender(Recording recording, long shipper, int host, int index, long begin) {
    this.recording = recording;
    this.shipper = shipper;
    this.host = host;
    this.index = index;
    this.begin = begin;
  }

  /** What arrives now did not happen later, whatever its clock says, nor before the run. */
  private long here(long there) {
    return Math.clamp(clock.here(there), begin, arrived);
  }

  /**
   * Takes what has arrived.
   *
   * @return the oldest time, by the clock there, of the slots in it; {@link Long#MAX_VALUE} of none
   * @throws RefusedSegmentException where that is of no segment
   */
  long take(List<Part> parts, long now) throws IOException {
    arrived = Math.max(begin, now);
    long oldest = Long.MAX_VALUE;
    for (Part part : parts) {
      Copy copy = copy(part.segment());
      if (part.head()) {
        copy.segment.header(part.bytes());
      } else if (part.where() >= copy.taken && part.bytes().length > 0) {
        copy.segment.append(part.bytes());
        copy.taken = part.where() + part.bytes().length;
        ByteBuffer slots = ByteBuffer.wrap(part.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        oldest = Math.min(oldest, slots.getLong(TIME_AT) + copy.segment.clockOffset());
      }
    }
    return oldest;
  }

  private Copy copy(int number) throws IOException {
    Copy known = copies.get(number);
    if (known == null) {
      if (copies.size() >= MOST_SEGMENTS) {
        throw new RefusedSegmentException("it has too many segments");
      }
      String name = "remote-" + host + "-" + index + "-" + number;
      known = new Copy(recording.copy(name, new SegmentCopy.Origin(host, this::here)));
      copies.put(number, known);
    }
    return known;
  }

  /** How many events had no room. */
  long lost() {
    return copies.values().stream().mapToLong(copy -> copy.segment.lost()).sum();
  }
}
