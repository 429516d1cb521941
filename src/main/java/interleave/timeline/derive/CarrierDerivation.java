package interleave.timeline.derive;

import interleave.timeline.ThreadState;
import interleave.timeline.derive.column.CrowdBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * From what virtual threads do, in the order of time, which of them each carrier ran when.
 *
 * <p>A thread that runs is on its carrier; one that waits is on none. Where it goes on is known one
 * event later, because the tracer says that a thread has another carrier right behind the event
 * that showed it, with the same time:
 *
 * <pre>
 *   virtual 7     SLEEP_END      CARRIER 12            LOCK_REQUEST
 *                 runs, but where? on 12               waits
 *   carrier 12                   ├──── virtual 7 ──────┤
 * </pre>
 *
 * <p>Not every wait is seen: a program may block in code that has no hooks. But a carrier runs one
 * thread at a time. Where it runs the next, the one before it is off, and counts as parked until it
 * is heard of again.
 */
final class CarrierDerivation {
  private static final int NONE = -1;
  private static final int PARKED = ThreadState.SYNC_WAIT.ordinal();

  private final Directory directory;
  private final LaneCorrections corrections;

  /** By virtual thread: the carrier that runs it now, -1 for none. */
  private int[] mountedOn = {};

  /** Virtual threads whose carriers ran others, so that they must wait. */
  private final BitSet displaced = new BitSet();

  private final List<Going> going = new ArrayList<>();

  /** A thread that went on at a time, on that carrier unless another is told yet. */
  private record Going(int lane, int carrier, long time) {}

  CarrierDerivation(Directory directory, LaneCorrections corrections) {
    this.directory = directory;
    this.corrections = corrections;
  }

  /**
   * A thread of a crowd went from one state to another, or was seen in the same on that carrier.
   */
  void visit(int lane, int from, int to, int carrier, long time) {
    settle(time);
    LaneBuilder thread = directory.lanes.get(lane);
    CrowdBuilder crowd = thread.crowd;
    if (crowd != null) {
      crowd.change(
          displaced.get(lane) ? PARKED : thread.told == from ? thread.counted : from, to, time);
      displaced.clear(lane);
      thread.told = to;
      thread.counted = to;
    }
    boolean runs = to == ThreadState.RUNNING.ordinal();
    if (!going.isEmpty()) {
      going.removeIf(each -> each.lane == lane);
    }
    if (from != to) {
      leave(lane, time);
    }
    if (runs && carrier >= 0) {
      going.add(new Going(lane, carrier, time));
    }
  }

  /** By the system's word a thread that runs by its own does something else. */
  void sampled(LaneBuilder thread, ThreadState shown, long time) {
    CrowdBuilder crowd = thread.crowd;
    int running = ThreadState.RUNNING.ordinal();
    boolean begins = thread.unseen && thread.counted == CrowdBuilder.GONE;
    if (crowd == null || thread.told != running && !begins) {
      return;
    }
    int before = begins ? CrowdBuilder.GONE : thread.counted;
    if (before != shown.ordinal()) {
      crowd.change(before, shown.ordinal(), time);
    }
    thread.told = running;
    thread.counted = shown.ordinal();
  }

  /** Whoever went on before {@code time} is where it was last told to be. */
  void settle(long time) {
    if (going.isEmpty() || going.getFirst().time >= time) {
      return;
    }
    for (Going each : going) {
      mount(each);
    }
    going.clear();
  }

  /** Whoever was on it and said nothing of waiting must have been taken off by the JVM. */
  private void displace(int carrier, long time) {
    int before = corrections.carried(carrier);
    CrowdBuilder crowd = before < 0 ? null : directory.lanes.get(before).crowd;
    if (crowd != null) {
      mount(before, NONE);
      displaced.set(before);
      crowd.change(ThreadState.RUNNING.ordinal(), PARKED, time);
    }
  }

  private void mount(Going each) {
    if (mountedOn(each.lane) != each.carrier) {
      leave(each.lane, each.time);
      displace(each.carrier, each.time);
      corrections.carries(each.carrier, each.lane, each.time);
      mount(each.lane, each.carrier);
    }
  }

  private void leave(int lane, long time) {
    if (mountedOn(lane) >= 0) {
      corrections.carriesNoMore(mountedOn(lane), lane, time);
      mount(lane, NONE);
    }
  }

  private int mountedOn(int lane) {
    return lane < mountedOn.length ? mountedOn[lane] : NONE;
  }

  private void mount(int lane, int carrier) {
    if (lane >= mountedOn.length) {
      int before = mountedOn.length;
      mountedOn = Arrays.copyOf(mountedOn, Math.max(64, Math.max(lane + 1, before * 2)));
      Arrays.fill(mountedOn, before, mountedOn.length, NONE);
    }
    mountedOn[lane] = carrier;
  }
}
