package interleave.timeline.summary;

import interleave.timeline.Deadlock;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.Standstill;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.explain.Explanation;
import interleave.timeline.range.LaneTimes;
import interleave.timeline.range.Patience;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import interleave.timeline.summary.Summary.Who;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sums a timeline up. */
public final class Summaries {
  private static final int MOST_FUNCTIONS = 1000;

  private final Timeline timeline;

  private Summaries(Timeline timeline) {
    this.timeline = timeline;
  }

  public static Summary of(Timeline timeline) {
    return new Summaries(timeline).sum();
  }

  private Summary sum() {
    Timeline.Counters counters = timeline.counters();
    double cost = counters.recorderNsPerEvent();
    return new Summary(
        timeline.countsSteps() ? "choices" : null,
        hosts(),
        timeline.processes().stream()
            .sorted(Comparator.comparingLong(ProcessTrack::start))
            .map(this::process)
            .toList(),
        Listed.all(timeline.pools().stream().map(this::tasks).toList()),
        timeline.queues().stream().map(this::queue).toList(),
        timeline.arrows().stream()
            .filter(arrow -> arrow.kind() == Timeline.Arrow.Kind.CALL)
            .map(this::call)
            .toList(),
        timeline.locks().stream()
            .filter(lock -> !timeline.sightings().areAllOf(lock))
            .map(this::lock)
            .toList(),
        timeline.synchronizers().stream().map(this::synchronizer).toList(),
        timeline.variables().stream().map(this::variable).toList(),
        timeline.locals().stream().map(this::local).toList(),
        timeline.phases().stream().map(this::phase).toList(),
        timeline.pipes().stream().map(this::pipe).toList(),
        deadlocks(),
        samples(),
        Listed.of(timeline.output().size(), i -> line(timeline.output().line(i))),
        timeline.notes(),
        counters.events(),
        counters.lost(),
        Double.isNaN(cost) ? null : Math.round(cost * 10) / 10.0,
        timeline.now() - timeline.start());
  }

  private Summary.@Nullable Samples samples() {
    if (timeline.stackSamples().isEmpty()) {
      return null;
    }
    StackSum sum = StackSum.of(StackQuestion.whole(timeline), Patience.ENDLESS);
    return new Summary.Samples(
        sum.samples(),
        sum.waiting(),
        sum.intervalNs(),
        sum.functions().stream()
            .limit(MOST_FUNCTIONS)
            .map(
                each ->
                    new Summary.Function(
                        each.name(),
                        each.place().file(),
                        each.place().line(),
                        each.self(),
                        each.samples()))
            .toList());
  }

  private @Nullable List<Summary.Host> hosts() {
    return timeline.hosts().isEmpty()
        ? null
        : timeline.hosts().stream()
            .map(host -> new Summary.Host(host.name(), host.uncertainty(timeline.now())))
            .toList();
  }

  /** Where a process was, null where there is one machine. */
  private @Nullable Integer host(ProcessTrack process) {
    return timeline.hosts().isEmpty() ? null : (Integer) process.host();
  }

  private @Nullable Long since(long time) {
    return time == Timeline.OPEN ? null : time - timeline.start();
  }

  private Summary.OfProcess process(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    boolean known = exit != null && (exit.code() != null || exit.signal() != null);
    ProcessTrack.Origin origin = process.origin();
    return new Summary.OfProcess(
        host(process),
        process.pid(),
        process.parent() < 0 ? null : timeline.processes().get(process.parent()).pid(),
        origin.systemParent() == 0 ? null : (Long) origin.systemParent(),
        process.name(),
        !process.tellsRunning() ? "file" : process.traced() ? process.runtime() : "untraced",
        told(process.interpreter().name()),
        told(origin.method()),
        origin.service(),
        since(process.start()),
        since(process.end()),
        process.wasZombie() ? since(process.died()) : null,
        exit != null && known ? new Summary.Exit(exit.code(), exit.signal()) : null,
        process.lanes().stream().map(lane -> thread(timeline.lanes().get(lane))).toList());
  }

  private static @Nullable String told(String text) {
    return text.isEmpty() ? null : text;
  }

