package interleave.timeline.derive;

import interleave.event.WaitChannel;
import interleave.timeline.BinKeys;
import interleave.timeline.PipeTrack.Stream;
import interleave.timeline.SpanWalk;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.derive.InternedObject.Sort;
import interleave.timeline.derive.column.HoldColumns;
import interleave.timeline.derive.column.NoSpans;
import interleave.timeline.derive.column.SpanColumns;
import interleave.timeline.derive.system.RefinedSpans;
import interleave.timeline.derive.system.SampledLane;
import interleave.words.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a lane shows of its columns at one moment: a prefix of them. */
final class LaneViews {
  /** A sleep is told in hundredths of a second; what would be none of them is just a sleep. */
  private static final int SHORTEST_TOLD = 5_000;

  private static final Words WORDS = Words.of("timeline/model");
  private static final Words PIPES = Words.of("timeline/pipes");
  private static final Words SYSTEM = Words.of("timeline/system");
  private static final WaitChannel[] CHANNELS = WaitChannel.values();

  private LaneViews() {}

  static Spans spans(LaneBuilder lane, Directory directory, Tracks tracks) {
    Spans told = new OfSpans(lane, lane.spans.size(), lane.spans.limited(), directory, tracks);
    SampledLane system = lane.system;
    return system == null ? told : RefinedSpans.of(told, system.pieces());
  }

  static Spans holds(LaneBuilder lane, Directory directory, Tracks tracks) {
    HoldColumns holds = lane.holds;
    return holds == null
        ? NoSpans.NONE
        : new OfHolds(holds, holds.starts.size(), holds.coverage.size(), directory, tracks);
  }

