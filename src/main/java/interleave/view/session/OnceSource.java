package interleave.view.session;

import interleave.timeline.Deadlock;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens once: processes and threads begin and end, phases begin, tasks move through their
 * pool. Few enough to be sorted.
 */
record OnceSource(List<EventRow> rows) implements EventRowSource {
  private static final Words WORDS = Words.of("view/session");

  static OnceSource of(Timeline timeline) {
    List<EventRow> rows = new ArrayList<>();
    timeline.processes().forEach(process -> process(rows, process));
    timeline.lanes().forEach(lane -> thread(rows, lane));
    timeline
        .pools()
        .forEach(pool -> pool.tasks().forEach(task -> task(rows, timeline, pool, task)));
    timeline.deadlocks().forEach(deadlock -> deadlock(rows, timeline, deadlock));
    timeline.phases().forEach(phase -> phase(rows, phase));
    rows.sort(Comparator.comparingLong(EventRow::time));
    return new OnceSource(List.copyOf(rows));
  }

  private static void process(List<EventRow> rows, ProcessTrack process) {
    ThingRef thing = new ThingRef.Process(process.index());
    rows.add(
        new EventRow(
            process.start(),
            process.index(),
            -1,
            EventRow.Kind.PROCESS,
            WORDS.get("process.starts", process.name(), process.pid()),
            thing));
    if (process.end() != Timeline.OPEN) {
      ProcessTrack.Exit exit = process.exit();
      String how = exit == null ? WORDS.get("ended") : exit.show();
      rows.add(
          new EventRow(
              process.end(),
              process.index(),
              -1,
              EventRow.Kind.PROCESS,
              WORDS.get("process.ends", process.name(), how),
              thing));
    }
  }

  private static void thread(List<EventRow> rows, ThreadLane lane) {
    if (lane.end() != Timeline.OPEN) {
      rows.add(
          new EventRow(
              lane.end(),
              lane.process(),
              lane.index(),
              EventRow.Kind.THREAD,
              WORDS.get("thread.ends"),
              new ThingRef.Lane(lane.index())));
    }
  }

  private static void deadlock(List<EventRow> rows, Timeline timeline, Deadlock deadlock) {
    int lane = deadlock.members().getLast().lane();
    rows.add(
        new EventRow(
            deadlock.since(),
            Lanes.process(timeline, lane),
            lane,
            EventRow.Kind.LOCK,
            Words.of("view/deadlocks").get("begins"),
            new ThingRef.Deadlock(deadlock.index())));
  }

  private static void phase(List<EventRow> rows, ProgramPhase phase) {
    rows.add(
        new EventRow(
            phase.start(),
            phase.process(),
            phase.lane(),
            EventRow.Kind.PHASE,
            Words.of("view/phases").get("begins", phase.name()),
            new ThingRef.Phase(phase.index())));
  }

  private static void task(
      List<EventRow> rows, Timeline timeline, PoolTrack pool, PoolTrack.Task task) {
    String submits = WORDS.get("task.submits", task.name());
    String takes = WORDS.get("task.takes", task.name());
    add(rows, timeline, pool, task, task.submitted(), task.submitter(), submits);
    add(rows, timeline, pool, task, task.started(), task.lane(), takes);
    String key = task.outcome() == null ? "task.ended" : "task." + task.outcome();
    add(rows, timeline, pool, task, task.ended(), task.lane(), WORDS.get(key, task.name()));
  }

  private static void add(
      List<EventRow> rows,
      Timeline timeline,
      PoolTrack pool,
      PoolTrack.Task task,
      long time,
      int lane,
      String text) {
    if (time != Timeline.OPEN) {
      rows.add(
          new EventRow(
              time,
              Lanes.process(timeline, lane),
              lane,
              EventRow.Kind.TASK,
              text,
              new ThingRef.Task(pool.index(), task.index())));
    }
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public long time(int i) {
    return rows.get(i).time();
  }

  @Override
  public EventRow get(int i) {
    return rows.get(i);
  }
}
