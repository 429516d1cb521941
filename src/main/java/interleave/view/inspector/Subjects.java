package interleave.view.inspector;

import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.PipeText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a thing of the timeline into facts, as they are at the playhead where that matters. */
public final class Subjects {
  private static final Words WORDS = Words.of("view/inspector");

  private final Timeline timeline;
  private final Facts facts;
  private final long playhead;

  private Subjects(Timeline timeline, long playhead) {
    this.timeline = timeline;
    facts = new Facts(timeline, playhead);
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
      case ThingRef.Process(int index) ->
          new ProcessSubject(facts, timeline.processes().get(index)).subject();
      case ThingRef.Host(int index) -> HostSubject.of(facts, timeline.hosts().get(index));
      case ThingRef.Lane(int index) -> lane(index).subject();
      case ThingRef.Crowd(int index) ->
          new CrowdSubject(timeline, timeline.crowds().get(index), playhead).subject();
      case ThingRef.CrowdMoment(int index, long time) ->
          new CrowdSubject(timeline, timeline.crowds().get(index), time).subject();
      case ThingRef.Group(int index) ->
          new GroupSubject(timeline, timeline.groups().get(index), playhead).subject();
      case ThingRef.GroupMoment(int index, long time) ->
          new GroupSubject(timeline, timeline.groups().get(index), time).subject();
      case ThingRef.Span(int lane, long start) -> lane(lane).span(start);
      case ThingRef.Lock(int index) -> lock(index).subject();
      case ThingRef.Hold(int lock, long start) -> lock(lock).hold(start);
      case ThingRef.HoldSum(int lock, long end) ->
          new SumSubject(facts, timeline.locks().get(lock)).slice(end);
      case ThingRef.Synchronizer(int index) -> synchronizer(index).subject();
      case ThingRef.Opening(int index, int opening) -> synchronizer(index).opening(opening);
      case ThingRef.Queue(int index) -> queue(index).subject();
      case ThingRef.Message(int queue, int index) ->
          queue(queue).message(timeline.queues().get(queue).message(index));
      case ThingRef.Variable(int index) -> variable(index).subject();
      case ThingRef.Access(int variable, int index) -> variable(variable).access(index);
      case ThingRef.LostUpdate(int variable, int index) -> variable(variable).lostUpdate(index);
      case ThingRef.Pool(int index) -> pool(index).subject();
      case ThingRef.Task(int pool, int index) ->
          pool(pool).task(timeline.pools().get(pool).tasks().get(index));
      case ThingRef.Pipe(int index) -> pipe(timeline.pipes().get(index));
      case ThingRef.Gil(int process) -> GilSubject.of(facts, process).subject();
      case ThingRef.GilHold(int process, long start) -> GilSubject.of(facts, process).hold(start);
      case ThingRef.Cpu(int process) -> CpuSubject.of(facts, process).subject();
      case ThingRef.Line(int index) -> line(timeline.output().line(index));
      case ThingRef.Local(int track, long start) ->
          new LocalSubject(timeline, timeline.locals().get(track), start).subject();
      case ThingRef.Deadlock(int index) ->
          new DeadlockSubject(timeline, timeline.deadlocks().get(index)).subject();
      case ThingRef.Slice(int track, int depth, int i) ->
          new SliceSubject(facts).slice(track, depth, i);
      case ThingRef.Track(int index) -> new SliceSubject(facts).track(index);
      case ThingRef.Moment(int track, int i) -> new SliceSubject(facts).moment(track, i);
      case ThingRef.WideMoment(int i) -> new SliceSubject(facts).wide(i);
      case ThingRef.Flow(int i) -> new SliceSubject(facts).flow(i);
      case ThingRef.Counter(int index) ->
          new SliceSubject(facts).counter(timeline.counterTracks().get(index));
      case ThingRef.CounterValue(int index, int i) ->
          new SliceSubject(facts).value(timeline.counterTracks().get(index), i);
      case ThingRef.Sighting(int index) -> new SightingSubject(facts, index).subject();
      case ThingRef.Phase(int index) ->
          new PhaseSubject(timeline, timeline.phases().get(index)).subject();
    };
  }

  private SynchronizerSubject synchronizer(int index) {
    return new SynchronizerSubject(timeline, timeline.synchronizers().get(index), playhead);
  }

  private LaneSubject lane(int index) {
    return new LaneSubject(facts, timeline.lanes().get(index));
  }

  private LockSubject lock(int index) {
    return new LockSubject(facts, timeline.locks().get(index));
  }

  private QueueSubject queue(int index) {
    return new QueueSubject(facts, timeline.queues().get(index));
  }

  private VariableSubject variable(int index) {
    return new VariableSubject(facts, timeline.variables().get(index));
  }

  private PoolSubject pool(int index) {
    return new PoolSubject(facts, timeline.pools().get(index));
  }

  private Subject pipe(PipeTrack pipe) {
    return new Subject(
        PipeText.title(timeline, pipe),
        List.of(
            Facts.fact("child", facts.process(pipe.child())),
            Facts.fact("bytes", PipeText.bytes(pipe.bytesAt(playhead))),
            Facts.fact("in-all", PipeText.bytes(pipe.bytes())),
            Facts.fact("waited", Durations.show(pipe.waitedNs())),
            Facts.fact("opened", facts.moment(pipe.opened())),
            Facts.fact("closed", facts.moment(pipe.closed()))));
  }

  private Subject line(OutputTrack.Line line) {
    List<Fact> told = new ArrayList<>();
    told.add(
        Facts.fact(
            "by",
            line.lane() >= 0 ? Lanes.full(timeline, line.lane()) : facts.process(line.process())));
    told.add(Facts.fact("at", facts.moment(line.time())));
    told.add(Facts.fact("stream", WORDS.get(line.stderr() ? "stderr" : "stdout")));
    told.add(Facts.fact("text", line.text()));
    return new Subject(WORDS.get("subject.output"), told);
  }
}
