package interleave.timeline.derive;

import interleave.timeline.ThreadState;
import java.util.ArrayList;
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
  private static final int PARKED = ThreadState.SYNC_WAIT.ordinal();

  private final Directory directory;
  private final List<Going> going = new ArrayList<>();

  /** A thread that went on at a time, on that carrier unless another is told yet. */
  private record Going(LaneBuilder lane, int carrier, long time) {}

  CarrierDerivation(Directory directory) {
    this.directory = directory;
  }

  /**
   * A thread of a crowd went from one state to another, or was seen in the same on that carrier.
   */
  void visit(int index, int from, int to, int carrier, long time) {
    settle(time);
    LaneBuilder lane = directory.lanes.get(index);
    CrowdBuilder crowd = lane.crowd;
    if (crowd != null) {
      crowd.change(lane.displaced ? PARKED : from, to, time);
      lane.displaced = false;
    }
    boolean runs = to == ThreadState.RUNNING.ordinal();
    going.removeIf(each -> each.lane == lane);
    if (from != to) {
      leave(lane, time);
    }
    if (runs && carrier >= 0) {
      going.add(new Going(lane, carrier, time));
    }
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
  private void displace(LaneBuilder carrier, long time) {
    int before = carrier.carried();
    CrowdBuilder crowd = before < 0 ? null : directory.lanes.get(before).crowd;
    if (crowd != null) {
      LaneBuilder displaced = directory.lanes.get(before);
      displaced.mountedOn = -1;
      displaced.displaced = true;
      crowd.change(ThreadState.RUNNING.ordinal(), PARKED, time);
    }
  }

  private void mount(Going each) {
    LaneBuilder lane = each.lane;
    if (lane.mountedOn != each.carrier) {
      leave(lane, each.time);
      LaneBuilder carrier = directory.lanes.get(each.carrier);
      if (!carrier.isSeen()) {
        directory.beginCarrier(carrier);
      }
      displace(carrier, each.time);
      carrier.carries(lane.index, each.time);
      directory.changed(carrier);
      lane.mountedOn = each.carrier;
    }
  }

  private void leave(LaneBuilder lane, long time) {
    if (lane.mountedOn >= 0) {
      LaneBuilder carrier = directory.lanes.get(lane.mountedOn);
      carrier.carriesNoMore(lane.index, time);
      directory.changed(carrier);
      lane.mountedOn = -1;
    }
  }
}
