package interleave.event;

import static interleave.event.SlotFormat.*;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one segment as far as it is published, and on from there when called again. Trusts nothing
 * that it reads.
 */
final class SegmentReader implements Closeable {
  /** So much before its opening may an event of an honest segment lie. */
  private static final long BEFORE_OPENING = 3600L * 1_000_000_000;

  private static final int MOST_PROBLEMS = 8;

  private final Path file;
  private final ByteBuffer header =
      ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final List<String> problems = new ArrayList<>();
  private @Nullable FileChannel channel;
  private @Nullable SegmentInfo info;
  private long position;
  private int events;
  private long skipped;
  private long reportedLost;
  private long reached = Long.MIN_VALUE;
  private long toldHolds;
  private long untold;
  private boolean broken;

  SegmentReader(Path file) {
    this.file = file;
  }

  /** Hands over what is new, and returns how many events that were. */
  int poll(EventSink sink, SlotBlock block) {
    int before = events;
    while (piece(sink, block)) {
      // the next one
    }
    return events - before;
  }

  /** Hands over one block of what is new, and returns whether more may follow. */
  boolean piece(EventSink sink, SlotBlock block) {
    return reads(from -> piece(from, sink, block));
  }

  /** Reads what the segment says of itself, and returns whether it is there by now. */
  boolean begin(EventSink sink) {
    return reads(from -> begun(from, sink) != null);
  }

  /** Something that reads. */
  private interface Reading {
    boolean of(FileChannel from) throws IOException;
  }

  private boolean reads(Reading reading) {
    if (broken) {
      return false;
    }
    try {
      FileChannel from = open();
      return from != null && reading.of(from);
    } catch (IOException e) {
      giveUp("could not be read: " + e.getMessage());
      return false;
    }
  }

  /** How many events were handed over. */
  int events() {
    return events;
  }

  /** Says what was lost by now, though not all was read. */
  void losses(EventSink sink) {
    reads(
        from -> {
          SegmentInfo segment = info;
          if (segment != null && readHeader(from)) {
            reportLost(segment, sink);
          }
          return true;
        });
  }

  /** How many bytes were handed over. */
  long taken() {
    return position;
  }

  /** About how far a segment is published, in bytes; 0 where it cannot be read. */
  static long published(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    try (FileChannel from = FileChannel.open(file)) {
      return SlotBlock.published(from, HEADER_BYTES);
    } catch (IOException e) {
      return 0;
    }
  }

  /** How far it was handed over, in bytes. */
  long position() {
    return position;
  }

  /** How many bytes are published and were not handed over. */
  long waiting() {
    FileChannel from = channel;
    try {
      return from == null ? 0 : SlotBlock.published(from, position) - position;
    } catch (IOException e) {
      return 0; // whoever reads on says so
    }
  }

  /** The newest time of what was handed over, or when the segment was opened. */
  long reached() {
    return reached;
  }

  /**
   * The run has ended: reads what is left, also behind slots that threads had taken, and that the
   * end did not let them fill, where others went on writing.
   */
  void finish(EventSink sink, SlotBlock block) {
    poll(sink, block);
    FileChannel from = channel;
    SegmentInfo segment = info;
    if (from == null || segment == null || (header.getShort(SEGMENT_FLAGS_AT) & 1) == 0) {
      return;
    }
    try {
      for (long next = block.afterHole(from, position); next >= 0; ) {
        position = next;
        poll(sink, block);
        next = block.afterHole(from, position);
      }
    } catch (IOException e) {
      giveUp("could not be read: " + e.getMessage());
    }
  }

  /** The run has ended, and what it was to say of itself is not there: that is damage. */
  void missing() {
    FileChannel from = channel;
    try {
      if (info == null && !broken && from != null && from.size() % HEADER_BYTES != 0) {
        giveUp("ends in the middle of its header");
      }
    } catch (IOException e) {
      giveUp("could not be read: " + e.getMessage());
    }
  }

  /** Lets go of the file until something is read of it again. */
  void rest(boolean spares) {
    if (spares) {
      close();
    }
  }