  private Summary.OfThread thread(ThreadLane lane) {
    return new Summary.OfThread(
        lane.id(),
        lane.name(),
        lane.service() ? "service" : lane.kind().name().toLowerCase(Locale.ROOT),
        since(lane.start()),
        since(lane.end()),
        times(lane));
  }

  private Summary.Times times(ThreadLane lane) {
    LaneTimes times = LaneTimes.of(timeline, lane);
    boolean sampled = lane.spans().sampled() || timeline.tellsStates();
    long untold = times.in(ThreadState.NOT_TOLD);
    long running = times.in(ThreadState.RUNNING);
    return new Summary.Times(
        untold > 0 && running == 0 ? null : (Long) running,
        times.in(ThreadState.SLEEPING),
        times.in(ThreadState.LOCK_WAIT),
        times.in(ThreadState.QUEUE_WAIT),
        times.in(ThreadState.JOINING),
        times.in(ThreadState.SYNC_WAIT),
        times.in(ThreadState.IO),
        sampled ? times.in(ThreadState.READY) : null,
        sampled ? times.in(ThreadState.UNTRACED_WAIT) : null,
        untold == 0 ? null : (Long) untold);
  }

  private @Nullable Who who(int lane) {
    return lane < 0 ? null : whoever(lane);
  }

  private Who whoever(int lane) {
    ThreadLane thread = timeline.lanes().get(lane);
    ProcessTrack process = timeline.processes().get(thread.process());
    return new Who(host(process), process.pid(), thread.id());
  }

  private List<Summary.Task> tasks(PoolTrack pool) {
    return Listed.of(pool.tasks().size(), i -> task(pool, pool.tasks().get(i)));
  }

  private Summary.Task task(PoolTrack pool, PoolTrack.Task task) {
    Who worker = who(task.lane());
    return new Summary.Task(
        task.id(),
        pool.name(),
        since(task.submitted()),
        since(task.started()),
        since(task.ended()),
        worker == null ? null : (Long) worker.pid(),
        worker == null ? null : worker.thread(),
        task.told());
  }

  private Summary.Queue queue(QueueTrack queue) {
    return new Summary.Queue(
        queue.name(),
        queue.puts(),
        queue.gets(),
        queue.lost(),
        queue.maxDepth(),
        Listed.of(queue.messages(), i -> message(queue.message(i))));
  }

  private Summary.Message message(QueueTrack.Message message) {
    return new Summary.Message(
        message.preview(),
        since(message.put()),
        since(message.get()),
        who(message.fromLane()),
        who(message.toLane()),
        lost(message.loss()));
  }

  private static @Nullable String lost(QueueTrack.Loss loss) {
    return switch (loss) {
      case NONE -> null;
      case PLAIN -> "left";
      case UNSENT, UNREAD, UNSENDABLE -> loss.name().toLowerCase(Locale.ROOT);
    };
  }

  private Summary.Call call(Timeline.Arrow arrow) {
    return new Summary.Call(
        arrow.fromTime() - timeline.start(),
        arrow.toTime() - timeline.start(),
        whoever(arrow.fromLane()),
        whoever(arrow.toLane()));
  }

  private Summary.Lock lock(LockTrack lock) {
    return new Summary.Lock(
        lock.name(),
        lock.acquires(),
        lock.allContended(),
        lock.waitNs(timeline.now()),
        lock.longestWaitNs(timeline.now()),
        lock.isUntold() ? null : (Long) lock.holdNs(timeline.now()),
        lock.owners(timeline.now()).stream().map(each -> owner(lock, each)).toList());
  }

  private Summary.Synchronizer synchronizer(SynchronizerTrack track) {
    int total = track.totalAt(timeline.now());
    return new Summary.Synchronizer(
        track.name(),
        track.kind().name().toLowerCase(Locale.ROOT),
        total < 0 ? null : (Integer) total,
        total < 0 ? null : (Integer) track.levelAt(timeline.now()),
        track.waits(),
        track.waitNs(),
        track.longestWaitNs(),
        Listed.of(track.openings(), i -> opening(track.opening(i))));
  }

  private Summary.Opening opening(SynchronizerTrack.Opening opening) {
    return new Summary.Opening(
        opening.cause().name().toLowerCase(Locale.ROOT),
        opening.time() - timeline.start(),
        who(opening.lane()),
        opening.let());
  }

