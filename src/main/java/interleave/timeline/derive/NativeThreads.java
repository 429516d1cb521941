package interleave.timeline.derive;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.derive.system.SampledLane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose threads the system's are, and what it says of them. The system gives a number again when
 * its thread has ended, so it is the time that tells who is meant.
 */
final class NativeThreads {
  /**
   * So far behind the watermark a lane goes on with the last word of the system: of a thread that
   * slept for long the next comes late.
   */
  private static final long PATIENCE_NS = 300_000_000;

  /**
   * So long before its first word a thread may be seen; that which starts its runtime, and then the
   * tracer, much longer.
   */
  private static final long EARLY_NS = 100_000_000;

  private final Directory directory;
  private final GilBuilders gils;
  private final Map<Key, Native> all = new HashMap<>();
  private final List<LaneBuilder> sampled = new ArrayList<>();
  private final List<Gone> gone = new ArrayList<>();
  private boolean heard;

  private record Key(int process, int tid) {}

  /** From that time on the number is that of this lane. */
  private record Named(long time, LaneBuilder lane) {}

  /** Of that lane the system knew nothing any more then. */
  record Gone(LaneBuilder lane, long time) {}

  /** One of the system's numbers. */
  private static final class Native {
    final ObjectColumn<Named> named = new ObjectColumn<>();
    final UnseenThread unseen;

    /** How many of those who had it are no more. */
    int over;

    Native(UnseenThread unseen) {
      this.unseen = unseen;
    }
  }

  NativeThreads(Directory directory, GilBuilders gils) {
    this.directory = directory;
    this.gils = gils;
  }

  /** Whether the system has said anything. */
  boolean heard() {
    return heard;
  }

  private Native of(ProcessState process, int tid) {
    return all.computeIfAbsent(
        new Key(process.index, tid), _ -> new Native(new UnseenThread(process, tid, directory)));
  }

  /** A thread is said to have that number. */
  void named(ProcessState process, LaneBuilder lane, long tid, long time) {
    ObjectColumn<Named> known = of(process, (int) tid).named;
    if (tid != 0 && (known.size() == 0 || known.get(known.size() - 1).lane() != lane)) {
      known.add(new Named(time, lane));
      if (process.firstNative == null) {
        process.firstNative = lane;
        if (!process.unseen.isEmpty()) {
          tracerSpeaks(process);
        }
      }
    }
  }

  private void tracerSpeaks(ProcessState process) {
    all.forEach(
        (key, each) -> {
          if (key.process() == process.index) {
            each.unseen.tracerSpeaks();
          }
        });
  }

  /**
   * The system was seen to say something of a thread; returns the lane that this changes, null
   * where it changes none.
   */
  @Nullable LaneBuilder event(PendingLine next) {
    heard = true;
    ProcessState process = directory.processes.get(next.thing());
    ThreadSample sample = ThreadSample.of(next.value());
    NativeState state = NativeState.of(next.flags());
    Native thread = of(process, sample.tid());
    if (state == NativeState.ZOMBIE) {
      // Of what it did not run since the last look it was dead, unless it said something then.
      long death = Math.max(next.time() - sample.asleep(), process.newest);
      process.died = Math.min(process.died, death);
    }
    if (state != NativeState.GONE || sample.tid() == process.localPid()) {
      process.lastSeen = Math.max(process.lastSeen, next.time());
    }
    LaneBuilder lane = laneOf(thread, state, sample, next);
    if (state == NativeState.GONE || state == NativeState.ZOMBIE) {
      thread.over = Math.max(thread.over, index(thread, lane) + 1);
      if (lane != null) {
        gone.add(new Gone(lane, next.time()));
      }
      return null;
    }
    SampledLane system = lane == null ? null : lane.system;
    if (lane != null && system != null) {
      WaitChannel channel = channel(WaitChannel.of(next.flags()), process, lane);
      system.sample(state, channel, sample, next.time());
      decided(lane, system);
      return lane;
    }
    return null;
  }

