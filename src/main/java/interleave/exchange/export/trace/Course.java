package interleave.exchange.export.trace;

import interleave.event.ValueType;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.LaneChoice;
import interleave.file.Progress;
import interleave.timeline.CounterTrack;
import interleave.timeline.CpuTrack;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;

/**
 * How far a walk through a run has come: of all that there is to be looked at, as {@link TraceWalk}
 * looks at it. Of a part of a run less is.
 */
final class Course {
  /** Only every so many steps somebody is told. */
  private static final int STEPS = 1 << 12;

  private final Progress progress;
  private final long total;
  private long done;

  Course(Excerpt what, Progress progress) {
    this.progress = progress;
    Timeline run = what.timeline();
    long steps = run.output().size();
    steps += run.arrows().size();
    steps += run.wakes().size();
    steps += ofThreads(run, what.lanes()) + ofLocks(run) + ofQueues(run) + run.flows().size();
    total = Math.max(1, what.lanes().isAll() ? steps + ofNumbers(run) : steps);
  }

  private static long ofThreads(Timeline run, LaneChoice chosen) {
    long steps = 0;
    for (ThreadLane lane : run.lanes()) {
      steps += chosen.has(lane.index()) ? lane.spans().size() : 0;
    }
    for (LocalTrack local : run.locals()) {
      steps += chosen.has(local.lane()) ? local.size() : 0;
    }
    for (SliceTrack track : run.slices()) {
      for (int depth = 0; chosen.has(track.lane()) && depth < track.depth(); depth++) {
        steps += track.row(depth).size();
      }
      steps += chosen.has(track.lane()) ? track.moments().size() : 0;
    }
    return steps;
  }

  private static long ofLocks(Timeline run) {
    long steps = 0;
    for (LockTrack lock : run.locks()) {
      steps += lock.holds().size() + lock.sums();
    }
    for (GilTrack gil : run.gils()) {
      steps += gil.holds().size();
    }
    for (SynchronizerTrack track : run.synchronizers()) {
      steps += track.openings();
    }
    return steps;
  }

  private static long ofQueues(Timeline run) {
    long steps = 0;
    for (QueueTrack queue : run.queues()) {
      steps += queue.messages();
    }
    for (PoolTrack pool : run.pools()) {
      steps += 2L * pool.tasks().size(); // handed in, and done
    }
    return steps;
  }

  /** What is told where all threads leave. */
  private static long ofNumbers(Timeline run) {
    long steps = run.wideMoments().size();
    for (ProcessTrack process : run.processes()) {
      CpuTrack cpu = CpuTrack.of(run, process.index());
      steps += cpu == null ? 0 : cpu.samples().size();
    }
    for (LockTrack lock : run.locks()) {
      steps += lock.waiterSteps();
    }
    for (SynchronizerTrack track : run.synchronizers()) {
      steps += track.steps() + track.waiterSteps();
    }
    for (QueueTrack queue : run.queues()) {
      steps += queue.steps();
    }
    for (PoolTrack pool : run.pools()) {
      steps += 2L * pool.load().steps();
    }
    for (PipeTrack pipe : run.pipes()) {
      steps += pipe.transfers();
    }
    for (VariableTrack variable : run.variables()) {
      steps += variable.type() == ValueType.REFERENCE ? 0 : variable.size();
    }
    for (CounterTrack counter : run.counterTracks()) {
      steps += counter.size();
    }
    return steps;
  }

  /** How much of the whole was looked at. */
  double share() {
    return (double) done / total;
  }

  void step() {
    if (done++ % STEPS == 0) {
      Progress.check(progress, Math.min(done, total), total);
    }
  }
}
