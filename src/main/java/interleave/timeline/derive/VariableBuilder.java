package interleave.timeline.derive;

import interleave.event.ValueType;
import interleave.timeline.BinKeys;
import interleave.timeline.VariableTrack;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.Extremes;
import interleave.timeline.derive.column.ValueTexts;
import org.jspecify.annotations.Nullable;

/**
 * Makes a watched variable's accesses and its lost updates.
 *
 * <p>An update is a read, something computed from it, and a write. A thread's write is
 * <em>stale</em> when another thread wrote between the two: it was computed from a value that was
 * no longer there. The write that it overwrites is then a lost update: its thread's work is gone,
 * though nobody meant to undo it. One stale write loses one update, however often the other thread
 * wrote meanwhile, since each of those writes but the last was followed up by its own thread. So
 * the variable ends at the sum of all updates less, for each stale write, what was there minus what
 * it had read. A write without a read since the thread's own last write is an assignment, which
 * overwrites on purpose and loses nothing.
 *
 * <pre>
 *   Thread-1   read 0 ─────────── write 5 ✗            lost: nobody's later value contains this +5
 *   Thread-2          read 0 ────────────── write 8    stale: computed from 0, when 5 was there
 * </pre>
 */
final class VariableBuilder {
  /** Beyond that power of two it does not matter how often something happened. */
  private static final int MAGNITUDE = 20;

  final int index;
  final InternedObject thing;
  final LongColumn times = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final ByteColumn kinds = new ByteColumn();
  final LongColumn bits = new LongColumn();
  final IntColumn sites = new IntColumn();

  private @Nullable BinKeys kept;

  /** For a write: the read it was computed from, or -1. */
  final IntColumn basis = new IntColumn();

  /** The accesses of each lost update: the write that was lost, and the one that overwrote it. */
  private final IntColumn lostWrites = new IntColumn();

  private final IntColumn overwrites = new IntColumn();

  /** When each lost update was overwritten; sorted, since that is how they are found. */
  final LongColumn lostTimes = new LongColumn();

  final Extremes extremes = new Extremes();

  /** By lane: one more than the read that its next write is computed from, 0 for none. */
  private final IdMap lastReads = new IdMap();

  private final ValueTexts texts = new ValueTexts();

  ValueType type = ValueType.INT;

  /** What the value of the access that is told now looks like, where that was said. */
  private @Nullable String text;

  private int lastWrite = -1;

  private int lastWriter = -1;

  /** Whether more than one thread wrote to it. */
  private boolean shared;

  long reads;
  long writes;

  /** Whether its accesses order what the threads do. */
  boolean orders;

  static final int WRITE = 1;
  static final int LOST = 2;

  /** The bits are the number of a text. */
  private static final int TOLD = 4;

  /** Above these the type of the value. */
  private static final int TYPE_SHIFT = 4;

  VariableBuilder(int index, InternedObject thing) {
    this.index = index;
    this.thing = thing;
  }

  /** Before an access is told: of what type its value is, and what that looks like. */
  VariableBuilder with(ValueType next, @Nullable String text) {
    type = next;
    this.text = text;
    return this;
  }

  BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys; // what another thread keeps meanwhile may be lost, and is asked for again
    }
    return keys;
  }

  void read(int lane, int site, long value, long time) {
    reads++;
    lastReads.put(lane, times.size() + 1);
    add(lane, site, value, time, 0, -1);
  }

  void write(int lane, int site, long value, long time) {
    writes++;
    int read = Math.max(0, lastReads.get(lane)) - 1;
    int write = times.size();
    add(lane, site, value, time, WRITE, read);
    if (read >= 0) {
      lastReads.put(lane, 0);
    }
    if (read >= 0 && lastWrite > read) {
      lose(lastWrite, write);
    }
    lastWrite = write;
    shared |= lastWriter >= 0 && lastWriter != lane;
    lastWriter = lane;
  }

  /** More where updates were lost, then where several threads write, then by how often that is. */
  long weight() {
    boolean lost = lostUpdates() > 0;
    long often = Math.min(lost ? lostUpdates() : writes, 1 << MAGNITUDE);
    return often << (lost ? 2 * MAGNITUDE + 2 : shared ? MAGNITUDE + 1 : 0);
  }

  private void lose(int lostWrite, int overwrite) {
    kinds.set(lostWrite, kinds.get(lostWrite) | LOST);
    lostWrites.add(lostWrite);
    overwrites.add(overwrite);
    lostTimes.add(times.get(overwrite));
  }

  int lostUpdates() {
    return lostTimes.size();
  }

  VariableTrack.LostUpdate lostUpdate(int i) {
    int overwrite = overwrites.get(i);
    int lostWrite = lostWrites.get(i);
    int read = basis.get(overwrite);
    long age = times.get(overwrite) - times.get(read);
    return new VariableTrack.LostUpdate(i, read, basis.get(lostWrite), lostWrite, overwrite, age);
  }

  private void add(int lane, int site, long value, long time, int kind, int basedOn) {
    times.add(time);
    lanes.add(lane);
    int told = type == ValueType.REFERENCE ? texts.number(value, text) : 0;
    kinds.add(kind | (told > 0 ? TOLD : 0) | type.code() << TYPE_SHIFT);
    bits.add(told > 0 ? told : value);
    sites.add(site);
    basis.add(basedOn);
    extremes.add(number(times.size() - 1));
  }

  ValueType type(int i) {
    ValueType known = ValueType.of((kinds.get(i) & 0xFF) >>> TYPE_SHIFT);
    return known == null ? ValueType.INT : known;
  }

  String shown(int i) {
    boolean told = (kinds.get(i) & TOLD) != 0;
    return told ? texts.get((int) bits.get(i)) : type(i).show(bits.get(i));
  }

  double number(int i) {
    return type(i).number(bits.get(i));
  }
}
