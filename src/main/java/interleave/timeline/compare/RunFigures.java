package interleave.timeline.compare;

import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.Standstill;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.LaneTimes;
import interleave.timeline.range.LockUse;
import interleave.timeline.range.PoolUse;
import interleave.timeline.range.QueueUse;
import interleave.timeline.range.SliceUse;
import interleave.timeline.range.TimeRange;
import interleave.timeline.range.VariableUse;

/** What a run, or a stretch of it, and its things come to, as far as it is told. */
final class RunFigures {
  private final Timeline timeline;
  private final Inquiry asked;
  private final TimeRange range;
  private final long zero;

  /**
   * @param zero from when on times are told
   */
  RunFigures(Inquiry asked, long zero) {
    this.asked = asked;
    this.zero = zero;
    timeline = asked.timeline();
    range = asked.range();
  }

  Figures run() {
    Figures run =
        Figures.of("", null)
            .with(Metric.DURATION, range.length())
            .with(Metric.PROCESSES, processes())
            .with(Metric.THREADS, threads());
    waits(run);
    passes(run);
    run.with(Metric.LOST_UPDATES, lostUpdates(), !timeline.variables().isEmpty());
    return run.with(Metric.DEADLOCKS, deadlocks());
  }

  /** Whether something goes on in what is asked about. */
  private boolean meets(long start, long end) {
    return asked.isWhole() || range.meets(start, Math.min(end, timeline.now()));
  }

  private long processes() {
    return timeline.processes().stream().filter(each -> meets(each.start(), each.end())).count();
  }

  private long threads() {
    return timeline.lanes().stream()
        .filter(each -> !each.service() && meets(each.start(), each.end()))
        .count();
  }

  /** Those that did not come apart, and a standstill that is no ring. */
  private long deadlocks() {
    long rings =
        timeline.deadlocks().stream()
            .filter(ring -> !ring.isPassing() && meets(ring.since(), ring.end()))
            .count();
    boolean toTheEnd = range.to() >= timeline.now();
    return rings > 0 || !toTheEnd || Standstill.of(timeline).members().isEmpty() ? rings : 1;
  }

  private long lostUpdates() {
    return timeline.variables().stream()
        .mapToLong(each -> VariableUse.of(asked, each).lost())
        .sum();
  }

  private void waits(Figures run) {
    long ran = 0;
    long waited = 0;
    boolean told = false;
    for (ThreadLane lane : timeline.lanes()) {
      asked.patience().check(lane.index());
      if (!lane.service() && !lane.isSilent()) {
        LaneTimes times = LaneTimes.of(timeline, lane, range);
        told = true;
        ran += times.in(ThreadState.RUNNING);
        waited += times.waited();
      }
    }
    long locks = 0;
    long longest = 0;
    for (LockTrack lock : timeline.locks()) {
      LockUse use = LockUse.of(asked, lock);
      locks += use.waitedNs();
      longest = Math.max(longest, use.longestWaitNs());
    }
    run.with(Metric.RAN, ran, told && ran > 0).with(Metric.WAITED, waited, told);
    run.with(Metric.LOCK_WAIT, locks, !timeline.locks().isEmpty());
    run.with(Metric.LONGEST_WAIT, longest, !timeline.locks().isEmpty());
  }

  private void passes(Figures run) {
    long got = 0;
    long lost = 0;
    for (QueueTrack queue : timeline.queues()) {
      QueueUse use = QueueUse.of(asked, queue);
      got += use.gets();
      lost += use.lost();
    }
    boolean any = !timeline.queues().isEmpty();
    run.with(Metric.MESSAGES, got, any).with(Metric.LOST_MESSAGES, lost, any);
    run.with(Metric.THROUGHPUT, perSecond(got, range.from(), range.to()), any);
    long tasks = 0;
    long failed = 0;
    for (PoolTrack pool : timeline.pools()) {
      PoolUse use = PoolUse.of(asked, pool);
      tasks += use.tasks();
      failed += use.failed() + use.lost();
    }
    any = !timeline.pools().isEmpty();
    run.with(Metric.TASKS, tasks, any).with(Metric.FAILED_TASKS, failed, any);
  }

  private static double perSecond(long count, long from, long to) {
    return to <= from ? Double.NaN : count * 1e9 / (to - from);
  }

  Figures thread(int index) {
    ThreadLane lane = timeline.lanes().get(index);
    LaneTimes times = LaneTimes.of(timeline, lane, range);
    boolean told = !lane.isSilent();
    boolean ran = told && times.in(ThreadState.NOT_TOLD) == 0;
    return Figures.of(Lanes.brief(timeline, index), new ThingRef.Lane(index))
        .with(Metric.BEGAN, lane.start() - zero, meets(lane.start(), lane.start()))
        .with(Metric.DURATION, times.lived())
        .with(Metric.RAN, times.in(ThreadState.RUNNING), ran)
        .with(Metric.SLEPT, times.in(ThreadState.SLEEPING), told)
        .with(Metric.WAITED, times.waited(), told);
  }

