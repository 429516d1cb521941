package interleave.timeline;

import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a pool's tasks from what the submitter and the workers recorded. */
final class PoolBuilder {
  final int index;
  String name;
  private final List<PoolTrack.Task> tasks = new ArrayList<>();
  private final Map<Long, Integer> byId = new HashMap<>();
  private @Nullable PoolTrack track;

  PoolBuilder(int index, String name) {
    this.index = index;
    this.name = name;
  }

  void event(EventKind kind, int flags, int lane, long id, long time, @Nullable String text) {
    Integer known = byId.get(id);
    if (known == null) {
      known = tasks.size();
      byId.put(id, known);
      tasks.add(
          new PoolTrack.Task(
              known,
              id,
              "task " + id,
              Timeline.OPEN,
              Timeline.OPEN,
              Timeline.OPEN,
              -1,
              -1,
              null,
              false,
              false));
    }
    PoolTrack.Task old = tasks.get(known);
    tasks.set(
        known,
        switch (kind) {
          case TASK_SUBMITTED ->
              new PoolTrack.Task(
                  known,
                  id,
                  text == null ? old.name() : text,
                  time,
                  old.started(),
                  old.ended(),
                  lane,
                  old.lane(),
                  old.outcome(),
                  old.failed(),
                  old.lost());
          case TASK_STARTED ->
              new PoolTrack.Task(
                  known,
                  id,
                  old.name(),
                  old.submitted(),
                  time,
                  old.ended(),
                  old.submitter(),
                  lane,
                  old.outcome(),
                  old.failed(),
                  old.lost());
          case TASK_ENDED -> ended(old, flags, time, text);
          default -> old;
        });
    track = null;
  }

  private static PoolTrack.Task ended(
      PoolTrack.Task old, int flags, long time, @Nullable String text) {
    boolean failed = (flags & Flags.FAILED) != 0;
    boolean lost = (flags & Flags.LOST) != 0;
    boolean cancelled = (flags & Flags.CANCELLED) != 0;
    String word = lost ? "lost" : failed ? "failed" : cancelled ? "cancelled" : "done";
    String outcome = text == null || text.isEmpty() ? word : word + ": " + text;
    return new PoolTrack.Task(
        old.index(),
        old.id(),
        old.name(),
        old.submitted(),
        old.started(),
        time,
        old.submitter(),
        old.lane(),
        outcome,
        failed,
        lost);
  }

  PoolTrack track() {
    PoolTrack now = track;
    if (now == null) {
      now = new PoolTrack(index, name, List.copyOf(tasks));
      track = now;
    }
    return now;
  }

  /** What the task is called, for the spans in which it runs. */
  @Nullable String taskName(long id) {
    Integer known = byId.get(id);
    return known == null ? null : tasks.get(known).name();
  }
}
