package interleave.timeline.derive;

import interleave.event.ValueType;
import interleave.timeline.VariableTrack;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.Arrays;

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
  /** Accesses under one node of the pyramid of smallest and largest values. */
  static final int FAN = 16;

  /** Beyond that power of two it does not matter how often something happened. */
  private static final int MAGNITUDE = 20;

  final int index;
  final InternedObject thing;
  final LongColumn times = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final ByteColumn kinds = new ByteColumn();
  final LongColumn bits = new LongColumn();
  final IntColumn sites = new IntColumn();

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

  ValueType type = ValueType.INT;
  private int lastWrite = -1;

  private int lastWriter = -1;

  /** Whether more than one thread wrote to it. */
  private boolean shared;

  long reads;
  long writes;

  static final int WRITE = 1;
  static final int LOST = 2;

  VariableBuilder(int index, InternedObject thing) {
    this.index = index;
    this.thing = thing;
  }

  void read(ValueType type, int lane, int site, long value, long time) {
    this.type = type;
    reads++;
    lastReads.put(lane, times.size() + 1);
    add(lane, site, value, time, 0, -1);
  }

  void write(ValueType type, int lane, int site, long value, long time) {
    this.type = type;
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
    kinds.set(lostWrite, WRITE | LOST);
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
    kinds.add(kind);
    bits.add(value);
    sites.add(site);
    basis.add(basedOn);
    extremes.add(type.number(value));
  }

  /**
   * Smallest and largest values of 16 accesses, of 16 times 16, and so on; a node is complete
   * before it is kept, so levels only grow at their ends.
   */
  static final class Extremes {
    private static final int LEVELS = 7;
    private final LongColumn[] lows = new LongColumn[LEVELS];
    private final LongColumn[] highs = new LongColumn[LEVELS];
    private final double[] low = new double[LEVELS];
    private final double[] high = new double[LEVELS];
    private final int[] filled = new int[LEVELS];

    Extremes() {
      for (int i = 0; i < LEVELS; i++) {
        lows[i] = new LongColumn();
        highs[i] = new LongColumn();
      }
      Arrays.fill(low, Double.POSITIVE_INFINITY);
      Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    private void add(double value) {
      double least = value;
      double most = value;
      for (int level = 0; level < LEVELS; level++) {
        low[level] = Math.min(low[level], least);
        high[level] = Math.max(high[level], most);
        if (++filled[level] < FAN) {
          return;
        }
        least = low[level];
        most = high[level];
        lows[level].add(Double.doubleToRawLongBits(least));
        highs[level].add(Double.doubleToRawLongBits(most));
        low[level] = Double.POSITIVE_INFINITY;
        high[level] = Double.NEGATIVE_INFINITY;
        filled[level] = 0;
      }
    }

    /**
     * The least ({@code sign} 1) or the negated greatest ({@code sign} -1) of accesses [from, to).
     */
    double least(VariableBuilder of, int from, int to, int sign) {
      double least = Double.POSITIVE_INFINITY;
      int at = from;
      while (at < to) {
        int level = -1;
        int span = 1;
        while (level + 1 < LEVELS && at % (span * FAN) == 0 && at + span * FAN <= to) {
          span *= FAN;
          level++;
        }
        least = Math.min(least, sign * node(of, level, at / span, sign));
        at += span;
      }
      return least;
    }

    private double node(VariableBuilder of, int level, int at, int sign) {
      if (level < 0) {
        return of.type.number(of.bits.get(at));
      }
      return Double.longBitsToDouble(sign > 0 ? lows[level].get(at) : highs[level].get(at));
    }
  }
}
