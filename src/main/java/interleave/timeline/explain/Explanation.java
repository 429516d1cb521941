package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.many;
import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.GroupText;
import interleave.timeline.layout.StateKey;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.LaneTimes;
import interleave.words.Words;
import java.util.Optional;

/**
 * One plain sentence, seldom two, on what happened and why: {@code Writer waited 41 ms for lock
 * balance, held by Thread-2 at line 27.}
 */
public final class Explanation {
  private static final Words SAYS = Words.of("timeline/explain");

  private final Timeline timeline;
  private final SentenceWords words;

  private Explanation(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  /** Empty where there is nothing to say, or when the thing is not in this timeline. */
  public static String sentence(Timeline timeline, ThingRef thing) {
    TimeText.by(timeline);
    try {
      String said = new Explanation(timeline).sentence(thing);
      return Cut.goesOn(timeline, thing) && !said.isEmpty() ? SAYS.get("cut", said) : said;
    } catch (IndexOutOfBoundsException e) {
      return "";
    }
  }

  /**
   * That everyone waits and nothing is left to wake them; empty where that is not so, or where a
   * ring that lasts for ever says why.
   */
  public static String standstill(Timeline timeline) {
    TimeText.by(timeline);
    return new Rings(timeline).ofAll();
  }

  private String sentence(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Process(int index) -> seen(timeline.processes().get(index));
      case ThingRef.Host(int index) -> Hosts.sentence(timeline.hosts().get(index), timeline);
      case ThingRef.Lane(int index) ->
          (new Sights(timeline).hasLane(index)
                  ? new Sights(timeline).lane(timeline.lanes().get(index))
                  : lane(timeline.lanes().get(index)))
              + Hosts.of(timeline, index);
      case ThingRef.Crowd(int index) -> new Crowds(timeline).crowd(timeline.crowds().get(index));
      case ThingRef.CrowdMoment(int index, long time) ->
          new Crowds(timeline).moment(timeline.crowds().get(index), time);
      case ThingRef.Group(int index) -> new Crowds(timeline).group(timeline.groups().get(index));
      case ThingRef.GroupMoment(int index, long time) ->
          GroupText.states(timeline.groups().get(index), time);
      case ThingRef.Span(int lane, long start) -> new Waits(timeline).span(lane, start);
      case ThingRef.Lock(int index) -> new Locks(timeline).lock(timeline.locks().get(index));
      case ThingRef.Hold(int lock, long start) ->
          new Locks(timeline).hold(timeline.locks().get(lock), start);
      case ThingRef.HoldSum(int lock, long end) ->
          Sums.sentence(timeline, timeline.locks().get(lock), end);
      case ThingRef.Synchronizer(int index) ->
          new Meetings(timeline).synchronizer(timeline.synchronizers().get(index));
      case ThingRef.Opening(int synchronizer, int index) ->
          new Meetings(timeline).opening(timeline.synchronizers().get(synchronizer), index);
      case ThingRef.Queue(int index) -> queue(timeline.queues().get(index));
      case ThingRef.Message(int queue, int index) -> message(timeline.queues().get(queue), index);
      case ThingRef.Variable(int index) ->
          new Updates(timeline, timeline.variables().get(index)).variable();
      case ThingRef.Access(int variable, int index) ->
          new Updates(timeline, timeline.variables().get(variable)).access(index);
      case ThingRef.LostUpdate(int variable, int index) ->
          new Updates(timeline, timeline.variables().get(variable)).lost(index);
      case ThingRef.Pool(int index) -> new Tasks(timeline).pool(timeline.pools().get(index));
      case ThingRef.Task(int pool, int index) ->
          new Tasks(timeline).task(timeline.pools().get(pool), index);
      case ThingRef.Pipe(int index) -> new Pipes(timeline).pipe(timeline.pipes().get(index));
      case ThingRef.Gil(int process) -> new Gils(timeline).gil(process);
      case ThingRef.GilHold(int process, long start) -> new Gils(timeline).hold(process, start);
      case ThingRef.Cpu(int process) -> Cpus.sentence(timeline, process);
      case ThingRef.Line(int index) -> line(timeline.output().line(index));
      case ThingRef.Local(int track, long start) ->
          new LocalValues(timeline).value(timeline.locals().get(track), start);
      case ThingRef.Deadlock(int index) ->
          new Rings(timeline).sentence(timeline.deadlocks().get(index));
      case ThingRef.Slice(int track, int depth, int i) ->
          new Slices(timeline).slice(track, depth, i);
      case ThingRef.Track(int index) -> new Slices(timeline).track(index);
      case ThingRef.Moment(int track, int i) -> new Slices(timeline).moment(track, i);
      case ThingRef.WideMoment(int i) -> new Slices(timeline).wide(i);
      case ThingRef.Flow(int i) -> new Slices(timeline).flow(i);
      case ThingRef.Counter(int index) ->
          new Slices(timeline).counter(timeline.counterTracks().get(index));
      case ThingRef.CounterValue(int index, int i) ->
          new Slices(timeline).value(timeline.counterTracks().get(index), i);
      case ThingRef.Sighting(int index) -> new Sights(timeline).sighting(index);
      case ThingRef.Phase(int index) -> Phases.sentence(timeline, timeline.phases().get(index));
    };
  }

