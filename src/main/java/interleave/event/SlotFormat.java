package interleave.event;

/**
 * Where things stand in a segment file; {@code src/docs/format.md} is the document.
 *
 * <pre>
 *   header, 128 bytes                                slot, 32 bytes
 *    0 u64 magic, written last                        0 u16 kind
 *    8 u16 version     10 u16 bytes of this header    2 u16 flags
 *   12 u16 runtime     14 u16 flags (1: shared)       4 u32 thread
 *   16 u64 pid         24 u64 parent pid              8 u32 object
 *   32 i64 clock offset                              12 u32 site
 *   40 u64 time opened                               16 u64 value
 *   48 u64 events lost                               24 u64 time, written last; 0: not there yet
 *   56 u64 first lost  64 u64 last lost
 *   72 u64 ns that sampled events took  80 u64 how many were sampled
 *   88 u64 holds summed up
 *   96 u8  of each of 32 classes of costs: how many samples
 * </pre>
 */
public final class SlotFormat {
  /** "ILEAVE\r\n" read as a little-endian number. */
  public static final long MAGIC = 0x0A0D_4556_4145_4C49L;

  public static final int VERSION = 1;

  public static final int HEADER_BYTES = 128;
  public static final int SLOT_BYTES = 32;

  public static final int VERSION_AT = 8;
  public static final int HEADER_BYTES_AT = 10;
  public static final int RUNTIME_AT = 12;
  public static final int SEGMENT_FLAGS_AT = 14;
  public static final int PID_AT = 16;
  public static final int PARENT_PID_AT = 24;
  public static final int CLOCK_OFFSET_AT = 32;
  public static final int OPENED_AT = 40;
  public static final int LOST_AT = 48;
  public static final int FIRST_LOST_AT = 56;
  public static final int LAST_LOST_AT = 64;
  public static final int SAMPLED_NS_AT = 72;
  public static final int SAMPLED_EVENTS_AT = 80;
  public static final int SUMMED_AT = 88;
  public static final int COSTS_AT = 96;
  public static final int COST_CLASSES = 32;

  public static final int FLAGS_AT = 2;
  public static final int THREAD_AT = 4;
  public static final int OBJECT_AT = 8;
  public static final int SITE_AT = 12;
  public static final int VALUE_AT = 16;
  public static final int TIME_AT = 24;

  /** Bytes of text in one continuation slot: all between its flags and its time. */
  public static final int TEXT_PER_SLOT = TIME_AT - THREAD_AT;

  /** A longer text is cut at a whole character and flagged {@link Flags#TRUNCATED}. */
  public static final int LONGEST_TEXT = 8192;

  public static final int MOST_CONTINUATIONS = (LONGEST_TEXT + TEXT_PER_SLOT - 1) / TEXT_PER_SLOT;

  /**
   * In the flags of a continuation: how many of its bytes count. None: padding at the end of a
   * chunk.
   */
  public static final int CONTINUATION_BYTES = 0xFF;

  /** In the flags of a continuation: the text ends here. */
  public static final int CONTINUATION_LAST = 1 << 8;

  /** No program loses so many events: a segment that says so is damaged. */
  public static final long MOST_LOST = 1L << 50;

  /** No run lasts so long: events that lie further apart are damage. */
  public static final long LONGEST_RUN_NS = 400L * 24 * 3600 * 1_000_000_000;

  public static final String SUFFIX = ".seg";

  private SlotFormat() {}
}
