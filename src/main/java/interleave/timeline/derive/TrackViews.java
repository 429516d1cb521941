package interleave.timeline.derive;

import interleave.event.ObjectType;
import interleave.event.ValueType;
import interleave.timeline.BinKeys;
import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.derive.column.StoredWaiting;
import interleave.timeline.derive.column.WaiterSteps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tracks show of their columns at one moment. */
final class TrackViews {
  private TrackViews() {}

  /** Of how many holds the main owner is taken, and from how many on these are neighbours. */
  private static final int SAMPLE = 32;

  private static final int MANY = 4096;

  record OfLock(
      LockBuilder of,
      long version,
      int size,
      int stretches,
      int waiterSteps,
      int mostSharing,
      int optimisticReads,
      int refusals,
      int sums,
      long detailEnded,
      Tracks tracks,
      boolean monitor,
      long acquires,
      long contended,
      long unmet,
      List<Long> lasting,
      List<Long> holding,
      boolean mayAnyoneRelease,
      boolean isUntold,
      long waitNs,
      long longestWaitNs,
      long holdNs,
      List<Owner> owners)
      implements LockTrack, LockTrack.Holds, StoredWaiting {

    static OfLock of(LockBuilder lock, Tracks tracks, @Nullable LockTrack last) {
      if (last instanceof OfLock same
          && same.version == lock.version
          && same.monitor == (lock.thing.type == ObjectType.MONITOR)) {
        return same;
      }
      return new OfLock(
          lock,
          lock.version,
          lock.starts.size(),
          lock.coverage.size(),
          lock.waiters.steps.size(),
          lock.mostSharing,
          lock.optimistic.starts.size(),
          lock.refusedFrom.size(),
          lock.sums.starts.size(),
          lock.sums.since,
          tracks,
          lock.thing.type == ObjectType.MONITOR,
          lock.acquires,
          lock.contended,
          lock.unmet(),
          lock.lasting(),
          lock.holding(),
          lock.mayAnyoneRelease(),
          lock.untold,
          lock.waiters.ns(),
          lock.waiters.longestNs(),
          lock.holdNs,
          lock.owners());
    }

    @Override
    public int index() {
      return of.index;
    }

    /** Changes when another lock of the same name comes. */
    @Override
    public String name() {
      return tracks.shortNames.of(of.thing);
    }

    @Override
    public int process() {
      return of.thing.key != 0 ? -1 : of.thing.process.index;
    }

    @Override
    public Holds holds() {
      return this;
    }

    @Override
    public WaiterSteps waiters() {
      return of.waiters.steps;
    }

    @Override
    public OptimisticRead optimisticRead(int i) {
      return of.optimistic.read(i);
    }

    @Override
    public int optimisticReadAt(long time) {
      return of.optimistic.starts.floor(time, optimisticReads);
    }

    @Override
    public Sum sum(int i) {
      return of.sums.sum(i);
    }

    @Override
    public int sumAfter(long time) {
      return of.sums.ends.floor(time, sums) + 1;
    }

    @Override
    public long waitsInBucket(int i) {
      return i < 0 || i >= of.waitBuckets.length ? 0 : of.waitBuckets[i];
    }

    @Override
    public long start(int i) {
      return of.starts.get(i);
    }

    @Override
    public long end(int i) {
      return of.ends.get(i);
    }

    @Override
    public int lane(int i) {
      return of.lanes.get(i);
    }

    @Override
    public long waited(int i) {
      return Math.max(0, of.waits.get(i));
    }

    @Override
    public boolean contended(int i) {
      long waited = of.waits.get(i);
      return waited > 0 || waited == LockBuilder.AT_ONCE;
    }

    @Override
    public boolean regained(int i) {
      return of.waits.get(i) == LockBuilder.REGAINED;
    }

    @Override
    public long refusalFrom(int i) {
      return of.refusedFrom.get(i);
    }

    @Override
    public long refusalTo(int i) {
      return of.refusedTo.get(i);
    }

    @Override
    public int site(int i) {
      return of.sites.get(i);
    }

    @Override
    public boolean shared(int i) {
      return of.shared.get(i) != 0;
    }

    @Override
    public int at(long time) {
      return of.starts.floor(time, size);
    }

    @Override
    public BinKeys kept() {
      return of.kept();
    }

    @Override
    public long nanosHeld(long from, long to) {
      return of.coverage.within(from, to, stretches);
    }

    /**
     * Looks at 32 to 65 holds at most, at places that stay the same while one pans, so that nothing
     * flickers. Where there are very many these lie next to each other: each place further away may
     * have to be inflated from a file.
     */
    @Override
    public int mainOwner(long from, long to) {
      int last = at(to - 1);
      int from0 = Math.max(0, at(from));
      int count = last - from0 + 1;
      boolean many = count > MANY;
      int stride = many ? 1 : Math.max(1, Integer.highestOneBit(Math.max(1, count)) / SAMPLE);
      int first = many ? last - 2 * SAMPLE : from0 / stride * stride;
      int best = -1;
      long most = 0;
      int[] seen = new int[8];
      long[] held = new long[8];
      int owners = 0;
      for (int i = first; i <= last; i += stride) {
        long ns = Math.min(of.ends.get(i), to) - Math.max(of.starts.get(i), from);
        int lane = of.lanes.get(i);
        int at = 0;
        while (at < owners && seen[at] != lane) {
          at++;
        }
        if (ns <= 0 || at == seen.length) {
          continue;
        }
        owners = Math.max(owners, at + 1);
        seen[at] = lane;
        held[at] += ns;
        if (held[at] > most) {
          most = held[at];
          best = lane;
        }
      }
      return best;
    }
  }

