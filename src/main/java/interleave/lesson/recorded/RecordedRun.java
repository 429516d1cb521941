package interleave.lesson.recorded;

import interleave.scenario.expression.Thing;
import interleave.timeline.Standstill;
import interleave.timeline.Timeline;

/** A whole run. */
public final class RecordedRun {
  private RecordedRun() {}

  /** What expressions about that run begin with. */
  public static Thing of(Timeline timeline) {
    Threads threads = new Threads(timeline);
    Shared shared = new Shared(timeline);
    Work work = new Work(timeline);
    return new Attributes<Timeline>()
        .truth("ended", RecordedRun::ended)
        .number("length", it -> (double) it.now() - it.start())
        .number("exit", RecordedRun::exit)
        .truth("failed", it -> exit(it) != 0 && !Double.isNaN(exit(it)) || signalled(it))
        .truth("deadlocked", it -> it.deadlocks().stream().anyMatch(ring -> !ring.isPassing()))
        .truth("standstill", it -> Standstill.of(it).isWhole())
        .things("threads", _ -> threads.threads())
        .things("processes", _ -> threads.processes())
        .things("spans", _ -> threads.spans())
        .things("holds", _ -> threads.holds())
        .things("lines", _ -> threads.lines())
        .things("locks", _ -> shared.locks())
        .things("synchronizers", _ -> shared.synchronizers())
        .things("variables", _ -> shared.variables())
        .things("deadlocks", _ -> shared.deadlocks())
        .things("gils", _ -> shared.gils())
        .things("queues", _ -> work.queues())
        .things("messages", _ -> work.messages())
        .things("pools", _ -> work.pools())
        .things("tasks", _ -> work.tasks())
        .things("crowds", _ -> work.crowds())
        .things("pipes", _ -> work.pipes())
        .things("phases", _ -> work.phases())
        .of(timeline);
  }

  /** Whether it came to its end and all of it was recorded. */
  private static boolean ended(Timeline timeline) {
    return !timeline.processes().isEmpty()
        && !timeline.live()
        && !timeline.incomplete()
        && timeline.processes().stream().allMatch(process -> process.end() != Timeline.OPEN);
  }

  private static double exit(Timeline timeline) {
    return timeline.processes().isEmpty()
        ? Double.NaN
        : Threads.exit(timeline.processes().getFirst());
  }

  private static boolean signalled(Timeline timeline) {
    return !timeline.processes().isEmpty()
        && !Threads.signal(timeline.processes().getFirst()).isEmpty();
  }
}
