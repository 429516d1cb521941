package interleave.exchange.intake;

import interleave.event.EventKind;
import interleave.event.SlotFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread of which a file tells, or another row of slices. What is told of it need not come in the
 * order of times.
 *
 * <p>The newest records stay in memory, where they are brought into order. When there are many of
 * them they go to a segment of the thread's own. What comes later and is older than what stands
 * there waits, and at the end both are merged.
 */
public final class IntakeThread {
  /** So many records wait, at most. */
  static final int MOST_RECORDS = 1 << 12;

  private static final int MOST_TEXT = 1 << 19;

  /** So many records that come too late are in memory; more go to a file. */
  private static final int MOST_LATE = 1 << 15;

  /** So many such files there are of a thread, before they become one. */
  private static final int MOST_RUNS = 32;

  private static final byte[] NOTHING = {};

  private final Intake intake;
  private final IntakeProcess process;
  private final int id;
  private final long told;
  private final Nesting nesting;
  private String name;
  private int flags;
  private long system;
  private long sortIndex;
  private Records records = new Records();
  private @Nullable Records late;
  private final List<Run> runs = new ArrayList<>();
  private @Nullable ImportedSegment segment;
  private long written = Long.MIN_VALUE;
  private boolean childrenFirst;
  private boolean disordered;
  private long lastBegin = Long.MIN_VALUE;
  private long lastEnd;

  IntakeThread(IntakeProcess process, int id, long told, String name, int flags) {
    this.intake = process.intake();
    this.process = process;
    this.id = id;
    this.told = told;
    this.name = name;
    this.flags = flags;
    nesting = new Nesting(id, intake.unnested());
  }

  /** Its id in the segments of its process. */
  public int id() {
    return id;
  }

  public IntakeProcess process() {
    return process;
  }

  /** What it is called, as far as that is known. */
  public String name() {
    return name;
  }

  public void name(String text) {
    name = intake.name(text);
  }

  int flags() {
    return flags;
  }

  /** As the flags of {@link EventKind#DEFINE_THREAD}, beside those that it has. */
  public void flags(int more) {
    flags |= more;
  }

  /** The id that the file has for it. */
  public long told() {
    return told;
  }

  long system() {
    return system;
  }

  /** What the system calls it, where that is another number than the runtime's. */
  public void system(long number) {
    system = number;
  }

  long sortIndex() {
    return sortIndex;
  }

  /** Where it stands among those of its process: the smallest first; without one it is 0. */
  public void sortIndex(long index) {
    sortIndex = index;
  }

  /** Something that happened at that time, in ns from wherever the file counts. */
  public void write(EventKind kind, int flags, int object, int site, long value, long time)
      throws IOException {
    write(kind, flags, object, site, value, time, NOTHING, 0, 0);
  }

