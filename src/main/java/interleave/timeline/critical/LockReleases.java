package interleave.timeline.critical;

import interleave.timeline.LockTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Release.Cause;
import org.jspecify.annotations.Nullable;

/** Who let go of a lock so that another got it, and who has it at a moment. */
final class LockReleases {
  /** So many holds before one are looked at; those that share a lock are not more. */
  private static final int FEW = 256;

  private final Timeline timeline;

  LockReleases(Timeline timeline) {
    this.timeline = timeline;
  }

  /** The end of the last hold that was in the way of the one that the wait came to. */
  @Nullable Release of(int lane, Spans spans, int i) {
    if (spans.object(i) < 0) {
      return null;
    }
    LockTrack lock = timeline.locks().get(spans.object(i));
    LockTrack.Holds holds = lock.holds();
    long end = spans.end(i);
    int got = got(holds, lane, end);
    int best = -1;
    for (int at = got - 1; got >= 0 && at >= 0 && at > got - FEW; at--) {
      boolean inTheWay = !(holds.shared(got) && holds.shared(at)) && holds.lane(at) != lane;
      boolean within = holds.end(at) <= end && holds.end(at) > spans.start(i);
      if (inTheWay && within && (best < 0 || holds.end(at) > holds.end(best))) {
        best = at;
      }
      if (!holds.shared(at) && holds.end(at) <= spans.start(i)) {
        break; // whoever had it before was gone by then
      }
    }
    return best < 0
        ? null
        : new Release(
            holds.lane(best),
            holds.end(best),
            Cause.LOCK,
            new ThingRef.Hold(lock.index(), holds.start(best)),
            holds.site(best));
  }

  /** The hold of that lane that begins then, -1 for none. */
  private static int got(LockTrack.Holds holds, int lane, long time) {
    int last = holds.at(time);
    for (int i = last; i >= 0 && i > last - FEW && holds.start(i) == time; i--) {
      if (holds.lane(i) == lane) {
        return i;
      }
    }
    return -1;
  }

  /** The lane that has it at that moment and keeps another from it, -1 for none. */
  int holder(int index, int lane, boolean shares, long time) {
    LockTrack.Holds holds = timeline.locks().get(index).holds();
    int last = holds.at(time);
    for (int i = last; i >= 0 && i > last - FEW; i--) {
      boolean excludes = !(shares && holds.shared(i));
      if (holds.end(i) > time && holds.lane(i) != lane && excludes) {
        return holds.lane(i);
      }
    }
    return -1;
  }
}
