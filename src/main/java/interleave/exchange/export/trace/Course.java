package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;

/** How far a walk through a run has come. */
final class Course {
  /** Only every so many steps somebody is told. */
  private static final int STEPS = 1 << 12;

  private final Progress progress;
  private final long total;
  private long done;

  Course(Excerpt what, Progress progress) {
    this.progress = progress;
    Timeline timeline = what.timeline();
    long steps = timeline.output().size();
    for (ThreadLane lane : timeline.lanes()) {
      steps += what.lanes().has(lane.index()) ? lane.spans().size() : 0;
    }
    for (LockTrack lock : timeline.locks()) {
      steps += lock.holds().size();
    }
    for (QueueTrack queue : timeline.queues()) {
      steps += queue.messages();
    }
    total = Math.max(1, steps);
  }

  void step() {
    if (done++ % STEPS == 0) {
      Progress.check(progress, Math.min(done, total), total);
    }
  }
}
