package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.PipeTrack;
import interleave.timeline.PipeTrack.Stream;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.Census;
import interleave.timeline.derive.column.Steps;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a pipe's transfers from the reads or writes of all threads, in the order of their times.
 */
final class PipeBuilder {
  private record Begun(long time, int site) {}

  final int index;
  final InternedObject thing;
  final LongColumn begins = new LongColumn();
  final LongColumn ends = new LongColumn();
  final LongColumn sums = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final IntColumn sites = new IntColumn();
  final ByteColumn failures = new ByteColumn();
  private final Map<Integer, Begun> begun = new HashMap<>();

  int child = -1;

  /** The track of its other end, where that was recorded, too. */
  int other = -1;

  Stream stream = Stream.OUTPUT;
  long opened = Timeline.OPEN;
  long closed = Timeline.OPEN;
  long bytes;
  long waitedNs;

  PipeBuilder(int index, InternedObject thing) {
    this.index = index;
    this.thing = thing;
  }

  /** The pipe leads to that stream of that child. */
  void leadsTo(int child, long number, long time) {
    this.child = child;
    stream = Stream.values()[(int) Math.clamp(number, 0, Stream.values().length - 1)];
    opened = Math.min(opened, time);
  }

  void event(EventKind kind, int flags, int lane, int site, long value, long time) {
    switch (kind) {
      case IO_BEGIN -> begun.put(lane, new Begun(time, site));
      case IO_END -> end(lane, Math.max(0, value), time, (flags & Flags.FAILED) != 0);
      case IO_CLOSED -> closed = Math.min(closed, time);
      default -> throw EventGrammar.unheard(kind);
    }
  }

  private void end(int lane, long count, long time, boolean failed) {
    Begun begin = begun.remove(lane);
    long from = begin == null ? time : Math.min(begin.time(), time);
    bytes += count;
    waitedNs += time - from;
    begins.add(from);
    ends.add(time);
    sums.add(bytes);
    lanes.add(lane);
    sites.add(begin == null ? 0 : begin.site());
    failures.add(failed ? 1 : 0);
  }

  /** That it is open. */
  Steps steps() {
    boolean known = opened != Timeline.OPEN;
    return new Opened(opened, closed, !known ? 0 : closed == Timeline.OPEN ? 1 : 2);
  }

  private record Opened(long opened, long closed, int size) implements Steps {
    @Override
    public long time(int step) {
      return step == 0 ? opened : Math.max(opened, closed);
    }

    @Override
    public int state(int step) {
      return step == 0 ? 0 : Census.NONE;
    }
  }

  PipeTrack track() {
    return new View(this, ends.size(), child, other, stream, opened, closed, waitedNs, bytes);
  }

  private record View(
      PipeBuilder of,
      int transfers,
      int child,
      int other,
      Stream stream,
      long opened,
      long closed,
      long waitedNs,
      long bytes)
      implements PipeTrack {
    @Override
    public int index() {
      return of.index;
    }

    @Override
    public int process() {
      return of.thing.process.index;
    }

    @Override
    public long bytesAt(long time) {
      int i = at(time);
      return i < 0 ? 0 : of.sums.get(i);
    }

    @Override
    public Transfer transfer(int i) {
      long upTo = of.sums.get(i);
      return new Transfer(
          i,
          of.begins.get(i),
          of.ends.get(i),
          of.lanes.get(i),
          i == 0 ? upTo : upTo - of.sums.get(i - 1),
          upTo,
          of.sites.get(i),
          of.failures.get(i) != 0);
    }

    @Override
    public int at(long time) {
      return of.ends.floor(time, transfers);
    }
  }
}
