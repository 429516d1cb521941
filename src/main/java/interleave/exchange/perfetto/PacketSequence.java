package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;
import java.util.HashMap;
import java.util.Map;

/**
 * What packets of one writer say once for all that follow, until the writer says that it begins
 * anew: names, the track that is meant where none is named, the clock.
 */
final class PacketSequence {
  final int id;

  /** The names it uses, by number; only read where they are wanted. */
  final Names names;

  /** Where no track is named, {@link #track} counts. */
  boolean hasTrack;

  long track;

  /** The clock of packets that name none, 0 where there is none such. */
  int clock;

  final LongList extraCounters = new LongList();
  final LongList extraRealCounters = new LongList();

  /** The thread of a writer that says which it is; 0 where it does not. */
  int pid;

  long tid;
  String threadName = "";

  /** What counters of this writer showed last that tell only what is added. */
  final Map<Long, Long> sums = new HashMap<>();

  private final Map<Integer, Step> steps = new HashMap<>();
  private boolean complete;
  private long thenUs;

  PacketSequence(int id, Limits limits) {
    this.id = id;
    this.names = new Names(limits);
  }

  /** What was said before counts no more. */
  void clear() {
    complete = true;
    hasTrack = false;
    clock = 0;
    extraCounters.clear();
    extraRealCounters.clear();
    sums.clear();
    names.clear();
  }

  /** Something that it said is missing: until it begins anew, its packets cannot be understood. */
  void lost() {
    complete = false;
  }

  /** Whether packets that need what was said before can be understood. */
  boolean isComplete() {
    return complete;
  }

  /** What packets say from here on where they say nothing else. */
  void defaults(Wire wire, Wire within) {
    while (wire.next()) {
      if (wire.field() == 58) {
        clock = wire.small();
      } else if (wire.field() == 11) {
        extraCounters.clear();
        extraRealCounters.clear();
        wire.into(within);
        eventDefaults(within);
      }
    }
  }

  private void eventDefaults(Wire wire) {
    while (wire.next()) {
      switch (wire.field()) {
        case 11 -> {
          hasTrack = true;
          track = wire.number();
        }
        case 31 -> wire.numbers(extraCounters);
        case 45 -> wire.numbers(extraRealCounters);
        default -> {} // no tool writes others
      }
    }
  }

  /** A writer of the old sort says which thread it is, and what time it counts from. */
  void thread(Wire wire) {
    threadName = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> pid = wire.small();
        case 2 -> tid = wire.number();
        case 5 -> threadName = wire.text(Wire.LONGEST);
        case 6 -> thenUs = wire.number();
        default -> {} // its processor time, which is counted otherwise now
      }
    }
  }

  /** A writer describes the track of a thread, which is its own where it says nothing else. */
  void describes(Wire track, Wire within) {
    while (track.next()) {
      if (track.field() == 4) {
        thread(track.into(within));
      }
    }
  }

  /** Writers of the old sort give an event's time within it: it goes to where others have it. */
  void timeOf(TrackEvent event, Packet packet) {
    if (event.delta) {
      thenUs += event.deltaUs;
    }
    if (event.delta || event.absolute) {
      packet.timed = true;
      packet.clock = Clocks.MONOTONIC;
      packet.timestamp = (event.absolute ? event.absoluteUs : thenUs) * 1000;
    }
  }

  /** A clock that only tells how much was added showed {@code ns} at this moment. */
  void steps(int ofClock, long ns, long unit, boolean incremental) {
    if (ofClock < Clocks.OWN_FROM || steps.size() < Clocks.OWN_TO) {
      steps.put(ofClock, new Step(ns, unit, incremental));
    }
  }

  /** The time in ns that a clock of this writer shows, whatever way it is written in. */
  long time(int ofClock, long written) {
    Step step = steps.get(ofClock);
    if (step == null) {
      return written;
    }
    if (!step.incremental) {
      return written * step.unit;
    }
    step.then += written * step.unit;
    return step.then;
  }

  /** How a clock's times are written. */
  private static final class Step {
    private long then;
    private final long unit;
    private final boolean incremental;

    private Step(long then, long unit, boolean incremental) {
      this.then = then;
      this.unit = unit;
      this.incremental = incremental;
    }
  }
}
