package interleave.view.inspector;

import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.PipeText;
import interleave.view.inspector.Subject.Fact;
import interleave.view.session.Durations;
import interleave.view.session.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a thing of the timeline into facts, as they are at the playhead where that matters. */
public final class Subjects {
  private static final Words WORDS = Words.of("view/inspector");
  private static final Words POOLS = Words.of("timeline/pools");

  private final Timeline timeline;
  private final long playhead;

  private Subjects(Timeline timeline, long playhead) {
    this.timeline = timeline;
    this.playhead = playhead;
  }

  /** Empty when the thing is not in this timeline. */
  public static Optional<Subject> of(Timeline timeline, ThingRef thing, long playhead) {
    try {
      return Optional.of(new Subjects(timeline, playhead).subject(thing));
    } catch (IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private Subject subject(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Process(int index) -> process(timeline.processes().get(index));
      case ThingRef.Lane(int index) -> lane(timeline.lanes().get(index));
      case ThingRef.Crowd(int index) ->
          new CrowdSubject(timeline, timeline.crowds().get(index), playhead).subject();
      case ThingRef.CrowdMoment(int index, long time) ->
          new CrowdSubject(timeline, timeline.crowds().get(index), time).subject();
      case ThingRef.Span(int lane, long start) -> span(timeline.lanes().get(lane), start);
      case ThingRef.Lock(int index) -> lock(timeline.locks().get(index));
      case ThingRef.Hold(int lock, long start) -> hold(timeline.locks().get(lock), start);
      case ThingRef.Synchronizer(int index) -> synchronizer(index).subject();
      case ThingRef.Opening(int index, int opening) -> synchronizer(index).opening(opening);
      case ThingRef.Queue(int index) -> queue(timeline.queues().get(index));
      case ThingRef.Message(int queue, int index) ->
          message(timeline.queues().get(queue), timeline.queues().get(queue).message(index));
      case ThingRef.Variable(int index) -> variable(timeline.variables().get(index));
      case ThingRef.Access(int variable, int index) ->
          access(timeline.variables().get(variable), index);
      case ThingRef.LostUpdate(int variable, int index) ->
          lostUpdate(timeline.variables().get(variable), index);
      case ThingRef.Pool(int index) -> pool(timeline.pools().get(index));
      case ThingRef.Task(int pool, int index) ->
          task(timeline.pools().get(pool), timeline.pools().get(pool).tasks().get(index));
      case ThingRef.Pipe(int index) -> pipe(timeline.pipes().get(index));
      case ThingRef.Line(int index) -> line(timeline.output().line(index));
      case ThingRef.Local(int track, long start) ->
          new LocalSubject(timeline, timeline.locals().get(track), start).subject();
      case ThingRef.Deadlock(int index) ->
          new DeadlockSubject(timeline, timeline.deadlocks().get(index)).subject();
      case ThingRef.Phase(int index) ->
          new PhaseSubject(timeline, timeline.phases().get(index)).subject();
    };
  }

  private SynchronizerSubject synchronizer(int index) {
    return new SynchronizerSubject(timeline, timeline.synchronizers().get(index), playhead);
  }

  private Subject process(ProcessTrack process) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("pid", Long.toString(process.pid())));
    if (process.parent() >= 0) {
      ProcessTrack parent = timeline.processes().get(process.parent());
      facts.add(fact("parent", parent.name() + " " + parent.pid()));
    }
    facts.add(fact("started", moment(process.start())));
    if (process.end() == Timeline.OPEN) {
      facts.add(fact("ended", WORDS.get("still-runs")));
    } else {
      facts.add(fact("ended", moment(process.end())));
      ProcessTrack.Exit exit = process.exit();
      facts.add(fact("how", exit == null ? WORDS.get("not-known") : exit.show()));
      facts.add(fact("lived", Durations.show(process.end() - process.start())));
    }
    facts.add(fact("threads", Integer.toString(process.lanes().size())));
    facts.add(
        fact(
            "traced",
            process.traced() ? WORDS.get("traced", process.runtime()) : WORDS.get("not-traced")));
    return new Subject(WORDS.get("subject.process", process.name()), facts);
  }

  private Subject lane(ThreadLane lane) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("process", process(lane.process())));
    facts.add(fact("now", doing(lane)));
    facts.add(fact("started", moment(lane.start())));
    facts.add(
        fact("ended", lane.end() == Timeline.OPEN ? WORDS.get("still-runs") : moment(lane.end())));
    facts.addAll(LocalSubject.of(timeline, lane.index(), playhead));
    long end = Math.min(lane.end(), timeline.now());
    for (ThreadState state : ThreadState.values()) {
      long ns = lane.spans().nanosIn(state, lane.start(), end);
      if (ns > 0) {
        facts.add(
            new Fact(StateWords.brief(state), Durations.show(ns) + share(ns, end - lane.start())));
      }
    }
    String kind =
        switch (lane.kind()) {
          case VIRTUAL -> "kind.virtual";
          case CARRIER -> "kind.carrier";
          case PLATFORM, TASK -> lane.daemon() ? "kind.daemon" : "";
        };
    if (!kind.isEmpty()) {
      facts.add(fact("kind", WORDS.get(kind)));
    }
    return new Subject(WORDS.get("subject.thread", lane.name()), facts);
  }

  private String doing(ThreadLane lane) {
    int i = lane.spans().at(playhead);
    if (i < 0 || lane.end() <= playhead) {
      return WORDS.get(lane.start() > playhead ? "not-started" : "has-ended");
    }
    String label = lane.spans().label(i);
    return label.isBlank() ? StateWords.brief(lane.spans().state(i)) : label;
  }

  private Subject span(ThreadLane lane, long start) {
    Spans spans = lane.spans();
    int i = Math.max(0, spans.at(start));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("thread", Lanes.full(timeline, lane.index())));
    facts.add(fact("from", moment(spans.start(i))));
    boolean open = spans.end(i) == Timeline.OPEN;
    facts.add(fact("to", open ? WORDS.get("goes-on") : moment(spans.end(i))));
    long end = open ? timeline.now() : spans.end(i);
    facts.add(fact("took", Durations.show(end - spans.start(i))));
    about(spans, i).ifPresent(facts::add);
    site(spans.site(i)).ifPresent(facts::add);
    String label = spans.label(i);
    String state = StateWords.title(spans.state(i));
    return new Subject(label.isBlank() ? state : WORDS.get("about", state, label), facts);
  }

  private Optional<Fact> about(Spans spans, int i) {
    int object = spans.object(i);
    return object < 0
        ? Optional.empty()
        : switch (spans.about(i)) {
          case LOCK -> Optional.of(fact("lock", timeline.locks().get(object).name()));
          case QUEUE -> Optional.of(fact("queue", timeline.queues().get(object).name()));
          case LANE -> Optional.of(fact("for", Lanes.full(timeline, object)));
          case PROCESS -> Optional.of(fact("for", process(object)));
          case PIPE ->
              Optional.of(fact("pipe", PipeText.title(timeline, timeline.pipes().get(object))));
          case TASK ->
              spans.task(i) < 0
                  ? Optional.empty()
                  : Optional.of(
                      fact("task", timeline.pools().get(object).tasks().get(spans.task(i)).name()));
          case SYNCHRONIZER, FUNCTION, NOTHING, POOL -> Optional.empty();
        };
  }

  private Subject lock(LockTrack lock) {
    List<Fact> facts = new ArrayList<>();
    LockTrack.Holds holds = lock.holds();
    int i = holds.at(playhead);
    boolean held = i >= 0 && holds.end(i) > playhead;
    facts.add(
        fact(
            "held-by",
            held
                ? WORDS.get(
                    "since",
                    Lanes.brief(timeline, holds.lane(i)),
                    Durations.show(playhead - holds.start(i)))
                : WORDS.get("nobody")));
    int waiting = lock.waitingAt(playhead);
    facts.add(
        fact("waiting", waiting == 0 ? WORDS.get("nobody") : WORDS.count("threads", waiting)));
    facts.add(fact("acquires", Durations.count(lock.acquires())));
    facts.add(
        fact(
            "contended",
            Durations.count(lock.contended() + lock.unmet())
                + share(lock.contended() + lock.unmet(), lock.acquires() + lock.unmet())));
    facts.add(fact("waited", WORDS.get("in-all", Durations.show(lock.waitNs()))));
    facts.add(fact("longest-wait", Durations.show(lock.longestWaitNs())));
    facts.add(fact("held", WORDS.get("in-all", Durations.show(lock.holdNs()))));
    if (lock.acquires() > 0) {
      facts.add(fact("mean-hold", Durations.show(lock.holdNs() / lock.acquires())));
    }
    return new Subject(titled(lock.monitor() ? "monitor" : "lock", lock.name()), facts);
  }

  private Subject hold(LockTrack lock, long start) {
    LockTrack.Holds holds = lock.holds();
    int i = Math.max(0, holds.at(start));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("by", Lanes.full(timeline, holds.lane(i))));
    facts.add(fact("acquired", moment(holds.start(i))));
    boolean open = holds.end(i) == Timeline.OPEN;
    facts.add(fact("released", open ? WORDS.get("still-held") : moment(holds.end(i))));
    facts.add(
        fact("held-for", Durations.show((open ? timeline.now() : holds.end(i)) - holds.start(i))));
    facts.add(
        fact(
            "waited",
            holds.waited(i) == 0 ? WORDS.get("not-at-all") : Durations.show(holds.waited(i))));
    site(holds.site(i)).ifPresent(facts::add);
    return new Subject(WORDS.get("subject.held", titled("lock", lock.name())), facts);
  }

  private Subject queue(QueueTrack queue) {
    return new Subject(
        titled("queue", queue.name()),
        List.of(
            fact("depth", Integer.toString(queue.depthAt(playhead))),
            fact("deepest", Integer.toString(queue.maxDepth())),
            fact(
                "capacity",
                queue.capacity() < 0 ? WORDS.get("unbounded") : Integer.toString(queue.capacity())),
            fact("put", Durations.count(queue.puts())),
            fact("got", Durations.count(queue.gets())),
            fact("lost", Durations.count(queue.lost()))));
  }

  private Subject message(QueueTrack queue, QueueTrack.Message message) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("from", Lanes.full(timeline, message.fromLane())));
    boolean got = message.get() != Timeline.OPEN;
    facts.add(
        fact(
            "to",
            got
                ? Lanes.full(timeline, message.toLane())
                : WORDS.get(message.lost() ? "nobody" : "not-yet")));
    boolean put = message.put() != Timeline.OPEN;
    facts.add(fact("put-at", put ? moment(message.put()) : WORDS.get("not-yet")));
    facts.add(
        fact(
            "got-at",
            got ? moment(message.get()) : WORDS.get(message.lost() ? "never" : "not-yet")));
    if (put) {
      facts.add(
          fact("in-queue", Durations.show((got ? message.get() : timeline.now()) - message.put())));
    }
    facts.add(fact("queue", queue.name()));
    site(message.putSite()).ifPresent(facts::add);
    return new Subject(WORDS.get("subject.message", message.preview()), facts);
  }

  private Subject variable(VariableTrack variable) {
    int i = variable.at(playhead);
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("value", i < 0 ? WORDS.get("untouched") : value(variable, i)));
    facts.add(fact("reads", Durations.count(variable.reads())));
    facts.add(fact("writes", Durations.count(variable.writes())));
    facts.add(fact("lost-updates", Durations.count(variable.lostUpdates())));
    if (variable.size() > 0) {
      facts.add(fact("at-first", value(variable, 0)));
      facts.add(fact("at-last", value(variable, variable.size() - 1)));
    }
    return new Subject(WORDS.get("subject.variable", variable.name()), facts);
  }

  private Subject access(VariableTrack variable, int i) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("by", Lanes.full(timeline, variable.lane(i))));
    facts.add(fact("at", moment(variable.time(i))));
    facts.add(fact("value", value(variable, i)));
    if (variable.isLost(i)) {
      facts.add(fact("fate", WORDS.get("overwritten")));
    }
    site(variable.site(i)).ifPresent(facts::add);
    String title = WORDS.get(variable.write(i) ? "subject.write" : "subject.read", variable.name());
    return new Subject(title, facts);
  }

  private Subject lostUpdate(VariableTrack variable, int index) {
    return new Subject(
        WORDS.get(
            "subject.lost-update",
            Durations.count(index + 1L),
            Durations.count(variable.lostUpdates())),
        List.of());
  }

  private Subject pool(PoolTrack pool) {
    List<Fact> thefts = new ArrayList<>();
    for (PoolTrack.Steal steal : pool.steals().subList(0, Math.min(8, pool.steals().size()))) {
      String who = Lanes.brief(timeline, steal.thief());
      String whom = Lanes.brief(timeline, steal.victim());
      thefts.add(fact("stole", WORDS.get("stole", who, steal.tasks(), whom)));
    }
    long waiting =
        pool.tasks().stream()
            .filter(t -> t.submitted() <= playhead && t.started() > playhead)
            .count();
    long running =
        pool.tasks().stream().filter(t -> t.started() <= playhead && t.ended() > playhead).count();
    long done = pool.tasks().stream().filter(t -> t.ended() <= playhead).count();
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact("tasks", Integer.toString(pool.tasks().size())),
                fact("waiting", Long.toString(waiting)),
                fact("running", Long.toString(running)),
                fact("ended", Long.toString(done))));
    facts.addAll(thefts);
    return new Subject(titled("pool", pool.name()), facts);
  }

  private Subject task(PoolTrack pool, PoolTrack.Task task) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("pool", pool.name()));
    facts.add(fact("submitted", moment(task.submitted())));
    boolean started = task.started() != Timeline.OPEN;
    facts.add(fact("started", started ? moment(task.started()) : WORDS.get("not-yet")));
    if (started) {
      facts.add(fact("waited", Durations.show(task.started() - task.submitted())));
      facts.add(fact("by", Lanes.full(timeline, task.lane())));
    }
    boolean ended = task.ended() != Timeline.OPEN;
    facts.add(fact("ended", ended ? moment(task.ended()) : WORDS.get("not-yet")));
    if (started && ended) {
      facts.add(fact("took", Durations.show(task.ended() - task.started())));
    }
    String outcome = task.outcome();
    if (outcome != null) {
      String word = POOLS.get("outcome." + outcome);
      facts.add(
          fact("outcome", task.result().isEmpty() ? word : POOLS.get("told", word, task.result())));
    }
    for (int before : task.before()) {
      facts.add(fact("after", pool.tasks().get(before).name()));
    }
    if (task.stolen()) {
      facts.add(fact("stolen-from", Lanes.full(timeline, task.submitter())));
    }
    return new Subject(WORDS.get("subject.task", task.name()), facts);
  }

  private Subject pipe(PipeTrack pipe) {
    return new Subject(
        PipeText.title(timeline, pipe),
        List.of(
            fact("child", process(pipe.child())),
            fact("bytes", PipeText.bytes(pipe.bytesAt(playhead))),
            fact("in-all", PipeText.bytes(pipe.bytes())),
            fact("waited", Durations.show(pipe.waitedNs())),
            fact("opened", moment(pipe.opened())),
            fact("closed", moment(pipe.closed()))));
  }

  private Subject line(OutputTrack.Line line) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact("by", line.lane() >= 0 ? Lanes.full(timeline, line.lane()) : process(line.process())));
    facts.add(fact("at", moment(line.time())));
    facts.add(fact("stream", WORDS.get(line.stderr() ? "stderr" : "stdout")));
    facts.add(fact("text", line.text()));
    return new Subject(WORDS.get("subject.output"), facts);
  }

  /** {@code Lock balance}; just {@code Lock} for a lock named lock. */
  private static String titled(String kind, String name) {
    return kind.equalsIgnoreCase(name)
        ? WORDS.get("only." + kind)
        : WORDS.get("subject." + kind, name);
  }

  private String value(VariableTrack variable, int i) {
    return variable.type().show(variable.bits(i));
  }

  private String process(int index) {
    if (index < 0) {
      return WORDS.get("unknown");
    }
    ProcessTrack process = timeline.processes().get(index);
    return process.name() + " " + process.pid();
  }

  private Optional<Fact> site(int index) {
    Site site = timeline.site(index);
    return site.line() == 0
        ? Optional.empty()
        : Optional.of(
            fact("line", site.line() + (site.function().isEmpty() ? "" : " · " + site.function())));
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }

  private String moment(long time) {
    return time == Timeline.OPEN ? WORDS.get("not-yet") : Durations.moment(time - timeline.start());
  }

  private static String share(long part, long whole) {
    if (whole <= 0 || part <= 0) {
      return "";
    }
    double percent = 100.0 * part / whole;
    return percent < 1 ? " (< 1 %)" : String.format(Locale.ROOT, " (%.0f %%)", percent);
  }
}