  /**
   * Whose threads have been gone for some time by then, without a word, while their processes went
   * on. Of those that end with their process it is told when that is: one that has said its last
   * word may take long to be gone on a busy machine, and its threads go one after the other.
   */
  List<Gone> gone(long known) {
    List<Gone> alone = new ArrayList<>();
    for (Gone each : List.copyOf(gone)) {
      // Nobody but the system tells of a thread that its tracer does not know.
      long patience = each.lane.unseen ? 0 : PATIENCE_NS;
      if (each.time <= known - patience) {
        gone.remove(each);
        ProcessState process = each.lane.process;
        boolean goesOn = process.lanesEnd() - patience > each.time && !hasSaidAll(process, each);
        if (each.lane.end == Timeline.OPEN && goesOn) {
          alone.add(each);
        }
      }
    }
    return alone;
  }

  private static boolean hasSaidAll(ProcessState process, Gone thread) {
    return !thread.lane.unseen && process.lastWord <= thread.time;
  }

  private @Nullable LaneBuilder laneOf(
      Native thread, NativeState state, ThreadSample sample, PendingLine next) {
    LaneBuilder lane = find(thread, next.time());
    if (lane == null) {
      boolean begins = thread.unseen.hears(state, sample, next);
      lane = thread.unseen.lane();
      if (begins && lane != null) {
        begin(lane, thread.unseen);
      }
    } else if (lane.system == null && lane.kind == ThreadLane.Kind.PLATFORM) {
      thread.unseen.isSeen(next.time());
      begin(lane);
    }
    return lane;
  }

  private void decided(LaneBuilder lane, SampledLane system) {
    lane.newest = Math.max(lane.newest, system.decided());
    directory.changed(lane);
  }

  private SampledLane begin(LaneBuilder lane) {
    SampledLane system = new SampledLane(lane.spans);
    lane.system = system;
    sampled.add(lane);
    return system;
  }

  /** A futex is what the interpreter's lock is made of; who has it, was seen. */
  private WaitChannel channel(WaitChannel channel, ProcessState process, LaneBuilder lane) {
    return channel == WaitChannel.FUTEX && gils.isHeldByOther(process, lane.index)
        ? WaitChannel.INTERPRETER
        : channel;
  }

  private static int index(Native thread, @Nullable LaneBuilder lane) {
    for (int i = thread.named.size() - 1; i >= 0; i--) {
      if (thread.named.get(i).lane() == lane) {
        return i;
      }
    }
    return -1;
  }

  /** A thread is seen for a moment before its tracer can tell of it. */
  private static @Nullable LaneBuilder find(Native thread, long time) {
    LaneBuilder found = null;
    for (int i = thread.over; i < thread.named.size(); i++) {
      Named named = thread.named.get(i);
      LaneBuilder lane = named.lane();
      boolean soon = named.time() - time < EARLY_NS || lane == lane.process.firstNative;
      if (named.time() <= time || found == null && soon) {
        found = lane;
      }
    }
    return found;
  }

  /** All that happened before that is known. */
  void settle(long watermark) {
    goOn(watermark - PATIENCE_NS);
  }

  private void goOn(long until) {
    for (LaneBuilder lane : sampled) {
      SampledLane system = lane.system;
      if (system != null) {
        int before = system.pieces().size();
        system.goOn(Math.min(until, lane.end));
        if (system.pieces().size() != before) {
          decided(lane, system);
        }
      }
    }
  }

  /** The run is over: who has no lane yet gets one now. */
  void last() {
    for (Native thread : all.values()) {
      LaneBuilder lane = thread.unseen.finish() ? thread.unseen.lane() : null;
      if (lane != null) {
        begin(lane, thread.unseen);
      }
    }
  }

  private void begin(LaneBuilder lane, UnseenThread unseen) {
    unseen.replay(begin(lane));
    if (lane.process.end != Timeline.OPEN) {
      lane.finish(lane.process.lanesEnd());
    }
  }

  /** All processes have ended. */
  void finish() {
    goOn(Long.MAX_VALUE);
  }
}