  /** As the other, with its text. */
  public void write(
      EventKind kind, int flags, int object, int site, long value, long time, String text)
      throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    write(kind, flags, object, site, value, time, utf8, 0, utf8.length);
  }

  /** As the other, with a text in UTF-8. */
  public void write(
      EventKind kind,
      int flags,
      int object,
      int site,
      long value,
      long time,
      byte[] text,
      int from,
      int length)
      throws IOException {
    long at = intake.stored(time);
    if (at != 0) {
      add(at, 0, kind.code(), flags, object, site, value, text, from, length);
    }
  }

  /**
   * A flow leaves a slice, or arrives there.
   *
   * @param encloses whether that is the slice that encloses that time, and not the one that begins
   *     next
   */
  public void flow(boolean leaves, int name, long flow, long time, boolean encloses)
      throws IOException {
    EventKind kind = leaves ? EventKind.FLOW_OUT : EventKind.FLOW_IN;
    write(kind, encloses ? 0 : Nesting.NEXT, name, 0, flow, time);
  }

  /** A whole slice; an end before its begin is taken for the begin. */
  public void slice(int name, int site, long begin, long end) throws IOException {
    slice(name, site, begin, end, NOTHING, 0, 0);
  }

  /** As the other, with its arguments in UTF-8. */
  public void slice(int name, int site, long begin, long end, byte[] text, int from, int length)
      throws IOException {
    long at = intake.stored(begin);
    long until = intake.stored(Math.max(begin, end));
    if (at == 0 || until == 0) {
      return;
    }
    if (at < lastBegin && until >= lastEnd) {
      childrenFirst = true; // it comes when it has ended, behind those within it
    }
    if (until - at >= SlotFormat.LONGEST_RUN_NS) {
      intake.unknown(Unknowns.ENDLESS);
    }
    lastBegin = at;
    lastEnd = until;
    add(at, until, EventKind.SLICE.code(), 0, name, site, 0, text, from, length);
  }

  private void add(
      long time,
      long end,
      int kind,
      int flags,
      int object,
      int site,
      long value,
      byte[] text,
      int from,
      int length)
      throws IOException {
    int bytes = length <= SlotFormat.LONGEST_TEXT ? length : whole(text, from);
    long head = kind | (flags & 0xFFFFL) << 16;
    long both = (object & 0xFFFF_FFFFL) | (long) site << 32;
    Records to = time <= written ? late() : records; // what has one time is not parted
    int before = to.bytes();
    to.add(time, end, head, both, value, text, from, bytes);
    int grown = to.bytes() - before;
    if (grown > 0) {
      intake.grown(grown);
    }
    if (to != records) {
      spill(to);
    } else if (records.count() >= MOST_RECORDS || records.textBytes() > MOST_TEXT) {
      flush(false);
    }
  }

  /** Where to cut a text that is too long, not within a character. */
  private static int whole(byte[] utf8, int from) {
    int end = from + SlotFormat.LONGEST_TEXT;
    while (end > from && (utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return end - from;
  }

  private Records late() {
    Records known = late;
    if (known == null) {
      known = new Records();
      late = known;
    }
    return known;
  }

  private void spill(Records full) throws IOException {
    if (full.count() >= MOST_LATE || full.textBytes() >= MOST_TEXT * 8) {
      run(full);
    }
  }

  private void run(Records full) throws IOException {
    runs.add(Run.of(intake.scratch(), Cursor.of(full, childrenFirst)));
    full.clear();
    if (runs.size() == MOST_RUNS) {
      Merging merging = new Merging(childrenFirst);
      try (merging) {
        merging.addAll(runs);
        Run merged = Run.of(intake.scratch(), merging.all());
        runs.clear();
        runs.add(merged);
      }
    }
  }

  /** What it takes in memory. */
  int bytes() {
    return records.bytes() + (late == null ? 0 : late.bytes());
  }

  int waiting() {
    return records.count();
  }

  /** Writes all that waits, and lets go of the room that it took. */
  void relieve() throws IOException {
    flush(true);
    Records full = late;
    if (full != null && full.count() > 0) {
      run(full);
      full.release();
    }
  }

  /** No more is told: writes what waits, where there is a segment. */
  void last() throws IOException {
    if (segment != null) {
      flush(true);
    }
  }

  /**
   * Hands over to be written what waits, but for what had better wait a little longer.
   *
   * @param all whether to write that, too
   */
  void flush(boolean all) throws IOException {
    disordered = disordered || !records.isOrdered();
    int[] order = records.inOrder(childrenFirst);
    int end = all ? order.length : end(order);
    if (end == 0) {
      return;
    }
    Records full = records;
    records = all ? new Records() : intake.writing().empty();
    if (end < order.length) {
      full.copy(order, end, records);
    }
    written = full.numbers()[order[end - 1]];
    intake.held(records.bytes() - full.bytes());
    intake.writing().put(new Block(nesting, segment(), full, order, end));
  }

  /** Of what comes out of order half stays here, and what has the same time is not parted. */
  private int end(int[] order) {
    long[] numbers = records.numbers();
    int end = disordered ? order.length / 2 : order.length - 1;
    while (end > 0 && numbers[order[end - 1]] == numbers[order[end]]) {
      end--;
    }
    return end > 0 ? end : order.length;
  }

  private ImportedSegment segment() {
    ImportedSegment known = segment;
    if (known == null) {
      known = intake.segment();
      segment = known;
    }
    return known;
  }

  /**
   * All that was handed over is written. Its own segment; empty where it has none, and all is here.
   */
  @Nullable ImportedSegment finished() throws IOException {
    ImportedSegment own = segment;
    if (own == null) {
      for (int at = 0; at < records.count() * Records.LONGS; at += Records.LONGS) {
        intake.times().add(records.numbers()[at]);
      }
      return null;
    }
    nesting.finish(intake.slots());
    own.append(intake.slots());
    return late == null ? own : merged(own);
  }

  private ImportedSegment merged(ImportedSegment own) throws IOException {
    ImportedSegment whole = intake.segment();
    Merging merging = new Merging(childrenFirst);
    try (merging) {
      merging.add(new SegmentCursor(own.file(), childrenFirst));
      merging.addAll(runs);
      merging.add(Cursor.of(late(), childrenFirst));
      write(merging.all(), whole);
    }
    own.delete();
    return whole;
  }

  private void write(Cursor all, ImportedSegment to) throws IOException {
    Nesting anew = new Nesting(id, intake.unnested());
    Slots slots = intake.slots();
    while (all.next()) {
      intake.times().add(all.record()[all.at()]);
      anew.take(all.record(), all.at(), all.texts(), slots);
      if (slots.length() > Intake.PIECE) {
        to.append(slots);
        intake.finishing();
      }
    }
    anew.finish(slots);
    to.append(slots);
  }

  boolean hasSegment() {
    return segment != null;
  }

  /** All slots of one that has no segment. */
  void slots(Slots to) {
    long[] numbers = records.numbers();
    for (int at : records.inOrder(childrenFirst)) {
      nesting.take(numbers, at, records.texts(), to);
    }
    nesting.finish(to);
    records.release();
  }
}