  private record OfSpans(
      LaneBuilder lane, int size, int limited, Directory directory, Tracks tracks)
      implements Spans {
    private SpanColumns columns() {
      return lane.spans;
    }

    @Override
    public long start(int i) {
      return columns().start(i);
    }

    @Override
    public long end(int i) {
      return columns().end(i);
    }

    @Override
    public ThreadState state(int i) {
      return columns().state(i);
    }

    @Override
    public int object(int i) {
      int object = columns().object(i);
      return switch (columns().about(i)) {
        case LOCK -> object < 0 ? -1 : directory.thing(object).shownOnLock();
        case SYNCHRONIZER -> trackOf(object, Sort.SYNCHRONIZER);
        case QUEUE -> trackOf(object, Sort.QUEUE);
        case PIPE -> trackOf(object, Sort.PIPE);
        case LANE, PROCESS -> object;
        case TASK -> trackOf(directory.tasks.pool(object), Sort.POOL);
        case POOL -> trackOf(object, Sort.POOL);
        case NOTHING, FUNCTION, TURN, FUTURE, TASKS, CALL -> -1;
      };
    }

    private int trackOf(int thing, Sort sort) {
      return thing < 0 ? -1 : directory.thing(thing).trackAs(sort);
    }

    @Override
    public int task(int i) {
      if (columns().about(i) != About.TASK) {
        return -1;
      }
      int ref = columns().object(i);
      PoolBuilder pool = tracks.known(trackOf(directory.tasks.pool(ref), Sort.POOL));
      return pool == null ? -1 : pool.indexOf(directory.tasks.id(ref));
    }

    @Override
    public long limit(int i) {
      return columns().limit(i, limited);
    }

    @Override
    public boolean shared(int i) {
      return columns().about(i) == About.LOCK && SpanBuilder.isShared(columns(), i);
    }

    @Override
    public About about(int i) {
      return columns().about(i);
    }

    @Override
    public int site(int i) {
      return columns().site(i);
    }

    @Override
    public Verb verb(int i) {
      return switch (columns().about(i)) {
        case LOCK -> SpanBuilder.isPutOrNotified(columns(), i) ? Verb.AWAIT : Verb.PLAIN;
        case QUEUE -> SpanBuilder.isPutOrNotified(columns(), i) ? Verb.PUT : Verb.GET;
        case TASK -> state(i) == ThreadState.RUNNING ? Verb.TASK : Verb.RESULT;
        case POOL -> Verb.IDLE;
        case CALL -> state(i) == ThreadState.RUNNING ? Verb.TASK : Verb.RESULT;
        default -> Verb.PLAIN;
      };
    }

    @Override
    public String condition(int i) {
      int object = columns().object(i);
      boolean lock = columns().about(i) == About.LOCK && object >= 0;
      return lock && directory.thing(object).whole != null ? thing(object, "") : "";
    }

    @Override
    public String channel(int i) {
      int channel = state(i) == ThreadState.UNTRACED_WAIT ? columns().object(i) : 0;
      return channel <= 0 ? "" : CHANNELS[channel].name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label(int i) {
      int object = columns().object(i);
      return switch (columns().about(i)) {
        case NOTHING -> SpanBuilder.isOfSort(columns(), i) ? "" : alone(i, object);
        case LANE ->
            state(i) == ThreadState.RUNNING
                ? directory.lanes.get(object).name
                : WORDS.get(
                    lane.kind == ThreadLane.Kind.TASK ? "span.awaits" : "span.join",
                    directory.lanes.get(object).name);
        case PROCESS -> WORDS.get(isFork(object) ? "span.child" : "span.join", processName(object));
        case LOCK ->
            SpanBuilder.isPutOrNotified(columns(), i)
                ? WORDS.get("span.await", thing(object, ""))
                : WORDS.get("span.lock", thing(object, WORDS.get("span.a-lock")));
        case SYNCHRONIZER ->
            WORDS.get("span.synchronizer", thing(object, WORDS.get("span.a-synchronizer")));
        case PIPE -> object < 0 ? "" : pipe(trackOf(object, Sort.PIPE));
        case QUEUE ->
            WORDS.get(SpanBuilder.isPutOrNotified(columns(), i) ? "span.put" : "span.get");
        case TASK ->
            state(i) == ThreadState.RUNNING
                ? taskName(object)
                : WORDS.get(
                    "span.result",
                    directory.tasks.id(object) == 0 ? WORDS.get("span.results") : taskName(object));
        case POOL -> WORDS.get(state(i) == ThreadState.SLEEPING ? "span.idle.loop" : "span.idle");
        case TURN -> WORDS.get("span.turn");
        case FUTURE ->
            WORDS.get(state(i) == ThreadState.IO ? "span.awaits.io" : "span.awaits.result");
        case TASKS -> WORDS.count("span.awaits.tasks", object);
        case CALL ->
            WORDS.get(
                state(i) == ThreadState.RUNNING ? "span.serves" : "span.calls",
                tracks.calls.nameOf(directory.tasks.id(object)));
        case FUNCTION -> site(i) == 0 ? "" : function(i);
      };
    }

    /** Of what is about nothing else. */
    private String alone(int i, int object) {
      return switch (state(i)) {
        case READY -> SYSTEM.get(directory.countsSteps ? "label.stands" : "label.ready");
        case UNTRACED_WAIT ->
            SYSTEM.get(channel(i).isEmpty() ? "label.asleep" : "label." + channel(i));
        case SLEEPING -> object < SHORTEST_TOLD ? WORDS.get("span.sleep") : sleep(object);
        case SYNC_WAIT ->
            object < 0
                ? WORDS.get("span.parked")
                : WORDS.get("span.parked.for", thing(object, WORDS.get("span.something")));
        case JOINING -> WORDS.get("span.join.any");
        default -> "";
      };
    }

    private String taskName(int ref) {
      long id = directory.tasks.id(ref);
      PoolBuilder pool = tracks.known(trackOf(directory.tasks.pool(ref), Sort.POOL));
      String name = pool == null ? null : pool.nameOf(id);
      return name == null ? WORDS.get("span.task", id) : name;
    }

    /** Whether it came from a fork of the program's own, for which nothing else waits than that. */
    private boolean isFork(int process) {
      ProcessState child = directory.processes.get(process);
      return child.copy && child.method.isEmpty();
    }

    private String processName(int process) {
      return ProcessName.of(directory.processes.get(process), directory);
    }

    /**
     * Spans are drawn before the watermark has come to their pipe, so that it may have no track.
     */
    private String pipe(int track) {
      PipeBuilder pipe = track < 0 ? null : tracks.pipes.get(track);
      String child =
          pipe == null || pipe.child < 0 ? PIPES.get("unknown.child") : processName(pipe.child);
      Stream stream = pipe == null ? Stream.OUTPUT : pipe.stream;
      boolean copy = pipe != null && pipe.child >= 0 && directory.processes.get(pipe.child).copy;
      return PIPES.get("label." + stream, copy ? child : child.split(" ", 2)[0]);
    }

    private static String sleep(int micros) {
      return WORDS.get("span.sleep.for", String.format(Locale.ROOT, "%.2f", micros / 1e6));
    }

    private String thing(int object, String otherwise) {
      String name = object < 0 ? "" : tracks.shortNames.of(directory.thing(object));
      return name.isEmpty() ? otherwise : name;
    }

    private String function(int i) {
      String function = directory.sites.get(site(i)).function();
      return switch (function) { // as the JVM calls them; no program has such a word in it
        case "<clinit>" -> WORDS.get("span.clinit");
        case "<init>" -> WORDS.get("span.init");
        default -> function;
      };
    }

    @Override
    public int at(long time) {
      return columns().floor(time, size);
    }

    @Override
    public long nanosIn(ThreadState state, long from, long to) {
      return to <= from
          ? 0
          : columns().nanosBefore(state, to, size) - columns().nanosBefore(state, from, size);
    }

    @Override
    public @Nullable BinKeys kept() {
      return columns().kept();
    }

    @Override
    public SpanWalk walk() {
      SpanWalk walk = columns().walk(size);
      return walk == null ? SpanWalk.plain(this) : walk;
    }
  }

  private record OfHolds(
      HoldColumns columns, int size, int stretches, Directory directory, Tracks tracks)
      implements Spans {
    @Override
    public long start(int i) {
      return columns().starts.get(i);
    }

    @Override
    public long end(int i) {
      return columns().ends.get(i);
    }

    @Override
    public ThreadState state(int i) {
      return ThreadState.RUNNING;
    }

    @Override
    public int object(int i) {
      int object = columns().objects.get(i);
      return object < 0 ? -1 : directory.thing(object).trackAs(Sort.LOCK);
    }

    @Override
    public About about(int i) {
      return About.LOCK;
    }

    @Override
    public int site(int i) {
      return columns().sites.get(i);
    }

    @Override
    public Verb verb(int i) {
      return Verb.PLAIN;
    }

    @Override
    public String label(int i) {
      int object = columns().objects.get(i);
      return object < 0 ? "" : tracks.shortNames.of(directory.thing(object));
    }

    @Override
    public int at(long time) {
      return columns().starts.floor(time, size);
    }

    @Override
    public long nanosIn(ThreadState state, long from, long to) {
      return state == ThreadState.RUNNING ? columns().coverage.within(from, to, stretches) : 0;
    }

    @Override
    public BinKeys kept() {
      return columns().kept();
    }
  }
}