  private Summary.Owner owner(LockTrack lock, LockTrack.Owner owner) {
    ThreadLane lane = timeline.lanes().get(owner.lane());
    long pid = timeline.processes().get(lane.process()).pid();
    Long held = lock.isUntold() ? null : (Long) owner.holdNs();
    return new Summary.Owner(pid, lane.id(), owner.acquires(), held);
  }

  private Summary.Variable variable(VariableTrack variable) {
    int size = variable.size();
    return new Summary.Variable(
        variable.name(),
        variable.reads(),
        variable.writes(),
        variable.lostUpdates(),
        size == 0 ? null : value(variable, 0),
        size == 0 ? null : value(variable, size - 1));
  }

  private static Object value(VariableTrack variable, int i) {
    return switch (variable.type(i)) {
      case INT, LONG, SHORT, BYTE -> variable.bits(i);
      case FLOAT, DOUBLE -> variable.number(i);
      case BOOLEAN -> variable.bits(i) != 0;
      case CHAR, REFERENCE -> variable.shown(i);
    };
  }

  /** Each thread's last value of each thread-local, and how often it had one and read it. */
  private Summary.Local local(LocalTrack local) {
    ThreadLane lane = timeline.lanes().get(local.lane());
    return new Summary.Local(
        local.name(),
        timeline.processes().get(lane.process()).pid(),
        lane.id(),
        local.size() == 0 ? "" : local.value(local.size() - 1),
        local.size(),
        local.reads());
  }

  private List<Summary.Deadlock> deadlocks() {
    List<Summary.Deadlock> all = new ArrayList<>();
    timeline.deadlocks().forEach(each -> all.add(deadlock(each)));
    String everyone = Explanation.standstill(timeline);
    if (!everyone.isEmpty()) {
      Standstill standstill = Standstill.of(timeline);
      List<Summary.Member> members = standstill.members().stream().map(this::waiting).toList();
      long since = standstill.since();
      all.add(new Summary.Deadlock("everyone", since(since), null, false, everyone, members));
    }
    return all;
  }

  private Summary.Member waiting(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    int last = spans.size() - 1;
    return new Summary.Member(whoever(lane), spans.label(last), since(spans.start(last)), null);
  }

  private Summary.Deadlock deadlock(Deadlock deadlock) {
    List<Summary.Member> members =
        IntStream.range(0, deadlock.members().size())
            .mapToObj(
                i -> {
                  Deadlock.Member member = deadlock.members().get(i);
                  return new Summary.Member(
                      whoever(member.lane()),
                      timeline.locks().get(member.lock()).name(),
                      since(member.since()),
                      whoever(deadlock.holder(i)));
                })
            .toList();
    String sentence = Explanation.sentence(timeline, new ThingRef.Deadlock(deadlock.index()));
    return new Summary.Deadlock(
        deadlock.certainty().name().toLowerCase(Locale.ROOT),
        since(deadlock.since()),
        since(deadlock.end()),
        deadlock.resolved(),
        sentence,
        members);
  }

  private Summary.PhaseRow phase(ProgramPhase phase) {
    double times = phase.speedUp(timeline);
    return new Summary.PhaseRow(
        phase.name(),
        timeline.processes().get(phase.process()).pid(),
        since(phase.start()),
        since(phase.end()),
        phase.work() == 0 ? null : (Long) phase.work(),
        Double.isNaN(times) ? null : (Double) (Math.round(times * 1000) / 1000.0));
  }

  private Summary.Pipe pipe(PipeTrack pipe) {
    String stream =
        switch (pipe.stream()) {
          case INPUT -> "stdin";
          case OUTPUT -> "stdout";
          case ERROR -> "stderr";
        };
    return new Summary.Pipe(
        pipe.child() < 0 ? 0 : timeline.processes().get(pipe.child()).pid(),
        stream,
        pipe.bytes(),
        pipe.transfers(),
        pipe.waitedNs(),
        since(pipe.closed()));
  }

  private Summary.Line line(OutputTrack.Line line) {
    return new Summary.Line(
        line.process() < 0 ? 0 : timeline.processes().get(line.process()).pid(),
        line.lane() < 0 ? null : (Long) timeline.lanes().get(line.lane()).id(),
        line.stderr() ? "stderr" : "stdout",
        line.time() - timeline.start(),
        line.text());
  }
}
