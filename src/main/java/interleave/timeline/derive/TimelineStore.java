package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.timeline.OutputTrack;
import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives the timeline from events.
 *
 * <p>What a thread did follows from its own events alone, which come in order; so lanes are made at
 * once. What happened <em>between</em> threads — who owned the lock, how deep the queue was, which
 * update got lost — follows only from the events of all of them in the order of their times, and
 * segments arrive one after the other. Those events therefore wait until it is certain that nothing
 * older can come:
 *
 * <pre>
 *    derived, final                      │ watermark      │ waiting: only lanes are drawn    now
 *   ─────────────────────────────────────┼────────────────┼──────────────────────────────────▶
 *                                 begin of the last poll − slack
 * </pre>
 *
 * <p>All that was published before a poll began is read by it. An event can still be late, when its
 * thread took the time and was then kept off the processor for longer than the slack before it
 * published, or only says afterwards when it began to wait. Between threads it counts from the
 * watermark on then, so that all columns stay sorted, and the store says so ({@link #late}):
 * whoever feeds it reads the recording {@link #again} from the beginning when the run has ended, in
 * one piece, where nothing can be late.
 *
 * <p>One thread feeds a store. Any thread may take {@link #snapshot()}.
 */
public final class TimelineStore implements EventSink {
  /** How far behind the begin of a poll the watermark stays while the run lives, in ns. */
  private static final long SLACK = 20_000_000;

  final Directory directory = new Directory();
  final ObjectColumn<OutputTrack.Line> lines = new ObjectColumn<>();
  final LongColumn lineTimes = new LongColumn();
  final LocalBuilders locals = new LocalBuilders();
  final PhaseBuilder phases = new PhaseBuilder();
  final GilBuilders gils = new GilBuilders(directory.lanes);
  final ObjectColumn<String> notes = new ObjectColumn<>();
  final ObjectColumn<Timeline.Gap> gaps = new ObjectColumn<>();
  private final Pending pending = new Pending();
  private final Map<SegmentInfo, Source> sources = new IdentityHashMap<>();
  private @Nullable Source current;
  private final ArrowMaker arrows = new ArrowMaker(directory);
  private final LoopThreads loops = new LoopThreads(directory);
  final Tracks tracks = new Tracks(arrows);
  private final Derivation derivation = new Derivation(this, arrows);
  private final SnapshotMaker snapshots = new SnapshotMaker(this);

  long events;
  long lost;
  long skipped;
  double nanosPerEvent = Double.NaN;
  long begin = Timeline.OPEN;
  long newest = Long.MIN_VALUE;
  boolean ended;
  private long watermark = Long.MIN_VALUE;
  private boolean late;
  private long reportedNotes;
  private volatile Timeline snapshot = snapshots.make(0, List.of());

  /** A segment: whose it is, and its events that wait. */
  private static final class Source {
    final SegmentInfo segment;
    final @Nullable ProcessState process;
    final Pending.Lines waiting;
    long lost;

    Source(SegmentInfo segment, @Nullable ProcessState process, Pending.Lines waiting) {
      this.segment = segment;
      this.process = process;
      this.waiting = waiting;
    }
  }

  private Source source(SegmentInfo segment) {
    Source now = current;
    if (now == null || now.segment != segment) {
      now = sources.computeIfAbsent(segment, this::newSource);
      current = now;
    }
    return now;
  }

  private Source newSource(SegmentInfo segment) {
    if (segment.runtime() == TracedRuntime.ENGINE) {
      return new Source(segment, null, pending.lines(-1));
    }
    ProcessState process = directory.process(segment.pid());
    return new Source(segment, process, pending.lines(process.index));
  }

  @Override
  public void segment(SegmentInfo segment) {
    ProcessState process = source(segment).process;
    if (process == null) {
      return;
    }
    process.systemParent = segment.parentPid();
    process.runtime = segment.runtime().name().toLowerCase(java.util.Locale.ROOT);
    process.traced = true;
  }

  @Override
  public void lost(SegmentInfo from, long count, long first, long last) {
    Source source = source(from);
    if (count > source.lost && source.process != null) {
      long more = count - source.lost;
      source.lost = count;
      gaps.add(new Timeline.Gap(source.process.index, first, Math.max(first, last), more));
    }
  }

  @Override
  public void event(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    events++;
    Source source = source(from);
    ProcessState process = source.process;
    if (process == null) {
      engineEvent(source, kind, flags, object, value, time, text);
      return;
    }
    switch (kind) {
      case DEFINE_THREAD -> {
        LaneBuilder lane = directory.lanes.get(process.laneOf(thread));
        lane.define(flags, text);
        directory.changed(lane);
        gils.named(process, lane, value, time);
      }
      case DEFINE_OBJECT -> define(process.thing(object), flags, value, time, text);
      case DEFINE_SITE -> process.defineSite(site, parseSite(value, text));
      case TRACER_NOTE -> note(text);
      case PROCESS_NAME -> {
        process.givenName = text;
        process.serves((flags & Flags.SERVICE) != 0);
      }
      default -> {
        happened(time);
        process.newest = Math.max(process.newest, time);
        int lane = thread == 0 ? -1 : process.laneOf(thread);
        int thing = object == 0 ? -1 : process.thing(object).index;
        int at = process.site(site);
        if (lane >= 0 && isOfThread(kind, flags)) {
          laneEvent(source, lane, kind, flags, thing, at, value, time);
        }
        if (kind == EventKind.UNPARK) {
          LaneBuilder woken = directory.lanes.get(process.laneOf((int) value));
          loops.woken(woken, time, (each, seen, before) -> changed(source, each, seen, before));
        }
        if (isShared(kind)) {
          wait(source, kind, flags, lane, thing, at, value, time, text);
        }
      }
    }
  }

  private void laneEvent(
      Source source,
      int index,
      EventKind kind,
      int flags,
      int thing,
      int site,
      long value,
      long time) {
    LaneBuilder lane = directory.lanes.get(index);
    if (lane.kind == ThreadLane.Kind.TASK) {
      loops.step(
          lane, kind, value, time, (each, seen, before) -> changed(source, each, seen, before));
    }
    boolean seen = lane.isSeen();
    int before = lane.state();
    if (kind == EventKind.CARRIER) {
      LaneBuilder carrier = directory.lanes.get(lane.process.laneOf((int) value));
      carrier.kind = ThreadLane.Kind.CARRIER;
      lane.carrier = carrier.index;
    } else {
      lane.event(kind, flags, thing, site, value, time);
      directory.changed(lane);
    }
    changed(source, lane, seen, before);
  }

  /** A lane has begun, or is in another state than before. */
  private void changed(Source source, LaneBuilder lane, boolean seen, int before) {
    int index = lane.index;
    if (!seen && lane.isSeen()) {
      directory.begin(lane);
      arrows.begun(lane);
    }
    int after = lane.state();
    boolean mounted = lane.kind == ThreadLane.Kind.VIRTUAL && before == after && after >= 0;
    if (lane.crowd != null && (before != after || mounted)) {
      int change = (before + 1) | (after + 1) << 8;
      wait(source, EventKind.CARRIER, change, index, lane.carrier, 0, 0, lane.newest, null);
    }
  }

  /** The engine speaks about processes, by their pids. */
  private void engineEvent(
      Source source,
      EventKind kind,
      int flags,
      int object,
      long value,
      long time,
      @Nullable String text) {
    switch (kind) {
      case GIL_HELD, GIL_FREE, GIL_PASSED, GIL_UNSEEN -> {
        int process = directory.process(Integer.toUnsignedLong(object)).index;
        wait(source, kind, flags, -1, process, 0, value, time, text);
      }
      case TRACER_NOTE -> note(text);
      case CHILD_START, CHILD_EXIT, CHILD_TERMINATE, OUTPUT -> {
        happened(time);
        wait(source, kind, flags, -1, -1, 0, value, time, text);
      }
      default -> {}
    }
  }

  private void happened(long time) {
    begin = Math.min(begin, time);
    newest = Math.max(newest, time);
  }

  private void wait(
      Source source,
      EventKind kind,
      int flags,
      int lane,
      int thing,
      int site,
      long value,
      long time,
      @Nullable String text) {
    late |= time < watermark;
    long turn = Math.max(time, watermark);
    source.waiting.at(turn).add(kind, flags, lane, thing, site, value, turn, text);
  }

  private static boolean isOfThread(EventKind kind, int flags) {
    return switch (kind) {
      // Another's segment is read before or after its own.
      case LOCK_ACQUIRED, LOCK_RELEASED -> (flags & Flags.ON_BEHALF) == 0;
      case PROCESS_START, PROCESS_END, QUEUE_CAPACITY -> false;
      case GIL_HELD, GIL_FREE, GIL_PASSED, GIL_UNSEEN -> false;
      // What they sum up may be over for long, and another thread may tell of it.
      case DETAIL_ENDED, SUM_HELD, SUM_WAITED, SUM_OF_HOLDS -> false;
      default -> true;
    };
  }

  /** Whether an event says something beyond its own lane. */
  private static boolean isShared(EventKind kind) {
    return switch (kind) {
      case THREAD_CREATED, THREAD_BEGIN, JOIN_BEGIN, JOIN_END, SLEEP_BEGIN, SLEEP_END, CARRIER ->
          false;
      case GIL_HELD, GIL_FREE, GIL_PASSED, GIL_UNSEEN -> false; // only the engine speaks of them
      case IDLE_BEGIN, IDLE_END -> false;
      default -> true;
    };
  }

  private void note(@Nullable String text) {
    if (text != null) {
      notes.add(text);
    }
  }

  private static Site parseSite(long line, @Nullable String text) {
    String[] parts = text == null ? new String[0] : text.split("\n", -1);
    return new Site(
        parts.length > 0 ? parts[0] : "",
        (int) Math.clamp(line, 0, Integer.MAX_VALUE),
        parts.length > 1 ? parts[1] : "",
        parts.length > 2 ? parts[2] : "");
  }

  /**
   * Threads may name a thing one after the other, and be read in another order: the last counts.
   */
  private void define(InternedObject thing, int flags, long key, long time, @Nullable String text) {
    if (time < thing.defined) {
      return;
    }
    thing.defined = time;
    thing.type = ObjectType.of(flags & 0xFF);
    thing.key = key;
    String before = thing.name;
    thing.name = text == null ? "" : text;
    tracks.defined(thing, before);
  }

  /** What the reader knows of the whole recording. */
  public void counters(long lostEvents, long skippedSlots, double recorderNanosPerEvent) {
    lost = lostEvents;
    skipped = skippedSlots;
    nanosPerEvent = recorderNanosPerEvent;
  }

  /** Adds the sentences of {@code all} that were not told yet. */
  public void problems(List<String> all) {
    for (long i = reportedNotes; i < all.size(); i++) {
      notes.add(all.get((int) i));
    }
    reportedNotes = Math.max(reportedNotes, all.size());
  }

  /**
   * Derives what can be derived, and makes a new snapshot.
   *
   * @param polled when the poll began whose events were all handed in
   */
  public void advance(long polled) {
    derive(polled - SLACK);
    arrows.advance(Timeline.OPEN);
    snapshot = snapshots.make(Math.max(newest, polled), arrows.view());
  }

  /** The run has ended and everything was handed in. */
  public void finish() {
    derive(Long.MAX_VALUE);
    for (int i = 0; i < directory.processes.size(); i++) {
      ProcessState process = directory.processes.get(i);
      if (process.end == Timeline.OPEN) {
        boolean spoke = process.newest != Long.MIN_VALUE;
        long last =
            process.lastWord != Timeline.OPEN ? process.lastWord : spoke ? process.newest : newest;
        derivation.endProcess(process, last);
      }
    }
    gils.finish();
    tracks.pools.view().forEach(PoolBuilder::finish);
    ended = true;
    arrows.neverBegun(newest);
    arrows.advance(newest);
    snapshot = snapshots.make(newest, arrows.view());
  }

  /**
   * Whether an event came too late to be taken in its turn, so that the tracks between threads may
   * be wrong in places.
   */
  public boolean late() {
    return late;
  }

  /**
   * A store without events, in which everything that this one has met keeps its index: for reading
   * a recording once more while selections and links stay what they are.
   */
  public TimelineStore again() {
    TimelineStore next = new TimelineStore();
    directory.introduceTo(next.directory);
    tracks.introduceTo(next.tracks, next.directory);
    return next;
  }

  /** The newest timeline. */
  public Timeline snapshot() {
    return snapshot;
  }

  /** Up to when the events between threads are derived. */
  long derived() {
    return watermark;
  }

  private void derive(long to) {
    pending.drain(to, derivation);
    derivation.settle(to);
    watermark = Math.max(watermark, to);
  }
}
