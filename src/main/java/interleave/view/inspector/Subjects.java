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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns a thing of the timeline into facts, as they are at the playhead where that matters. */
public final class Subjects {
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
      case ThingRef.Span(int lane, long start) -> span(timeline.lanes().get(lane), start);
      case ThingRef.Lock(int index) -> lock(timeline.locks().get(index));
      case ThingRef.Hold(int lock, long start) -> hold(timeline.locks().get(lock), start);
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
      case ThingRef.Phase(int index) ->
          new PhaseSubject(timeline, timeline.phases().get(index)).subject();
    };
  }

  private Subject process(ProcessTrack process) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("pid", Long.toString(process.pid())));
    if (process.parent() >= 0) {
      ProcessTrack parent = timeline.processes().get(process.parent());
      facts.add(new Fact("parent", parent.name() + " " + parent.pid()));
    }
    facts.add(new Fact("started", moment(process.start())));
    if (process.end() == Timeline.OPEN) {
      facts.add(new Fact("ended", "still runs"));
    } else {
      facts.add(new Fact("ended", moment(process.end())));
      ProcessTrack.Exit exit = process.exit();
      facts.add(new Fact("how", exit == null ? "not known" : exit.show()));
      facts.add(new Fact("lived", Durations.show(process.end() - process.start())));
    }
    facts.add(new Fact("threads", Integer.toString(process.lanes().size())));
    facts.add(new Fact("traced", process.traced() ? "yes, " + process.runtime() : "no"));
    return new Subject("Process " + process.name(), facts);
  }

  private Subject lane(ThreadLane lane) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("process", process(lane.process())));
    facts.add(new Fact("now", doing(lane)));
    facts.add(new Fact("started", moment(lane.start())));
    facts.add(new Fact("ended", lane.end() == Timeline.OPEN ? "still runs" : moment(lane.end())));
    long end = Math.min(lane.end(), timeline.now());
    for (ThreadState state : ThreadState.values()) {
      long ns = lane.spans().nanosIn(state, lane.start(), end);
      if (ns > 0) {
        facts.add(
            new Fact(StateWords.brief(state), Durations.show(ns) + share(ns, end - lane.start())));
      }
    }
    String kind =
        lane.kind() == ThreadLane.Kind.VIRTUAL ? "virtual" : lane.daemon() ? "daemon" : "";
    if (!kind.isEmpty()) {
      facts.add(new Fact("kind", kind));
    }
    return new Subject("Thread " + lane.name(), facts);
  }

  private String doing(ThreadLane lane) {
    int i = lane.spans().at(playhead);
    if (i < 0 || lane.end() <= playhead) {
      return lane.start() > playhead ? "not started" : "ended";
    }
    String label = lane.spans().label(i);
    return label.isBlank() ? StateWords.brief(lane.spans().state(i)) : label;
  }

  private Subject span(ThreadLane lane, long start) {
    Spans spans = lane.spans();
    int i = Math.max(0, spans.at(start));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("thread", Lanes.full(timeline, lane.index())));
    facts.add(new Fact("from", moment(spans.start(i))));
    boolean open = spans.end(i) == Timeline.OPEN;
    facts.add(new Fact("to", open ? "goes on" : moment(spans.end(i))));
    long end = open ? timeline.now() : spans.end(i);
    facts.add(new Fact("took", Durations.show(end - spans.start(i))));
    about(spans, i).ifPresent(facts::add);
    site(spans.site(i)).ifPresent(facts::add);
    String label = spans.label(i);
    String state = StateWords.title(spans.state(i));
    return new Subject(label.isBlank() ? state : state + ": " + label, facts);
  }

  private Optional<Fact> about(Spans spans, int i) {
    int object = spans.object(i);
    return object < 0
        ? Optional.empty()
        : switch (spans.about(i)) {
          case LOCK -> Optional.of(new Fact("lock", timeline.locks().get(object).name()));
          case QUEUE -> Optional.of(new Fact("queue", timeline.queues().get(object).name()));
          case LANE -> Optional.of(new Fact("for", Lanes.full(timeline, object)));
          case PROCESS -> Optional.of(new Fact("for", process(object)));
          case PIPE ->
              Optional.of(new Fact("pipe", PipeText.title(timeline, timeline.pipes().get(object))));
          case SYNCHRONIZER, FUNCTION, NOTHING -> Optional.empty();
        };
  }

  private Subject lock(LockTrack lock) {
    List<Fact> facts = new ArrayList<>();
    LockTrack.Holds holds = lock.holds();
    int i = holds.at(playhead);
    boolean held = i >= 0 && holds.end(i) > playhead;
    facts.add(
        new Fact(
            "held by",
            held
                ? Lanes.brief(timeline, holds.lane(i))
                    + " since "
                    + Durations.show(playhead - holds.start(i))
                : "nobody"));
    int waiting = lock.waitingAt(playhead);
    facts.add(
        new Fact(
            "waiting",
            waiting == 0 ? "nobody" : waiting + (waiting == 1 ? " thread" : " threads")));
    facts.add(new Fact("acquires", Durations.count(lock.acquires())));
    facts.add(
        new Fact(
            "contended",
            Durations.count(lock.contended()) + share(lock.contended(), lock.acquires())));
    facts.add(new Fact("waited", Durations.show(lock.waitNs()) + " in all"));
    facts.add(new Fact("longest wait", Durations.show(lock.longestWaitNs())));
    facts.add(new Fact("held", Durations.show(lock.holdNs()) + " in all"));
    if (lock.acquires() > 0) {
      facts.add(new Fact("mean hold", Durations.show(lock.holdNs() / lock.acquires())));
    }
    return new Subject(titled(lock.monitor() ? "Monitor" : "Lock", lock.name()), facts);
  }

  private Subject hold(LockTrack lock, long start) {
    LockTrack.Holds holds = lock.holds();
    int i = Math.max(0, holds.at(start));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("by", Lanes.full(timeline, holds.lane(i))));
    facts.add(new Fact("acquired", moment(holds.start(i))));
    boolean open = holds.end(i) == Timeline.OPEN;
    facts.add(new Fact("released", open ? "still held" : moment(holds.end(i))));
    facts.add(
        new Fact(
            "held for", Durations.show((open ? timeline.now() : holds.end(i)) - holds.start(i))));
    facts.add(
        new Fact("waited", holds.waited(i) == 0 ? "not at all" : Durations.show(holds.waited(i))));
    site(holds.site(i)).ifPresent(facts::add);
    return new Subject(titled("Lock", lock.name()) + " held", facts);
  }

  private Subject queue(QueueTrack queue) {
    return new Subject(
        titled("Queue", queue.name()),
        List.of(
            new Fact("depth", Integer.toString(queue.depthAt(playhead))),
            new Fact("deepest", Integer.toString(queue.maxDepth())),
            new Fact(
                "capacity",
                queue.capacity() < 0 ? "unbounded" : Integer.toString(queue.capacity())),
            new Fact("put", Durations.count(queue.puts())),
            new Fact("got", Durations.count(queue.gets())),
            new Fact("lost", Durations.count(queue.lost()))));
  }

  private Subject message(QueueTrack queue, QueueTrack.Message message) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("from", Lanes.full(timeline, message.fromLane())));
    boolean got = message.get() != Timeline.OPEN;
    facts.add(
        new Fact(
            "to",
            got ? Lanes.full(timeline, message.toLane()) : message.lost() ? "nobody" : "not yet"));
    boolean put = message.put() != Timeline.OPEN;
    facts.add(new Fact("put at", put ? moment(message.put()) : "not yet"));
    facts.add(
        new Fact(
            "got at", got ? moment(message.get()) : message.lost() ? "never: lost" : "not yet"));
    if (put) {
      facts.add(
          new Fact(
              "in queue", Durations.show((got ? message.get() : timeline.now()) - message.put())));
    }
    facts.add(new Fact("queue", queue.name()));
    site(message.putSite()).ifPresent(facts::add);
    return new Subject("Message " + message.preview(), facts);
  }

  private Subject variable(VariableTrack variable) {
    int i = variable.at(playhead);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("value", i < 0 ? "not read or written yet" : value(variable, i)));
    facts.add(new Fact("reads", Durations.count(variable.reads())));
    facts.add(new Fact("writes", Durations.count(variable.writes())));
    facts.add(new Fact("lost updates", Durations.count(variable.lostUpdates())));
    if (variable.size() > 0) {
      facts.add(new Fact("at first", value(variable, 0)));
      facts.add(new Fact("at last", value(variable, variable.size() - 1)));
    }
    return new Subject("Variable " + variable.name(), facts);
  }

  private Subject access(VariableTrack variable, int i) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("by", Lanes.full(timeline, variable.lane(i))));
    facts.add(new Fact("at", moment(variable.time(i))));
    facts.add(new Fact("value", value(variable, i)));
    if (variable.isLost(i)) {
      facts.add(new Fact("fate", "overwritten: lost"));
    }
    site(variable.site(i)).ifPresent(facts::add);
    String title = (variable.write(i) ? "Write of " : "Read of ") + variable.name();
    return new Subject(title, facts);
  }

  private Subject lostUpdate(VariableTrack variable, int index) {
    return new Subject(
        "Lost update "
            + Durations.count(index + 1L)
            + " of "
            + Durations.count(variable.lostUpdates()),
        List.of());
  }

  private Subject pool(PoolTrack pool) {
    long waiting =
        pool.tasks().stream()
            .filter(t -> t.submitted() <= playhead && t.started() > playhead)
            .count();
    long running =
        pool.tasks().stream().filter(t -> t.started() <= playhead && t.ended() > playhead).count();
    long done = pool.tasks().stream().filter(t -> t.ended() <= playhead).count();
    return new Subject(
        titled("Pool", pool.name()),
        List.of(
            new Fact("tasks", Integer.toString(pool.tasks().size())),
            new Fact("waiting", Long.toString(waiting)),
            new Fact("running", Long.toString(running)),
            new Fact("ended", Long.toString(done))));
  }

  private Subject task(PoolTrack pool, PoolTrack.Task task) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("pool", pool.name()));
    facts.add(new Fact("submitted", moment(task.submitted())));
    boolean started = task.started() != Timeline.OPEN;
    facts.add(new Fact("started", started ? moment(task.started()) : "not yet"));
    if (started) {
      facts.add(new Fact("waited", Durations.show(task.started() - task.submitted())));
      facts.add(new Fact("by", Lanes.full(timeline, task.lane())));
    }
    boolean ended = task.ended() != Timeline.OPEN;
    facts.add(new Fact("ended", ended ? moment(task.ended()) : "not yet"));
    if (started && ended) {
      facts.add(new Fact("took", Durations.show(task.ended() - task.started())));
    }
    String outcome = task.outcome();
    if (outcome != null) {
      facts.add(new Fact("outcome", outcome));
    }
    return new Subject("Task " + task.name(), facts);
  }

  private Subject pipe(PipeTrack pipe) {
    return new Subject(
        PipeText.title(timeline, pipe),
        List.of(
            new Fact("child", process(pipe.child())),
            new Fact("bytes", PipeText.bytes(pipe.bytesAt(playhead))),
            new Fact("in all", PipeText.bytes(pipe.bytes())),
            new Fact("waited", Durations.show(pipe.waitedNs())),
            new Fact("opened", moment(pipe.opened())),
            new Fact("closed", moment(pipe.closed()))));
  }

  private Subject line(OutputTrack.Line line) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "by", line.lane() >= 0 ? Lanes.full(timeline, line.lane()) : process(line.process())));
    facts.add(new Fact("at", moment(line.time())));
    facts.add(new Fact("stream", line.stderr() ? "standard error" : "standard output"));
    facts.add(new Fact("text", line.text()));
    return new Subject("Output", facts);
  }

  /** {@code Lock balance}; just {@code Lock} for a lock named lock. */
  private static String titled(String kind, String name) {
    return kind.equalsIgnoreCase(name) ? kind : kind + " " + name;
  }

  private String value(VariableTrack variable, int i) {
    return variable.type().show(variable.bits(i));
  }

  private String process(int index) {
    if (index < 0) {
      return "unknown";
    }
    ProcessTrack process = timeline.processes().get(index);
    return process.name() + " " + process.pid();
  }

  private Optional<Fact> site(int index) {
    Site site = timeline.site(index);
    return site.line() == 0
        ? Optional.empty()
        : Optional.of(
            new Fact(
                "line", site.line() + (site.function().isEmpty() ? "" : " · " + site.function())));
  }

  private String moment(long time) {
    return time == Timeline.OPEN ? "not yet" : Durations.moment(time - timeline.start());
  }

  private static String share(long part, long whole) {
    if (whole <= 0 || part <= 0) {
      return "";
    }
    double percent = 100.0 * part / whole;
    return percent < 1 ? " (< 1 %)" : String.format(Locale.ROOT, " (%.0f %%)", percent);
  }
}
