package interleave.timeline;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Makes a pool's tasks from what the submitter and the workers recorded. */
final class PoolBuilder {
  private static final int ENDED = 1;
  private static final int FAILED = 2;
  private static final int LOST = 4;
  private static final int CANCELLED = 8;

  final int index;

  /** The first of the things that turned out to be this one. */
  final Thing thing;

  String name;
  private final LongColumn ids = new LongColumn();
  private final ObjectColumn<String> names = new ObjectColumn<>();
  private final LongColumn submitted = new LongColumn();
  private final LongColumn started = new LongColumn();
  private final LongColumn ended = new LongColumn();
  private final IntColumn submitters = new IntColumn();
  private final IntColumn lanes = new IntColumn();
  private final ByteColumn outcomes = new ByteColumn();
  private final ObjectColumn<String> results = new ObjectColumn<>();
  private final Map<Long, Integer> byId = new HashMap<>();

  PoolBuilder(int index, Thing thing, String name) {
    this.index = index;
    this.thing = thing;
    this.name = name;
  }

  void event(EventKind kind, int flags, int lane, long id, long time, @Nullable String text) {
    int task = byId.computeIfAbsent(id, this::add);
    switch (kind) {
      case TASK_SUBMITTED -> {
        submitted.set(task, time);
        submitters.set(task, lane);
        if (text != null) {
          names.set(task, text);
        }
      }
      case TASK_STARTED -> {
        started.set(task, time);
        lanes.set(task, lane);
      }
      case TASK_ENDED -> {
        ended.set(task, time);
        results.set(task, text == null ? "" : text);
        outcomes.set(task, outcome(flags));
      }
      default -> {}
    }
  }

  private int add(long id) {
    ids.add(id);
    names.add("task " + id);
    submitted.add(Timeline.OPEN);
    started.add(Timeline.OPEN);
    ended.add(Timeline.OPEN);
    submitters.add(-1);
    lanes.add(-1);
    outcomes.add(0);
    results.add("");
    return ids.size() - 1;
  }

  private static int outcome(int flags) {
    return ENDED
        | ((flags & Flags.FAILED) != 0 ? FAILED : 0)
        | ((flags & Flags.LOST) != 0 ? LOST : 0)
        | ((flags & Flags.CANCELLED) != 0 ? CANCELLED : 0);
  }

  PoolTrack track() {
    return new PoolTrack(index, name, new Tasks(this, ids.size()));
  }

  private PoolTrack.Task task(int task) {
    int outcome = outcomes.get(task);
    return new PoolTrack.Task(
        task,
        ids.get(task),
        names.get(task),
        submitted.get(task),
        started.get(task),
        ended.get(task),
        submitters.get(task),
        lanes.get(task),
        outcome == 0 ? null : told(outcome, results.get(task)),
        (outcome & FAILED) != 0,
        (outcome & LOST) != 0);
  }

  private static String told(int outcome, String result) {
    String word =
        (outcome & LOST) != 0
            ? "lost"
            : (outcome & FAILED) != 0
                ? "failed"
                : (outcome & CANCELLED) != 0 ? "cancelled" : "done";
    return result.isEmpty() ? word : word + ": " + result;
  }

  /** The first tasks of a pool; each is made when it is asked for. */
  private static final class Tasks extends AbstractList<PoolTrack.Task> implements RandomAccess {
    private final PoolBuilder pool;
    private final int size;

    Tasks(PoolBuilder pool, int size) {
      this.pool = pool;
      this.size = size;
    }

    @Override
    public PoolTrack.Task get(int index) {
      return pool.task(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
