package interleave.timeline.layout;

import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Where one begins to look at a recording. A JVM that starts takes longer than many a program runs;
 * where that would fill much of the width, the first sight begins shortly before anything happens.
 */
public final class InitialViewport {
  /** So much of the width may show how the program starts. */
  private static final double MOST = 0.2;

  /** So much of the width is left before what happens first. */
  private static final double LEAD = 0.05;

  private static final double MARGIN = 0.02;

  private InitialViewport() {}

  /** The window to begin with, null for the whole run. */
  public static @Nullable Viewport of(Timeline timeline) {
    long first = firstEvent(timeline);
    double happens = timeline.now() - first;
    if (first == Timeline.OPEN || happens < Viewport.SHORTEST) {
      return null;
    }
    long from = first - (long) (happens * LEAD);
    boolean much = from - timeline.start() > MOST * (timeline.now() - timeline.start());
    return much ? new Viewport(from, 0, (timeline.now() - from) * (1 + MARGIN), 0) : null;
  }

  /** When something happens for the first time beside that the first thread runs. */
  private static long firstEvent(Timeline timeline) {
    long first = shared(timeline);
    OutputTrack output = timeline.output();
    first = output.size() > 0 ? Math.min(first, output.line(0).time()) : first;
    for (ProgramPhase phase : timeline.phases()) {
      first = Math.min(first, phase.start());
    }
    LongStream programs =
        timeline.processes().stream()
            .filter(process -> !process.origin().service())
            .mapToLong(ProcessTrack::start);
    first = Math.min(first, second(programs));
    LongStream threads =
        timeline.foremostLanes().stream()
            .map(timeline.lanes()::get)
            .filter(lane -> !lane.service())
            .mapToLong(ThreadLane::start);
    return Math.min(first, second(threads));
  }

  private static long second(LongStream times) {
    return times.sorted().skip(1).findFirst().orElse(Timeline.OPEN);
  }

  /** Variables say nothing: they get their first value while the program's classes are loaded. */
  private static long shared(Timeline timeline) {
    long first = Timeline.OPEN;
    for (LockTrack lock : timeline.locks()) {
      first = lock.holds().size() > 0 ? Math.min(first, lock.holds().start(0)) : first;
    }
    for (QueueTrack queue : timeline.queues()) {
      first = queue.messages() > 0 ? Math.min(first, queue.message(0).put()) : first;
    }
    for (PoolTrack pool : timeline.pools()) {
      first = pool.tasks().isEmpty() ? first : Math.min(first, pool.tasks().getFirst().submitted());
    }
    return first;
  }
}
