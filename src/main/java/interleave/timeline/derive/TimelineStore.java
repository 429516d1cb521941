package interleave.timeline.derive;

import interleave.event.AsciiText;
import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.FilledTemplate;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.SlotFormat;
import interleave.event.TracedRuntime;
import interleave.timeline.Site;
import interleave.timeline.StackSamples;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.column.Bounds;
import interleave.timeline.derive.image.ModelImage;
import interleave.timeline.derive.image.TooManyObjects;
import interleave.timeline.derive.image.UnfitImage;
import interleave.timeline.derive.slice.SliceTracks;
import interleave.timeline.grammar.EventGrammar;
import interleave.timeline.grammar.EventGrammar.Row;
import interleave.timeline.grammar.Scope;
import interleave.timeline.grammar.Subject;
import interleave.timeline.grammar.Teller;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
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
 * whoever feeds it reads the recording {@link #again} from the beginning when the run has ended,
 * with a watermark that stays behind by the {@link #longestDelay}, where nothing can be late.
 *
 * <p>One thread feeds a store. Any thread may take {@link #snapshot()}.
 */
public final class TimelineStore implements EventSink {
  /** How far behind the begin of a poll the watermark stays while the run lives, in ns. */
  private static final long SLACK = 20_000_000;

  /** The same where some of it comes from other machines, in batches. */
  private static final long REMOTE_SLACK = 2_000_000_000;

  /** The same while nobody looks; and where there is so much that it should not lie on the heap. */
  private static final long UNSEEN_SLACK = 1_000_000_000;

  private static final long CROWDED_SLACK = 200_000_000;
  private static final int CROWDED = 1 << 20;

  private final RunModel model;
  private final Directory directory;
  private final Pending pending = new Pending();
  private final LaneFeed lanes;
  private final Derivation derivation;
  private final SnapshotMaker snapshots;
  private final Map<SegmentInfo, Source> sources = new IdentityHashMap<>();
  private @Nullable Source current;
  private long reportedNotes;
  private long longestDelay;

  /** The newest event there was when steps were derived last. */
  private long settled = Long.MIN_VALUE;

  private volatile Timeline snapshot;

  /** A store for what may be known of with the memory that there is. */
  public TimelineStore() {
    this(new Bounds(Runtime.getRuntime().maxMemory()));
  }

  public TimelineStore(Bounds bounds) {
    this(new RunModel(bounds));
  }

  private TimelineStore(RunModel model) {
    this.model = model;
    directory = model.directory;
    lanes = new LaneFeed(model, pending);
    derivation = new Derivation(model);
    snapshots = new SnapshotMaker(model);
    snapshot = snapshots.make(model.ended ? model.newest : 0);
  }

  /**
   * The store of which {@link #keep} wrote the image, to be looked at.
   *
   * @param damage hears when a part of it that was not looked at before turns out to be damaged, on
   *     the thread that looks; what is damaged reads as zeros from then on
   * @throws IOException where it does not fit: the recording is to be read again
   */
  public static TimelineStore kept(MemorySegment image, Runnable damage) throws IOException {
    RunModel model = ModelImage.read(RunModel.class, image, damage);
    try {
      return new TimelineStore(model);
    } catch (RuntimeException e) {
      throw new UnfitImage("not of a run", e); // somebody has made it by hand
    }
  }

  /**
   * Writes an image of what was derived of a recording that has ended, so that nobody has to derive
   * it again.
   *
   * @throws TooManyObjects where that takes longer and more room than deriving it
   */
  public void keep(OutputStream out, KeptWriter.Course course) throws IOException {
    if (!model.ended) {
      throw new IllegalStateException("the run goes on");
    }
    ModelImage.write(model, out, course);
  }

  /** A segment: whose it is, and its events that wait. */
  private static final class Source {
    final SegmentInfo segment;
    final @Nullable ProcessState process;
    final Pending.Lines waiting;
    long newest;
    long lost;
    private int lastThread;
    private @Nullable LaneBuilder lastLane;

    Source(SegmentInfo segment, @Nullable ProcessState process, Pending.Lines waiting) {
      this.segment = segment;
      this.process = process;
      this.waiting = waiting;
      this.newest = segment.opened();
    }

    /** The lane of that thread of its process; mostly it is the same as before. */
    LaneBuilder lane(Directory directory, ProcessState of, int thread) {
      LaneBuilder last = lastLane;
      if (last == null || lastThread != thread) {
        last = directory.lane(of, thread);
        lastLane = last;
        lastThread = thread;
      }
      return last;
    }

    /** By how many ns an event comes behind one that its segment told before it. */
    long delay(long time) {
      newest = Math.max(newest, time);
      return newest - time;
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
      return new Source(segment, null, pending.lines(-1, host(segment)));
    }
    ProcessState process = directory.process(segment.pid());
    return new Source(segment, process, pending.lines(process.index, process.host()));
  }

  private static int host(SegmentInfo segment) {
    return (int) (segment.pid() >>> Integer.SIZE);
  }

  @Override
  public void segment(SegmentInfo segment) {
    ProcessState process = source(segment).process;
    if (process == null) {
      return;
    }
    process.systemParent = segment.parentPid();
    process.runtime = segment.runtime().name().toLowerCase(Locale.ROOT);
    process.traced = true;
  }

  @Override
  public void lost(SegmentInfo from, long count, long first, long last) {
    Source source = source(from);
    if (count > source.lost) {
      long more = count - source.lost;
      source.lost = count;
      int process = source.process == null ? -1 : source.process.index;
      if (process >= 0) {
        model.happened(first); // also where it is all that is known of the process
        model.happened(last);
      }
      model.gaps.add(new Timeline.Gap(process, first, Math.max(first, last), more));
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
    heard(from, kind, flags, thread, object, site, value, time, text);
  }

  @Override
  public void asciiEvent(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      AsciiText text) {
    boolean copied = EventGrammar.of(kind).subject() == Subject.SLICE;
    CharSequence kept = copied ? text : text.toString();
    heard(from, kind, flags, thread, object, site, value, time, kept);
  }

  private void heard(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable CharSequence text) {
    model.events++;
    Source source = source(from);
    int thing = EventGrammar.of(kind).subject() == Subject.STACK ? 0 : object;
    if (source.process != null && !directory.hasRoom(source.process, thread, thing)) {
      return;
    }
    understood(source, kind, flags, thread, object, site, value, time, kept(kind, text));
  }

  /** Of names there must not be too many; what else is said does not lie on the heap. */
  private @Nullable CharSequence kept(EventKind kind, @Nullable CharSequence text) {
    return text == null || EventGrammar.of(kind).subject().hasTextsOutside()
        ? text
        : model.bounds.fit(text.toString());
  }

  private static @Nullable String string(@Nullable CharSequence text) {
    return text == null ? null : text.toString();
  }

  private void understood(
      Source source,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable CharSequence text) {
    longestDelay = Math.max(longestDelay, source.delay(time));
    ProcessState process = source.process;
    Row row = EventGrammar.of(kind);
    if (row.scope() == Scope.NAMING) {
      naming(source, row, flags, thread, object, site, value, time, string(text));
    } else if (process == null) {
      engine(source, row, flags, object, value, time, string(text));
    } else {
      model.happened(time);
      process.newest = Math.max(process.newest, time);
      boolean ofSlices = row.subject() == Subject.SLICE || row.subject() == Subject.FLOW;
      if (ofSlices || thread != 0 && process.tracks.get(thread) >= 0) {
        if (ofSlices) {
          sliced(source, process, row, flags, thread, object, value, time, text);
        }
        return; // nothing else happens in a row that is no thread's
      }
      LaneBuilder lane = thread == 0 ? null : source.lane(directory, process, thread);
      if (kind == EventKind.STACK_SAMPLE) {
        stacked(source, process, lane, flags, object, site, value, time);
        return;
      }
      int thing = object == 0 ? -1 : directory.indexOfThing(process, object);
      int at = process.site(site);
      // Another's segment is read before or after its own.
      boolean onBehalf = row.onBehalf() && (flags & Flags.ON_BEHALF) != 0;
      if (lane != null && row.scope().ofThread() && !onBehalf) {
        lanes.event(source.waiting, row, flags, lane, thing, at, value, time);
      }
      model.tellsStates |= kind == EventKind.STATE_TOLD;
      directory.countsSteps |= kind == EventKind.CHOICE;
      if (kind == EventKind.UNPARK) {
        lanes.woken(source.waiting, directory.lane(process, (int) value), time);
      }
      if (row.scope().shared() && row.teller() != Teller.ENGINE) {
        int index = lane == null ? -1 : lane.index;
        pending.event(source.waiting, kind, flags, index, thing, at, value, time, string(text));
      }
    }
  }

  /**
   * Slices, moments and flows are in a thread, or in a row that is none. It stands here as a whole,
   * longer than what the compiler puts into who calls it: else it makes all of it twice, since what
   * calls it is as often called.
   */
  private void sliced(
      Source source,
      ProcessState process,
      Row row,
      int flags,
      int thread,
      int object,
      long value,
      long time,
      @Nullable CharSequence text) {
    EventKind kind = row.kind();
    if (kind == EventKind.SLICE && (value < 0 || value > SlotFormat.LONGEST_RUN_NS)) {
      kind = EventKind.SLICE_BEGIN; // what would last longer than any run has no end that is known
    }
    int thing = object == 0 ? -1 : directory.indexOfThing(process, object);
    int track = -1;
    if (thread != 0) {
      track = process.tracks.get(thread);
      if (track >= 0) {
        process.firstSeen = Math.min(process.firstSeen, time);
      } else {
        LaneBuilder lane = source.lane(directory, process, thread);
        lanes.heard(source.waiting, lane, time);
        track = directory.slices(model.tracks.slices, lane);
      }
    }
    if (kind == EventKind.SLICE) {
      model.happened(time + value);
      process.newest = Math.max(process.newest, time + value);
    }
    CharSequence told = text;
    if (text != null && FilledTemplate.is(text)) {
      told = FilledTemplate.renamed(text.toString(), id -> template(process, id));
    }
    boolean wide =
        kind == EventKind.INSTANT && (flags & (Flags.PROCESS_WIDE | Flags.RUN_WIDE)) != 0;
    if (wide || row.subject() == Subject.FLOW && track >= 0) {
      String words = told == null ? null : told.toString();
      pending.event(source.waiting, kind, flags, track, thing, 0, value, time, words);
    } else if (track >= 0) {
      model.tracks.slices.event(kind, track, flags, thing, value, time, told);
    }
  }

  /** The index of a template; negative where there is no room for it. */
  private int template(ProcessState process, int id) {
    return directory.hasRoom(process, 0, id) ? directory.indexOfThing(process, id) : -1;
  }

  /**
   * A thread was seen with a stack. Nothing else depends on that, so it need not wait for its turn;
   * but for which thread it was, where only its runtime's name for it is known.
   */
  private void stacked(
      Source source,
      ProcessState process,
      @Nullable LaneBuilder lane,
      int flags,
      int object,
      int site,
      long value,
      long time) {
    int stack = model.stacks.stack(process.index, object);
    if (lane != null) {
      model.stacks.seen(lane.index, stack, flags, value, time);
    } else if ((flags & Flags.BY_RUNTIME) != 0) {
      EventKind kind = EventKind.STACK_SAMPLE;
      pending.event(source.waiting, kind, flags, -1, stack, site, value, time, null);
    }
  }

  /** The engine speaks about processes, by their pids. */
  private void engine(
      Source source, Row row, int flags, int object, long value, long time, @Nullable String text) {
    if (!row.isOfEngine()) {
      return;
    }
    boolean outside = row.subject().isSeenFromOutside();
    if (!outside) {
      model.happened(time); // who looks from outside looks before anything happens and after
    }
    int thing = outside ? directory.process(host(source.segment), object).index : -1;
    pending.event(source.waiting, row.kind(), flags, -1, thing, 0, value, time, text);
  }

  /** Something gets a name, or another one. */
  private void naming(
      Source source,
      Row row,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    ProcessState process = source.process;
    if (row.subject() == Subject.NOTE) {
      if (text != null) {
        model.notes.add(text);
      }
    } else if (row.subject() == Subject.HOST) {
      if (process == null && host(source.segment) == 0) { // who has the recording knows of all
        model.hosts.told(object, text, value, time);
      }
    } else if (process != null) {
      switch (row.subject()) {
        case THREAD -> {
          if ((flags & Flags.TRACK) != 0) {
            SliceTracks slices = model.tracks.slices;
            slices.name(directory.row(slices, process, thread), text);
            return;
          }
          LaneBuilder lane = directory.lane(process, thread);
          lane.define(flags, text);
          lane.first |= process.isCalled(value);
          if (!process.tellsRunning() && value != 0) {
            lane.calledByItsFile(value, text == null);
          }
          directory.changed(lane);
          if (lane.kind != ThreadLane.Kind.VIRTUAL) { // Python has none, and Java no such lock
            model.gils.named(process, lane, value, time);
          }
        }
        case NATIVE_THREAD -> {
          LaneBuilder lane = directory.lane(process, thread);
          lane.number = value;
          model.threads.named(process, lane, value, time);
        }
        case OBJECT -> define(directory.thing(process, object), flags, value, time, text);
        case SITE -> {
          directory.define(process, site, parseSite(value, text));
          model.stacks.named(process.index, site, process.site(site));
        }
        case STACK ->
            model.stacks.define(process.index, object, (int) value, site, process.site(site));
        case PROCESS -> {
          process.givenName = text;
          directory.serves(process, (flags & Flags.SERVICE) != 0);
        }
        default -> throw EventGrammar.unheard(row.kind());
      }
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
    model.tracks.defined(thing, before);
  }

  /**
   * Some of the recording is missing: what is not in it may have happened all the same, and nothing
   * follows from that.
   */
  public void incomplete() {
    model.incomplete = true;
  }

  /** What the reader knows of the whole recording. */
  public void counters(long lostEvents, long skippedSlots, double recorderNanosPerEvent) {
    model.lost = lostEvents;
    model.skipped = skippedSlots;
    model.nanosPerEvent = recorderNanosPerEvent;
  }

  /** Adds the sentences of {@code all} that were not told yet; they are also notes. */
  public void problems(List<String> all) {
    for (long i = reportedNotes; i < all.size(); i++) {
      problem(all.get((int) i));
    }
    reportedNotes = Math.max(reportedNotes, all.size());
  }

  private void problem(String sentence) {
    model.problems.add(sentence);
    model.notes.add(sentence);
  }

  /**
   * Derives what can be derived, and makes a new snapshot.
   *
   * @param polled when the poll began whose events were all handed in
   */
  public void advance(long polled) {
    derive(polled - (model.hosts.isEmpty() ? SLACK : REMOTE_SLACK));
    model.arrows.advance(Timeline.OPEN);
    snapshot = snapshots.make(Math.max(model.newest, polled));
  }

  /**
   * As {@link #advance}, of a run whose time counts steps, after a poll that left nothing. Only one
   * thread takes a step: all that is older than what was there one poll ago was handed in by now.
   */
  public void advanceSteps() {
    directory.countsSteps = true; // also before its first step
    if (settled != Long.MIN_VALUE) {
      derive(settled + 1);
    }
    settled = model.newest;
    model.arrows.advance(Timeline.OPEN);
    // The step that somebody is in is as wide as those before it.
    snapshot = snapshots.make((Math.max(0, model.newest) / Clock.STEP + 1) * Clock.STEP);
  }

  /** Derives what happened up to then; all of it, but for what comes late, was handed in. */
  public void upTo(long time) {
    derive(time);
  }

  /** By how many ns a segment told an event behind a later one, at most. */
  public long longestDelay() {
    return longestDelay;
  }

  /**
   * Derives what nobody looks at yet, which need not be the newest: hardly an event is late then.
   *
   * @param polled when the poll began whose events were all handed in
   */
  public void prepare(long polled) {
    derive(polled - (model.hosts.isEmpty() ? UNSEEN_SLACK : REMOTE_SLACK));
    if (pending.size() > CROWDED && model.hosts.isEmpty()) {
      derive(polled - CROWDED_SLACK);
    }
    model.arrows.advance(Timeline.OPEN);
  }

  /** The run has ended and everything was handed in. */
  public void finish() {
    derive(Long.MAX_VALUE);
    showSampled();
    derivation.finish();
    model.bounds.problems().forEach(this::problem);
    model.tracks.slices.problems(model.incomplete).forEach(this::problem);
    model.ended = true;
    model.arrows.advance(model.newest);
    snapshot = snapshots.make(model.newest);
  }

  /**
   * A thread of another tool's file of which nothing is told but the stacks that it was seen with
   * was there from the first of them to the last.
   */
  private void showSampled() {
    for (StackSamples each : model.stacks.samples()) {
      LaneBuilder lane = directory.lanes.get(each.lane());
      Source source = lane.process.tellsRunning() ? null : sourceOf(lane.process);
      if (source != null && !lane.isSeen()) {
        lanes.heard(source.waiting, lane, each.time(0));
        lanes.heard(source.waiting, lane, each.time(each.size() - 1));
        model.happened(lane.newest);
        lane.process.firstSeen = Math.min(lane.process.firstSeen, each.time(0));
      }
    }
    derive(Long.MAX_VALUE);
  }

  private @Nullable Source sourceOf(ProcessState process) {
    return sources.values().stream().filter(it -> it.process == process).findAny().orElse(null);
  }

  private void derive(long to) {
    pending.drain(to, derivation);
    derivation.settle(to);
    model.watermark = pending.watermark();
  }

  /**
   * Whether an event came too late to be taken in its turn, so that the tracks between threads may
   * be wrong in places.
   */
  public boolean late() {
    return pending.late();
  }

  /**
   * A store without events, in which everything that this one has met keeps its index: for reading
   * a recording once more while selections and links stay what they are.
   */
  public TimelineStore again() {
    TimelineStore next = new TimelineStore(model.bounds.again());
    next.model.incomplete = model.incomplete;
    model.introduceTo(next.model);
    return next;
  }

  /** The newest timeline. */
  public Timeline snapshot() {
    return snapshot;
  }
}