  /** When a segment was opened, by its header; the end of time where it does not say so yet. */
  static long openedAt(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Long.MAX_VALUE;
    }
    ByteBuffer two = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel from = FileChannel.open(file)) {
      int read = from.read(two, CLOCK_OFFSET_AT);
      long opened = two.getLong(OPENED_AT - CLOCK_OFFSET_AT);
      return read < two.capacity() || opened == 0 ? Long.MAX_VALUE : two.getLong(0) + opened;
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  private @Nullable FileChannel open() throws IOException {
    if (channel == null) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        giveUp("is no plain file");
        return null;
      }
      channel = FileChannel.open(file);
    }
    return channel;
  }

  private boolean piece(FileChannel from, EventSink sink, SlotBlock block) throws IOException {
    SegmentInfo segment = info == null ? begun(from, sink) : info;
    if (segment == null) {
      return false;
    }
    int slots = block.read(from, position, segment.shared());
    deliver(segment, sink, block, slots);
    boolean more = block.isFull(slots);
    if (!more && readHeader(from)) {
      reportLost(segment, sink);
    }
    return more;
  }

  /** Reads the header, and tells of the segment when that is there for the first time. */
  private @Nullable SegmentInfo begun(FileChannel from, EventSink sink) throws IOException {
    if (!readHeader(from)) {
      return null;
    }
    if (info == null) {
      // The first read may have copied the magic, which is written last, and not all before it.
      if (!readHeader(from)) {
        return null;
      }
      SegmentInfo segment = describe();
      if (segment == null) {
        return null;
      }
      info = segment;
      position = headerBytes();
      reached = segment.opened();
      sink.segment(segment);
    }
    return info;
  }

  private boolean readHeader(FileChannel from) throws IOException {
    header.clear();
    while (header.hasRemaining()) {
      if (from.read(header, header.position()) < 0) {
        return false; // not there yet
      }
    }
    long magic = header.getLong(0);
    if (magic != 0 && magic != MAGIC) {
      giveUp("is no segment: it does not begin as one");
    }
    return magic == MAGIC;
  }

  private int headerBytes() {
    return Short.toUnsignedInt(header.getShort(HEADER_BYTES_AT));
  }

  private @Nullable SegmentInfo describe() {
    int version = Short.toUnsignedInt(header.getShort(VERSION_AT));
    if (version != VERSION) {
      giveUp("has format version " + version + ", this program reads version " + VERSION);
      return null;
    }
    int bytes = headerBytes();
    if (bytes < HEADER_BYTES || bytes % SLOT_BYTES != 0) {
      giveUp("has a header of " + bytes + " bytes, which cannot be");
      return null;
    }
    long offset = header.getLong(CLOCK_OFFSET_AT);
    return new SegmentInfo(
        file,
        TracedRuntime.of(Short.toUnsignedInt(header.getShort(RUNTIME_AT))),
        header.getLong(PID_AT),
        header.getLong(PARENT_PID_AT),
        offset,
        header.getLong(OPENED_AT) + offset,
        (header.getShort(SEGMENT_FLAGS_AT) & 1) != 0);
  }

  private void deliver(SegmentInfo segment, EventSink sink, SlotBlock block, int slots) {
    int slot = 0;
    while (slot < slots) {
      int taken = deliverOne(segment, sink, block, slot, slots);
      if (taken == 0) {
        break; // a text that runs over the end of this block; the next one begins with it
      }
      events += taken > 0 ? 1 : 0;
      slot += Math.abs(taken);
    }
    position += (long) slot * SLOT_BYTES;
  }

  /**
   * How many slots the event at {@code slot} took, negative when it was skipped, 0 when its text is
   * not in this block.
   */
  private int deliverOne(SegmentInfo segment, EventSink sink, SlotBlock block, int slot, int end) {
    int code = block.kind(slot);
    if (code == EventKind.CONTINUATION.code()) {
      // Padding at the end of a chunk, or the rest of a text whose event was skipped.
      skipped += (block.flags(slot) & CONTINUATION_BYTES) == 0 ? 0 : 1;
      return -1;
    }
    int continuations = 0;
    CharSequence text = null;
    if ((block.flags(slot) & Flags.HAS_TEXT) != 0) {
      continuations = block.continuations(slot + 1, end);
      boolean complete = block.isComplete(slot + 1, continuations);
      if (!complete && slot + 1 + continuations == end && block.isFull(end) && slot > 0) {
        return 0;
      }
      if (!complete) {
        problem("has a text without its end at byte " + (position + (long) slot * SLOT_BYTES));
      }
      text = block.text(slot + 1, continuations);
    }
    EventKind kind = EventKind.of(code);
    long time = block.time(slot) + segment.clockOffset();
    if (kind == null || !isPlausible(time, segment.opened())) {
      skipped += 1 + continuations;
      return -1 - continuations;
    }
    reached = Math.max(reached, time);
    toldHolds += kind == EventKind.SUM_OF_HOLDS ? block.value(slot) & 0xFFFF_FFFFL : 0;
    hand(segment, sink, block, slot, kind, time, text);
    return 1 + continuations;
  }

  private static void hand(
      SegmentInfo segment,
      EventSink sink,
      SlotBlock block,
      int slot,
      EventKind kind,
      long time,
      @Nullable CharSequence text) {
    int flags = block.flags(slot) & ~Flags.HAS_TEXT;
    int thread = block.thread(slot);
    int object = block.object(slot);
    int site = block.site(slot);
    long value = block.value(slot);
    if (text instanceof AsciiText ascii) {
      sink.asciiEvent(segment, kind, flags, thread, object, site, value, time, ascii);
    } else {
      sink.event(segment, kind, flags, thread, object, site, value, time, (String) text);
    }
  }

  private static boolean isPlausible(long time, long opened) {
    long since = time - opened;
    return since > -BEFORE_OPENING && since < LONGEST_RUN_NS;
  }

  private void reportLost(SegmentInfo segment, EventSink sink) {
    long lost = lost();
    if (lost != reportedLost) {
      reportedLost = lost;
      long offset = segment.clockOffset();
      boolean dropped = lost > untold;
      sink.lost(
          segment,
          lost,
          dropped ? plausible(header.getLong(FIRST_LOST_AT) + offset) : reached,
          dropped ? plausible(header.getLong(LAST_LOST_AT) + offset) : reached);
    }
  }

  private long plausible(long time) {
    return info == null || isPlausible(time, info.opened()) ? time : reached;
  }

  /** The run has ended, and so many holds that were summed up were not told: they are lost, too. */
  void untold(long holds, EventSink sink) {
    SegmentInfo segment = info;
    if (segment != null) {
      untold = holds;
      reportLost(segment, sink);
    }
  }

  long lost() {
    return info == null ? 0 : droppedHere() + untold;
  }

  private long droppedHere() {
    long dropped = header.getLong(LOST_AT);
    if (dropped >= 0 && dropped <= MOST_LOST) {
      return dropped;
    }
    problem("says that it lost " + Long.toUnsignedString(dropped) + " events, which cannot be");
    return 0;
  }

  /** Of which process it is, -1 while that is not known. */
  long pid() {
    return info == null ? -1 : info.pid();
  }

  /** How many holds were summed up here by now, and not told one by one. */
  long summedHolds() {
    return info == null ? 0 : Math.max(0, header.getLong(SUMMED_AT));
  }

  /** How many of those that were summed up, here or elsewhere, are told here. */
  long toldHolds() {
    return toldHolds;
  }

  long sampledNanos() {
    return info == null ? 0 : Math.max(0, header.getLong(SAMPLED_NS_AT));
  }

  long sampledEvents() {
    return info == null ? 0 : Math.max(0, header.getLong(SAMPLED_EVENTS_AT));
  }

  /** Adds what recording took here, as far as the segment tells it apart. */
  void addCosts(CostHistogram to) {
    if (info != null) {
      to.add(header, sampledEvents());
    }
  }

  long skipped() {
    return skipped;
  }

  List<String> problems() {
    if (skipped == 0) {
      return problems;
    }
    List<String> all = new ArrayList<>(problems);
    all.add(name() + " has " + skipped + " slots that make no sense; they were skipped.");
    return all;
  }

  private void giveUp(String why) {
    broken = true;
    problem(why);
    close();
  }

  private void problem(String what) {
    String sentence = name() + " " + what + ".";
    if (problems.size() < MOST_PROBLEMS && !problems.contains(sentence)) {
      problems.add(sentence);
    }
  }

  private String name() {
    return "Segment " + file.getFileName();
  }

  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // it was only read
      }
    }
  }
}
