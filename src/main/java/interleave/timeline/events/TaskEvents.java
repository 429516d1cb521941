package interleave.timeline.events;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How the tasks of pools are handed in, taken up and done. */
public final class TaskEvents {
  private static final Words WORDS = Words.of("timeline/events");

  private final Timeline timeline;
  private final List<EventRow> rows = new ArrayList<>();

  private TaskEvents(Timeline timeline) {
    this.timeline = timeline;
  }

  public static EventSource of(Timeline timeline) {
    TaskEvents events = new TaskEvents(timeline);
    timeline.pools().forEach(pool -> pool.tasks().forEach(task -> events.task(pool, task)));
    return EventSource.sorted(events.rows);
  }

  private void task(PoolTrack pool, PoolTrack.Task task) {
    String submits = WORDS.get("task.submits", task.name());
    String takes = WORDS.get("task.takes", task.name());
    add(pool, task, task.submitted(), task.submitter(), submits);
    add(pool, task, task.started(), task.lane(), takes);
    String key = task.outcome() == null ? "task.ended" : "task." + task.outcome();
    add(pool, task, task.ended(), task.lane(), WORDS.get(key, task.name()));
  }

  private void add(PoolTrack pool, PoolTrack.Task task, long time, int lane, String text) {
    if (time != Timeline.OPEN) {
      ThingRef thing = new ThingRef.Task(pool.index(), task.index());
      int process = Lanes.process(timeline, lane);
      rows.add(new EventRow(time, process, lane, WORDS.get("kind.task"), text, thing));
    }
  }
}
