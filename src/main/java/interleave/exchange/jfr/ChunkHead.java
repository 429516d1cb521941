package interleave.exchange.jfr;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a chunk says of itself in its first bytes. All positions in it are from its own beginning.
 *
 * @param at where in the file it begins
 * @param size how long it was when this was written
 * @param constants where its last constants are, 0 where it has none yet
 * @param metadata where its types are described, 0 where they are not yet
 * @param startNanos when it began, by the calendar
 * @param startTicks when it began, by its clock
 * @param ticksPerSecond how fast that goes
 * @param generation 0 when it is finished; else how often it was flushed, or that it is just now
 */
record ChunkHead(
    long at,
    long size,
    long constants,
    long metadata,
    long startNanos,
    long startTicks,
    long ticksPerSecond,
    int generation) {
  static final int BYTES = 68;

  private static final int MAJOR_AT = 4;
  private static final int SIZE_AT = 8;
  private static final int CONSTANTS_AT = 16;
  private static final int METADATA_AT = 24;
  private static final int START_NANOS_AT = 32;
  private static final int START_TICKS_AT = 48;
  private static final int TICKS_PER_SECOND_AT = 56;
  private static final int GENERATION_AT = 64;
  private static final int FEATURES_AT = 67;
  private static final int COMPRESSED = 1;

  /** The only version there ever was of this layout; 0 and 1 are from before JDK 9. */
  private static final int MAJOR = 2;

  private static final long NANOS = 1_000_000_000L;

  /** No processor's clock goes faster, and a second's ticks times its ns stay within a long. */
  private static final long MOST_TICKS_PER_SECOND = 9 * NANOS;

  /** What stands in those bytes; empty where they are no head of a chunk that can be read. */
  static Optional<ChunkHead> of(byte[] bytes, int offset, int length, long at) {
    if (length < BYTES || !isMagic(bytes, offset)) {
      return Optional.empty();
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, offset, BYTES).slice();
    ChunkHead read =
        new ChunkHead(
            at,
            head.getLong(SIZE_AT),
            head.getLong(CONSTANTS_AT),
            head.getLong(METADATA_AT),
            head.getLong(START_NANOS_AT),
            head.getLong(START_TICKS_AT),
            head.getLong(TICKS_PER_SECOND_AT),
            head.get(GENERATION_AT) & 0xFF);
    boolean compressed = (head.get(FEATURES_AT) & COMPRESSED) != 0;
    boolean isRead = head.getShort(MAJOR_AT) == MAJOR && compressed && read.hasClock();
    return isRead ? Optional.of(read) : Optional.empty();
  }

  /** Whether a chunk begins there, as far as its first four bytes tell. */
  static boolean isMagic(byte[] bytes, int offset) {
    return bytes[offset] == 'F'
        && bytes[offset + 1] == 'L'
        && bytes[offset + 2] == 'R'
        && bytes[offset + 3] == 0;
  }

  /** Whether it is a chunk as the JDK wrote them before 9. */
  static boolean isOld(byte[] bytes, int offset, int length) {
    return length > MAJOR_AT + 1
        && isMagic(bytes, offset)
        && bytes[offset + MAJOR_AT] == 0
        && bytes[offset + MAJOR_AT + 1] < MAJOR;
  }

  private boolean hasClock() {
    return ticksPerSecond > 0 && ticksPerSecond <= MOST_TICKS_PER_SECOND && startNanos >= 0;
  }

  /** The time by the calendar, in ns, at that tick of the chunk's clock. */
  long nanos(long ticks) {
    long passed = ticks - startTicks;
    if (ticksPerSecond == NANOS) {
      return startNanos + passed;
    }
    return startNanos
        + passed / ticksPerSecond * NANOS
        + passed % ticksPerSecond * NANOS / ticksPerSecond;
  }

  /** Whether it may go on where that one ended: its clock is the same, and has gone on. */
  boolean continues(ChunkHead before) {
    return ticksPerSecond == before.ticksPerSecond
        && startTicks >= before.startTicks
        && Math.abs(before.nanos(startTicks) - startNanos) < NANOS;
  }

  /** This one, with the clock of a chunk that it continues: no step where the calendar was set. */
  ChunkHead withClockOf(ChunkHead before) {
    return new ChunkHead(
        at,
        size,
        constants,
        metadata,
        before.startNanos,
        before.startTicks,
        ticksPerSecond,
        generation);
  }

  /** Whether whoever wrote it has closed it. */
  boolean isFinished() {
    return generation == 0 && size >= BYTES;
  }
}