  private String seen(ProcessTrack process) {
    Sights sights = new Sights(timeline);
    return (sights.areAllOf(process) ? sights.process(process) : process(process))
        + sights.standing(process)
        + zombie(process)
        + turns(process)
        + Untraced.sentence(timeline, process)
        + Hosts.of(timeline, process);
  }

  /** What stands behind that where nobody asked at once how it ended. */
  private String zombie(ProcessTrack process) {
    return process.wasZombie()
        ? " "
            + SAYS.get(
                process.end() == Timeline.OPEN ? "zombie.open" : "zombie",
                words.between(process.died(), process.end()))
        : "";
  }

  private static String turns(ProcessTrack process) {
    StringBuilder all = new StringBuilder();
    process.turns().forEach(turn -> all.append(' ').append(turn.tell()));
    return all.toString();
  }

  private String process(ProcessTrack process) {
    String lived = words.between(process.start(), process.died());
    ProcessTrack.Exit exit = process.exit();
    Optional<Integer> killer = killer(process.index());
    boolean signal = exit != null && exit.signal() != null;
    String how =
        process.died() == Timeline.OPEN
            ? process.tellsRunning() ? "alive" : "file"
            : exit == null || (exit.code() == null && !signal)
                ? "unknown"
                : !signal ? "exit" : killer.isPresent() ? "killed" : "signal";
    return SAYS.get(
        "process." + how + (process.parent() >= 0 ? ".child" : ""),
        process.name(),
        lived,
        words.process(process.parent()),
        exit == null ? "" : exit.show(),
        words.process(killer.orElse(-1)));
  }

  private Optional<Integer> killer(int process) {
    return timeline.arrows().stream()
        .filter(arrow -> arrow.toProcess() == process && arrow.fromProcess() >= 0)
        .filter(
            arrow ->
                arrow.kind() == Timeline.Arrow.Kind.TERMINATE
                    || arrow.kind() == Timeline.Arrow.Kind.KILL)
        .map(Timeline.Arrow::fromProcess)
        .findFirst();
  }

  private String lane(ThreadLane lane) {
    if (lane.start() == Timeline.OPEN) {
      return SAYS.get("lane.unstarted", words.subject(lane.index()));
    }
    if (lane.kind() == ThreadLane.Kind.CARRIER) {
      return new Crowds(timeline).carrier(lane);
    }
    LaneTimes times = LaneTimes.of(timeline, lane);
    long lived = times.lived();
    long ran = times.in(ThreadState.RUNNING);
    ThreadState most = ThreadState.RUNNING;
    long longest = 0;
    for (ThreadState state : ThreadState.values()) {
      long ns = times.in(state);
      if (state != ThreadState.RUNNING && ns > longest) {
        longest = ns;
        most = state;
      }
    }
    String who = words.subject(lane.index());
    long untold = times.in(ThreadState.NOT_TOLD);
    if (ran == 0 && untold > 0 && most != ThreadState.NOT_TOLD) {
      String key = "lane.told." + most; // that it did not run is not told
      return SAYS.get(key, who, took(ran), took(lived), took(longest), took(untold));
    }
    return most == ThreadState.RUNNING
        ? SAYS.get(lane.spans().sampled() ? "lane.RUNNING" : "lane.unseen", who, took(lived))
        : SAYS.get("lane." + StateKey.of(most, true), who, took(ran), took(lived), took(longest));
  }

  private String queue(QueueTrack queue) {
    return SAYS.get(
        queue.lost() == 0 ? "queue" : "queue.lost",
        many("messages", queue.puts()),
        SentenceWords.count(queue.gets()),
        many("messages", queue.maxDepth()),
        SentenceWords.count(queue.lost()));
  }

  private String message(QueueTrack queue, int index) {
    QueueTrack.Message message = queue.message(index);
    String name =
        message.preview().isBlank()
            ? SAYS.get("message.first.unnamed")
            : SAYS.get("message.first.named", message.preview());
    String in =
        queue.name().equals("queue")
            ? SAYS.get("name.queue.unnamed")
            : SAYS.get("name.queue", queue.name());
    boolean got = message.get() != Timeline.OPEN;
    String key =
        message.put() == Timeline.OPEN
            ? "message.unput"
            : got
                ? message.again() ? "message.again" : "message.got"
                : message.lost() ? lost(message) : "message.waits";
    long end = got ? message.get() : timeline.now();
    boolean backwards = got && message.put() != Timeline.OPEN && message.put() > end;
    return SAYS.get(
            backwards ? "message.backwards" : key,
            name,
            in,
            words.who(message.fromLane()),
            words.who(message.toLane()),
            backwards ? words.between(end, message.put()) : words.between(message.put(), end),
            message.sending().failure())
        + Hosts.of(timeline, message);
  }

  private static String lost(QueueTrack.Message message) {
    return switch (message.loss()) {
      case NONE, PLAIN -> "message.lost";
      case UNSENT, UNREAD, UNSENDABLE -> "message.lost." + message.loss();
    };
  }

  private String line(OutputTrack.Line line) {
    String who = line.lane() >= 0 ? words.subject(line.lane()) : words.process(line.process());
    return SAYS.get(
        line.stderr() ? "printed.error" : "printed", who, took(line.time() - timeline.start()));
  }
}
