package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.BinKeys;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.BusyTime;
import interleave.timeline.derive.column.HoldSums;
import interleave.timeline.derive.column.OptimisticReads;
import interleave.timeline.derive.column.WaitTotals;
import interleave.timeline.grammar.EventGrammar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a lock's holds and waiters from the events of all threads, in the order of their times. */
final class LockBuilder {
  /** A wait that took less than a nanosecond. */
  static final long AT_ONCE = -1;

  /** No acquire: it had been let go of to be notified. */
  static final long REGAINED = -2;

  /** Of more holds that go on at once, the first are not found by {@link #holdBefore}. */
  private static final int MOST_SHARED = 256;

  /** Among so many holds one is looked for that was in the way of another. */
  private static final int FEW = 64;

  final int index;
  final InternedObject thing;

  /** How often a thread was seen to wait for it. */
  int seen;

  final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();
  final IntColumn lanes = new IntColumn();

  /** How long was waited before each; {@link #AT_ONCE} or {@link #REGAINED} where it was not. */
  final LongColumn waits = new LongColumn();

  final IntColumn sites = new IntColumn();
  final ByteColumn shared = new ByteColumn();
  final BusyTime coverage = BusyTime.of(starts, ends);

  /** What was drawn of the holds. */
  private @Nullable BinKeys kept;

  final WaitTotals waiters = new WaitTotals();

  /** Reads of a stamped lock that did not hold it. */
  final OptimisticReads optimistic = new OptimisticReads();

  /** Holds that were not recorded one by one. */
  final HoldSums sums = new HoldSums();

  final long[] waitBuckets = new long[64];
  private final List<Part> parts = new ArrayList<>();
  private final IdMap partOfLane = new IdMap();

  /** That of the last event: a thread that takes a lock releases it, mostly. */
  private @Nullable Part newest;

  /** Those that have it though their threads ended. */
  private final List<Part> forgotten = new ArrayList<>();

  private int sharing;

  /** How many threads held it together at most. */
  int mostSharing;

  long acquires;
  long contended;

  /** The waits of those that gave up or ended before they got it. */
  final LongColumn refusedFrom = new LongColumn();

  final LongColumn refusedTo = new LongColumn();

  long holdNs;

  /** Whether it is not told how long it was held: see {@link Flags#UNTOLD}. */
  boolean untold;

  /** How many waits ended of which it is not told whether their threads got it. */
  private long unsure;

  /** Grows with every event, so that a view knows whether it is still the newest. */
  long version;

  /** Whether the next snapshot has to look at it. */
  boolean changed;

  /** What one thread has to do with this lock. */
  private static final class Part {
    static final int NOTHING = -1;

    final int lane;
    int hold = NOTHING;
    int depth;
    int depthBeforeWait;
    long requested = Timeline.OPEN;

    /** When its process ended. */
    long gone = Timeline.OPEN;

    long acquires;
    long holdNs;

    Part(int lane) {
      this.lane = lane;
    }
  }

  LockBuilder(int index, InternedObject thing) {
    this.index = index;
    this.thing = thing;
  }

  BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys;
    }
    return keys;
  }

  /** Whether no event of that lane came here yet. */
  boolean isNew(int lane) {
    return (newest == null || newest.lane != lane) && partOfLane.get(lane) == IdMap.NONE;
  }

  private Part part(int lane) {
    Part known = newest;
    if (known == null || known.lane != lane) {
      known = find(lane);
      newest = known;
    }
    return known;
  }

  private Part find(int lane) {
    int known = partOfLane.get(lane);
    if (known == IdMap.NONE) {
      known = parts.size();
      partOfLane.put(lane, known);
      parts.add(new Part(lane));
    }
    return parts.get(known);
  }

  void event(EventKind kind, int flags, int lane, int site, long value, long time) {
    version++;
    Part part = part(lane);
    switch (kind) {
      case LOCK_REQUEST -> request(part, time);
      case LOCK_ACQUIRED -> {
        if ((flags & Flags.UNTOLD) == 0) {
          acquired(part, flags, site, value, time);
        } else {
          had(part, flags, site, time);
        }
      }
      case LOCK_ABANDONED -> {
        if ((flags & Flags.UNTOLD) == 0) {
          refused(part, time);
        } else {
          ceased(part, time);
        }
      }
      case LOCK_RELEASED -> {
        Part holder = part.depth > 0 ? part : holderInsteadOf(flags);
        if (holder != null && holder.depth > 0 && --holder.depth == 0) {
          release(holder, time);
        }
      }
      case WAIT_BEGIN -> {
        part.depthBeforeWait = part.depth;
        part.depth = 0;
        release(part, time);
      }
      case WAIT_END -> {
        if ((flags & Flags.UNTOLD) == 0) {
          part.depth = Math.max(1, part.depthBeforeWait);
          hold(part, 0, site, REGAINED, time);
        } else {
          untold = true;
        }
      }
      case OPTIMISTIC_READ -> optimistic.begin(lane, flags, site, time);
      case OPTIMISTIC_VALIDATED -> optimistic.validated(lane, flags, time);
      case DETAIL_ENDED, SUM_HELD, SUM_WAITED, SUM_OF_HOLDS -> {
        int sum = sums.event(kind, lane, value, time);
        if (sum >= 0) {
          add(part, sums.sum(sum));
        }
      }
      case NOTIFY -> {} // whom it lets go on is found out elsewhere
      default -> throw EventGrammar.unheard(kind);
    }
  }

  private void add(Part part, LockTrack.Sum sum) {
    acquires += sum.count();
    contended += sum.contended();
    waiters.add(sum.waitedNs(), sum.longestWaitNs());
    holdNs += sum.heldNs();
    part.acquires += sum.count();
    part.holdNs += sum.heldNs();
  }

  /**
   * Some locks may be given back by another thread than the one that took it: the one that has held
   * it for longest is meant.
   */
  private @Nullable Part holderInsteadOf(int flags) {
    if (!mayAnyoneRelease() && thing.type != ObjectType.READ_WRITE_LOCK) {
      return null; // stamped locks were said to be of that type
    }
    boolean wanted = (flags & Flags.SHARED) != 0;
    Part found = null;
    for (Part each : parts) {
      boolean holds = each.hold != Part.NOTHING && (shared.get(each.hold) != 0) == wanted;
      if (holds && (found == null || each.hold < found.hold)) {
        found = each;
      }
    }
    return found;
  }

  /**
   * Whose hold ends where that lane lets go on behalf of another: its own, or, where the tracer
   * could not tell, because it is of another process, that of the last who got it.
   */
  int heldInsteadOf(int lane) {
    int last = lastHold();
    return part(lane).depth > 0 || last < 0 ? lane : lanes.get(last);
  }

  private void request(Part part, long time) {
    if (part.requested == Timeline.OPEN) {
      part.requested = time;
      waiters.begin(time);
    }
  }

  private long unrequest(Part part, long time) {
    long since = part.requested;
    if (since == Timeline.OPEN) {
      return Timeline.OPEN;
    }
    part.requested = Timeline.OPEN;
    waiters.end(time);
    return since;
  }

  private void refused(Part part, long time) {
    long since = unrequest(part, time);
    if (since != Timeline.OPEN) {
      refusedFrom.add(since);
      refusedTo.add(time);
      addWait(time - since);
    }
  }

  /** It waits no more, and nobody says whether it has got it. */
  private void ceased(Part part, long time) {
    untold = true;
    if (part.requested != Timeline.OPEN) {
      refused(part, time);
      contended++;
      unsure++;
    }
  }

  /** It had it then: a hold of which only that moment is told. */
  private void had(Part part, int flags, int site, long time) {
    untold = true;
    boolean itself = (flags & Flags.ON_BEHALF) == 0;
    long since = itself ? unrequest(part, time) : Timeline.OPEN;
    long waited = since == Timeline.OPEN ? 0 : Math.max(1, time - since);
    if (waited > 0) {
      contended++;
      addWait(waited);
    }
    if (itself) {
      acquires++;
      part.acquires++;
    }
    starts.add(time);
    ends.add(time);
    lanes.add(part.lane);
    waits.add(itself ? waited : REGAINED);
    sites.add(site);
    shared.add(0);
    coverage.begin(time);
    coverage.end(time);
  }

  private void addWait(long ns) {
    waiters.add(ns, ns);
    waitBuckets[63 - Long.numberOfLeadingZeros(Math.max(1, ns))]++;
  }

  /** Those that never got it, and those that wait while another holds it. */
  long unmet() {
    return refusedFrom.size()
        - unsure
        + (waiters.waiting() > 0 && lastHold() >= 0 ? waiters.waiting() : 0);
  }

  private void acquired(Part part, int flags, int site, long value, long time) {
    long since = unrequest(part, time);
    if (part.depth++ > 0) {
      return; // a hold within a hold is one hold
    }
    // A request that found the lock free has still taken a moment; only another owner meanwhile
    // makes it contended.
    boolean metAnother = since != Timeline.OPEN && wasHeldAfter(flags, since);
    long waited = metAnother ? Math.max(value, 0) : 0;
    acquires++;
    part.acquires++;
    if (metAnother) {
      contended++;
      addWait(waited);
    }
    releaseForgotten(flags, time);
    hold(part, flags, site, metAnother && waited == 0 ? AT_ONCE : waited, time);
  }

  /**
   * Whether a hold that excluded this one went on after {@code since}; its own, too, where another
   * thread has ended that.
   */
  private boolean wasHeldAfter(int flags, long since) {
    int last = starts.size() - 1;
    if ((flags & Flags.SHARED) == 0 && mostSharing <= 1) {
      return last >= 0 && ends.get(last) > since;
    }
    for (int i = last; i >= 0 && i > last - FEW; i--) {
      boolean excludes = (flags & Flags.SHARED) == 0 || shared.get(i) == 0;
      if (excludes && ends.get(i) > since) {
        return true;
      }
    }
    return false;
  }

  private void hold(Part part, int flags, int site, long waited, long time) {
    if (part.hold != Part.NOTHING) {
      return;
    }
    part.hold = starts.size();
    starts.add(time);
    ends.add(Timeline.OPEN);
    lanes.add(part.lane);
    waits.add(waited);
    sites.add(site);
    shared.add((flags & Flags.SHARED) != 0 ? 1 : 0);
    coverage.begin(time);
    mostSharing = Math.max(mostSharing, ++sharing);
  }

  private void release(Part part, long time) {
    if (part.hold == Part.NOTHING) {
      return;
    }
    long start = starts.get(part.hold);
    long end = Math.max(start, time);
    ends.set(part.hold, end);
    part.hold = Part.NOTHING;
    sharing--;
    holdNs += end - start;
    part.holdNs += end - start;
    coverage.end(end);
  }

  /** Whether anybody was seen to have it, or to wait for it. */
  boolean isUsed() {
    return acquires > 0 || seen > 0 || contended > 0;
  }

  /** The last hold of those that go on; -1 when nobody has it. */
  int lastHold() {
    return sharing == 0 ? -1 : holdBefore(starts.size());
  }

  /** How many holds go on. */
  int holders() {
    return sharing;
  }

  /** The hold before that one which goes on, too, as far as one looks; -1 for none. */
  int holdBefore(int hold) {
    int least = Math.max(0, starts.size() - MOST_SHARED);
    for (int i = hold - 1; i >= least; i--) {
      if (ends.get(i) == Timeline.OPEN) {
        return i;
      }
      if (shared.get(i) == 0) {
        return -1; // whoever shares it now came later
      }
    }
    return -1;
  }

  /** Whether whoever wants to may release it, and not only the thread that took it. */
  boolean mayAnyoneRelease() {
    return thing.type == ObjectType.OPEN_LOCK || thing.type == ObjectType.STAMPED_LOCK;
  }

  /** Whether several may hold it together. */
  boolean mayBeShared() {
    return thing.type == ObjectType.READ_WRITE_LOCK || thing.type == ObjectType.STAMPED_LOCK;
  }

  /** How long all that waited for it waited together, up to now where they still do. */
  long waited(long now) {
    return waiters.steps.sum(now);
  }

  /** Who held it, those first who held it longest. */
  List<LockTrack.Owner> owners() {
    return parts.stream()
        .filter(part -> part.acquires > 0)
        .map(part -> owner(part))
        .sorted((a, b) -> Long.compare(b.holdNs(), a.holdNs()))
        .toList();
  }

  private LockTrack.Owner owner(Part part) {
    long since = part.hold == Part.NOTHING ? Timeline.OPEN : starts.get(part.hold);
    return new LockTrack.Owner(part.lane, part.acquires, part.holdNs, since);
  }

  /**
   * The thread has ended: it waits no more. What it has it keeps, unless that is a monitor; returns
   * whether it does.
   */
  boolean laneEnded(int lane, long time) {
    version++;
    Part part = part(lane);
    refused(part, time);
    if (part.hold == Part.NOTHING) {
      return false;
    }
    if (thing.type == ObjectType.MONITOR) {
      letGo(part, time);
      return false;
    }
    if (!forgotten.contains(part)) {
      forgotten.add(part);
    }
    return true;
  }

  /** The process of the thread has ended, and this lock with it, unless others have it, too. */
  void processEnded(int lane, long time) {
    if (!laneEnded(lane, time)) {
      return;
    }
    Part part = part(lane);
    part.gone = time;
    if (thing.key == 0) {
      forgotten.remove(part);
      letGo(part, time);
    }
  }

  private void letGo(Part part, long time) {
    part.depth = 0;
    release(part, time);
  }

  /**
   * Who gets what a thread has that ended shows that somebody has released it, unseen; of a process
   * that is gone it may have been the system.
   */
  private void releaseForgotten(int flags, long time) {
    if (!forgotten.isEmpty()) {
      boolean shares = (flags & Flags.SHARED) != 0;
      for (Part each : List.copyOf(forgotten)) {
        if (!shares || each.hold == Part.NOTHING || shared.get(each.hold) == 0) {
          letGo(each, sharing == 1 ? Math.min(time, each.gone) : time);
          forgotten.remove(each);
        }
      }
    }
  }

  /** Since when those have it that do. */
  List<Long> holding() {
    return sharing == 0
        ? List.of()
        : parts.stream()
            .filter(part -> part.hold != Part.NOTHING)
            .map(part -> starts.get(part.hold))
            .toList();
  }

  /** Since when those wait that still do, though another has it; mostly nobody. */
  List<Long> lasting() {
    if (waiters.waiting() == 0 || lastHold() < 0) {
      return List.of();
    }
    return parts.stream().map(part -> part.requested).filter(at -> at != Timeline.OPEN).toList();
  }
}