  record OfQueue(
      QueueBuilder of,
      int messages,
      int steps,
      String name,
      int capacity,
      long puts,
      long gets,
      long lost,
      int maxDepth,
      long derived,
      boolean ended)
      implements QueueTrack {

    /**
     * What is known of the queue now.
     *
     * @param derived up to when events were derived; what happens to a message later is not seen
     */
    static OfQueue of(QueueBuilder queue, long derived, boolean ended) {
      int messages = queue.ids.size();
      long lost = 0;
      for (int i = 0; ended && i < messages; i++) {
        lost += queue.gets.get(i) == Timeline.OPEN ? 1 : 0;
      }
      lost = Math.max(lost, queue.unsendable.size());
      return new OfQueue(
          queue,
          messages,
          queue.stepTimes.size(),
          queue.name,
          queue.capacity,
          queue.putCount,
          queue.getCount,
          lost,
          queue.maxDepth,
          derived,
          ended);
    }

    @Override
    public int index() {
      return of.index;
    }

    @Override
    public int depthAt(long time) {
      int step = of.stepTimes.floor(time, steps);
      return step < 0 ? 0 : of.stepDepths.get(step);
    }

    @Override
    public long stepTime(int i) {
      return of.stepTimes.get(i);
    }

    @Override
    public int stepDepth(int i) {
      return of.stepDepths.get(i);
    }

    @Override
    public Message message(int i) {
      long get = of.gets.get(i);
      boolean got = get <= derived && get != Timeline.OPEN;
      return new Message(
          i,
          of.ids.get(i),
          of.previews.get(i),
          of.putRequests.get(i),
          of.puts.get(i),
          got ? get : Timeline.OPEN,
          of.fromLanes.get(i),
          got ? of.toLanes.get(i) : -1,
          of.putSites.get(i),
          got ? of.getSites.get(i) : 0,
          !got && (ended || of.unsendable.containsKey(i)),
          (of.marks.get(i) & QueueBuilder.AGAIN) != 0,
          sending(i));
    }

    @Override
    public long putAt(int i) {
      return of.puts.get(i);
    }

    @Override
    public boolean isAgain(int i) {
      return (of.marks.get(i) & QueueBuilder.AGAIN) != 0;
    }

    @Override
    public long gotAt(int i) {
      long get = of.gets.get(i);
      return get <= derived ? get : Timeline.OPEN;
    }

    private Sending sending(int i) {
      long sent = of.sents.get(i);
      boolean told = sent <= derived && sent != Timeline.OPEN;
      return (of.marks.get(i) & QueueBuilder.BUFFERED) == 0
          ? Sending.NONE
          : new Sending(
              true,
              told ? sent : Timeline.OPEN,
              told ? of.sentLanes.get(i) : -1,
              of.unsendable.getOrDefault(i, ""));
    }

    @Override
    public int firstPutAt(long time) {
      return of.firsts.floor(time - 1, messages) + 1;
    }
  }

  record OfVariable(
      VariableBuilder of,
      int size,
      int lostUpdates,
      String name,
      ValueType type,
      boolean orders,
      long reads,
      long writes)
      implements VariableTrack {

    static OfVariable of(VariableBuilder variable) {
      return new OfVariable(
          variable,
          variable.times.size(),
          variable.lostUpdates(),
          ShortNames.simple(variable.thing.name),
          variable.type,
          variable.orders,
          variable.reads,
          variable.writes);
    }

    @Override
    public int index() {
      return of.index;
    }

    @Override
    public int process() {
      return of.thing.process.index;
    }

    @Override
    public long time(int i) {
      return of.times.get(i);
    }

    @Override
    public int lane(int i) {
      return of.lanes.get(i);
    }

    @Override
    public boolean write(int i) {
      return (of.kinds.get(i) & VariableBuilder.WRITE) != 0;
    }

    @Override
    public long bits(int i) {
      return of.bits.get(i);
    }

    @Override
    public ValueType type(int i) {
      return of.type(i);
    }

    @Override
    public String shown(int i) {
      return of.shown(i);
    }

    @Override
    public double number(int i) {
      return of.number(i);
    }

    @Override
    public int site(int i) {
      return of.sites.get(i);
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }

    @Override
    public LostUpdate lostUpdate(int i) {
      return of.lostUpdate(i);
    }

    @Override
    public int firstLostAt(long time) {
      return of.lostTimes.floor(time - 1, lostUpdates) + 1;
    }

    @Override
    public boolean isLost(int i) {
      return (of.kinds.get(i) & VariableBuilder.LOST) != 0;
    }

    @Override
    public double min(long from, long to) {
      return extreme(from, to, 1);
    }

    @Override
    public double max(long from, long to) {
      return extreme(from, to, -1);
    }

    private double extreme(long from, long to, int sign) {
      return extreme(at(from - 1) + 1, at(to - 1) + 1, sign);
    }

    @Override
    public double least(int first, int end) {
      return extreme(first, end, 1);
    }

    @Override
    public double greatest(int first, int end) {
      return extreme(first, end, -1);
    }

    private double extreme(int first, int end, int sign) {
      return of.extremes.extreme(of::number, first, end, sign);
    }

    @Override
    public BinKeys kept() {
      return of.kept();
    }
  }
}