  Figures lock(int index) {
    LockTrack lock = timeline.locks().get(index);
    LockUse use = LockUse.of(asked, lock);
    boolean told = !lock.isUntold();
    return Figures.of(lock.name(), new ThingRef.Lock(index))
        .with(Metric.LOCK_WAIT, use.waitedNs())
        .with(Metric.LONGEST_WAIT, use.longestWaitNs())
        .with(Metric.HELD, use.heldNs(), told)
        .with(Metric.ACQUIRES, use.acquires(), told)
        .with(Metric.CONTENDED, use.contended());
  }

  Figures synchronizer(int index) {
    SynchronizerTrack track = timeline.synchronizers().get(index);
    Figures figures = Figures.of(track.name(), new ThingRef.Synchronizer(index));
    return asked.isWhole()
        ? figures
            .with(Metric.WAITED, track.waitNs())
            .with(Metric.LONGEST_WAIT, track.longestWaitNs())
            .with(Metric.COUNT, track.waits())
        : waits(track, figures);
  }

  /** Those waits that went on within, as far as they did. */
  private Figures waits(SynchronizerTrack track, Figures figures) {
    long waited = 0;
    long longest = 0;
    long count = 0;
    int end = track.waitAt(range.to() - 1) + 1;
    for (int i = 0; i < end; i++) {
      asked.patience().check(i);
      SynchronizerTrack.Wait wait = track.wait(i);
      if (meets(wait.begin(), wait.end())) {
        long within = range.overlap(wait.begin(), Math.min(wait.end(), timeline.now()));
        waited += within;
        longest = Math.max(longest, within);
        count++;
      }
    }
    return figures
        .with(Metric.WAITED, waited)
        .with(Metric.LONGEST_WAIT, longest)
        .with(Metric.COUNT, count);
  }

  /** Throughput is that of the time from its first put to its last get. */
  Figures queue(int index) {
    QueueTrack queue = timeline.queues().get(index);
    QueueUse use = QueueUse.of(asked, queue);
    long first = Timeline.OPEN;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < queue.messages(); i++) {
      asked.patience().check(i);
      long put = queue.putAt(i);
      long got = queue.gotAt(i);
      first = meets(put, put) ? Math.min(first, put) : first;
      last = got != Timeline.OPEN && meets(got, got) ? Math.max(last, got) : last;
    }
    return Figures.of(queue.name(), new ThingRef.Queue(index))
        .with(Metric.MESSAGES, use.puts())
        .with(Metric.DEEPEST, use.deepest())
        .with(Metric.THROUGHPUT, perSecond(use.gets(), first, last))
        .with(Metric.LOST_MESSAGES, use.lost());
  }

  Figures pool(int index) {
    PoolTrack pool = timeline.pools().get(index);
    PoolUse use = PoolUse.of(asked, pool);
    long first = Timeline.OPEN;
    long last = Long.MIN_VALUE;
    for (PoolTrack.Task task : pool.tasks()) {
      if (!asked.isWhole() && !PoolUse.meets(asked, task)) {
        continue;
      }
      first = Math.min(first, Math.min(task.submitted(), task.started()));
      last = task.ended() == Timeline.OPEN ? last : Math.max(last, task.ended());
    }
    return Figures.of(pool.name(), new ThingRef.Pool(index))
        .with(Metric.TASKS, use.tasks())
        .with(Metric.FAILED_TASKS, use.failed() + use.lost())
        .with(Metric.MEAN, use.tasks() == 0 ? Double.NaN : (double) use.ranNs() / use.tasks())
        .with(Metric.LONGEST_WAIT, use.longestWaitNs())
        .with(Metric.THROUGHPUT, perSecond(use.done(), first, last));
  }

  Figures variable(int index) {
    VariableTrack variable = timeline.variables().get(index);
    VariableUse use = VariableUse.of(asked, variable);
    int last = asked.isWhole() ? variable.size() - 1 : variable.at(range.to() - 1);
    return Figures.of(variable.name(), new ThingRef.Variable(index))
        .with(Metric.READS, use.reads())
        .with(Metric.WRITES, use.writes())
        .with(Metric.LOST_UPDATES, use.lost())
        .with(Metric.LAST_VALUE, last < 0 ? "" : variable.shown(last));
  }

  Figures phase(int index) {
    ProgramPhase phase = timeline.phases().get(index);
    long end = Math.min(phase.end(), timeline.now());
    boolean whole = asked.isWhole() || range.from() <= phase.start() && end <= range.to();
    return Figures.of(phase.name(), new ThingRef.Phase(index))
        .with(Metric.BEGAN, phase.start() - zero, meets(phase.start(), phase.start()))
        .with(Metric.DURATION, range.overlap(phase.start(), end))
        .with(Metric.THROUGHPUT, phase.speed(), whole);
  }

  static Figures slice(SliceUse use) {
    return Figures.of(use.name(), use.longest())
        .with(Metric.COUNT, use.count())
        .with(Metric.TOTAL, use.totalNs())
        .with(Metric.MEAN, use.meanNs());
  }

  Figures lines(long lines, long only) {
    OutputTrack output = timeline.output();
    return Figures.of("", null)
        .with(Metric.LINES, lines, output.size() > 0 || only > 0)
        .with(Metric.OTHER_LINES, only);
  }
}
