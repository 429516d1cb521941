package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack.Holds;
import interleave.timeline.LockTrack.Owner;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.BusyTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the track of an interpreter's lock from what was seen of it, in the order of time. */
final class GilBuilder {
  private static final int NOBODY = -1;

  final ProcessState process;
  final long start;

  /** A lock like others, but for its handovers that were not seen. */
  final LockBuilder holds;

  final LongColumn shortTimes = new LongColumn();

  /** How many short handovers there were up to each of these times. */
  final LongColumn shortSums = new LongColumn();

  final LongColumn unseenStarts = new LongColumn();
  final LongColumn unseenEnds = new LongColumn();

  private final Map<Integer, BusyTime> byLane = new HashMap<>();
  private int holder = NOBODY;
  private int lastHolder = NOBODY;
  private long since;
  private long longest;
  private final BusyTime unseen = new BusyTime();
  private long seen;

  GilBuilder(ProcessState process, long start) {
    this.process = process;
    this.start = start;
    holds = new LockBuilder(process.index, new InternedObject(-1, process, 0));
  }

  void held(int lane, long time) {
    if (lane == holder) {
      return;
    }
    free(time);
    seen += lastHolder != NOBODY && lastHolder != lane ? 1 : 0;
    holder = lane;
    lastHolder = lane;
    since = time;
    holds.event(EventKind.LOCK_ACQUIRED, 0, lane, 0, 0, time);
    turns(lane).begin(time);
  }

  void free(long time) {
    if (holder != NOBODY) {
      holds.event(EventKind.LOCK_RELEASED, 0, holder, 0, 0, time);
      turns(holder).end(time);
      longest = Math.max(longest, time - since);
      holder = NOBODY;
    }
  }

  boolean isHeldByOther(int lane) {
    return holder != NOBODY && holder != lane;
  }

  /** Nobody looked at it between the two. */
  void unseen(long from, long to) {
    int last = unseenEnds.size() - 1;
    long begin = Math.max(from, last < 0 ? start : unseenEnds.get(last));
    if (begin < to) {
      free(Math.max(begin, since));
      unseenStarts.add(begin);
      unseenEnds.add(to);
      unseen.begin(begin);
      unseen.end(to);
    }
  }

  private BusyTime turns(int lane) {
    return byLane.computeIfAbsent(lane, _ -> new BusyTime());
  }

  void passed(long times, long time) {
    int last = shortSums.size() - 1;
    long before = last < 0 ? 0 : shortSums.get(last);
    shortTimes.add(last < 0 ? time : Math.max(time, shortTimes.get(last)));
    shortSums.add(before + Math.max(0, times));
  }

  GilTrack track(Tracks tracks) {
    Map<Integer, View.Turns> turns = new HashMap<>();
    byLane.forEach((lane, coverage) -> turns.put(lane, new View.Turns(coverage, coverage.size())));
    return new View(
        this,
        TrackViews.OfLock.of(holds, tracks, null),
        shortTimes.size(),
        unseenEnds.size(),
        seen,
        longest,
        turns);
  }

  private record View(
      GilBuilder of,
      TrackViews.OfLock lock,
      int shorts,
      int unseen,
      long seen,
      long longestNs,
      Map<Integer, Turns> turns)
      implements GilTrack {

    /** When one thread had it, as far as a snapshot goes. */
    record Turns(BusyTime coverage, int size) {}

    @Override
    public int process() {
      return of.process.index;
    }

    @Override
    public Holds holds() {
      return lock;
    }

    @Override
    public List<Owner> owners() {
      return lock.owners();
    }

    @Override
    public long start() {
      return of.start;
    }

    @Override
    public long heldNs() {
      return lock.holdNs();
    }

    @Override
    public long handovers() {
      return seen + shortHandovers();
    }

    @Override
    public long shortHandovers() {
      return shorts == 0 ? 0 : of.shortSums.get(shorts - 1);
    }

    @Override
    public long shortHandovers(long from, long to) {
      return before(to) - before(from);
    }

    private long before(long time) {
      int i = of.shortTimes.floor(time - 1, shorts);
      return i < 0 ? 0 : of.shortSums.get(i);
    }

    @Override
    public long shortHandoverBefore(long time) {
      int i = of.shortTimes.floor(time - 1, shorts);
      return i < 0 ? Long.MIN_VALUE : of.shortTimes.get(i);
    }

    @Override
    public long unseenNs(long from, long to) {
      return of.unseen.within(from, to, unseen);
    }

    @Override
    public int unseenBefore(long time) {
      return of.unseenStarts.floor(time, unseen);
    }

    @Override
    public long unseenFrom(int i) {
      return of.unseenStarts.get(i);
    }

    @Override
    public long unseenTo(int i) {
      return of.unseenEnds.get(i);
    }

    @Override
    public long nanosHeldBy(int lane, long from, long to) {
      Turns of = turns.get(lane);
      return of == null ? 0 : of.coverage.within(from, to, of.size);
    }
  }
}
