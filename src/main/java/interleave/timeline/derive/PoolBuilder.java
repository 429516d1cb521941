package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.FrozenList;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.column.TextColumn;
import interleave.timeline.derive.column.IdIndex;
import interleave.timeline.derive.column.PoolLoad;
import interleave.timeline.derive.column.Steps;
import interleave.timeline.derive.column.TaskGraph;
import interleave.timeline.derive.column.WorkerRuns;
import interleave.timeline.grammar.EventGrammar;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pool's tasks from what the submitter and the workers recorded, in the order of time. A
 * task that was forked by one worker and starts on another is stolen. One without work of its own
 * is over when those are that it depends on; one that could have started and never did is skipped.
 */
final class PoolBuilder {
  private static final int ENDED = 1;
  private static final int FAILED = 2;
  private static final int LOST = 4;
  private static final int CANCELLED = 8;
  private static final int SKIPPED = 16;

  private static final int FORKED = 1;
  private static final int STOLEN = 2;
  private static final int ALL_OF = 4;
  private static final int ANY_OF = 8;

  final int index;

  /** The first of the things that turned out to be this one. */
  final InternedObject thing;

  String name;
  private final LongColumn ids = new LongColumn();
  private final TextColumn names = new TextColumn();
  private final LongColumn submitted = new LongColumn();
  private final LongColumn started = new LongColumn();
  private final LongColumn ended = new LongColumn();
  private final IntColumn submitters = new IntColumn();
  private final IntColumn parents = new IntColumn();
  private final IntColumn lanes = new IntColumn();
  private final ByteColumn kinds = new ByteColumn();
  private final ByteColumn outcomes = new ByteColumn();
  private final TextColumn results = new TextColumn();
  private final TaskGraph graph = new TaskGraph();
  private final PoolLoad load = new PoolLoad();
  private final ObjectColumn<WorkerRuns> workers = new ObjectColumn<>();
  private final Map<Integer, WorkerRuns> byLane = new HashMap<>();

  /** As they were in the last snapshot, of which there may be one for each virtual thread. */
  private final FrozenList<PoolTrack.Worker> seen = new FrozenList<>();

  private final IntBag changedWorkers = new IntBag();
  private final Map<Theft, Integer> thefts = new HashMap<>();
  private final IntColumn stolen = new IntColumn();
  private final LongColumn stolenAt = new LongColumn();
  private List<PoolTrack.Steal> steals = List.of();
  private boolean stole;

  /** Lanes ask for the names of tasks, on any thread. */
  private final IdIndex byId = new IdIndex();

  private record Theft(int thief, int victim) {}

  PoolBuilder(int index, InternedObject thing, String name) {
    this.index = index;
    this.thing = thing;
    this.name = name;
  }

  void event(EventKind kind, int flags, int lane, long id, long time, @Nullable String text) {
    if (kind == EventKind.TASK_DEPENDS) {
      depends(index(id & 0xFFFF_FFFFL), index(id >>> 32));
      return;
    }
    int task = index(id);
    switch (kind) {
      case TASK_SUBMITTED -> submit(task, flags, lane, time, text);
      case TASK_STARTED -> {
        if (text != null && names.isEmpty(task)) {
          names.set(task, text);
        }
        start(task, lane, time);
      }
      case TASK_ENDED -> end(task, outcome(flags), time, text == null ? "" : text);
      default -> throw EventGrammar.unheard(kind);
    }
  }

  private int index(long id) {
    int known = byId.get(id);
    return known == IdIndex.NONE ? add(id) : known;
  }

  private int add(long id) {
    ids.add(id);
    names.add("");
    submitted.add(Timeline.OPEN);
    started.add(Timeline.OPEN);
    ended.add(Timeline.OPEN);
    submitters.add(-1);
    parents.add(-1);
    lanes.add(-1);
    kinds.add(0);
    outcomes.add(0);
    results.add("");
    graph.addTask();
    byId.put(id, ids.size() - 1);
    return ids.size() - 1;
  }

  private void submit(int task, int flags, int lane, long time, @Nullable String text) {
    long begun = started.get(task);
    submitted.set(task, Math.min(time, begun)); // by the clock of whoever took it up
    submitters.set(task, lane);
    WorkerRuns by = byLane.get(lane);
    parents.set(task, by == null ? -1 : by.current());
    kinds.set(
        task,
        ((flags & Flags.FORK) != 0 ? FORKED : 0)
            | ((flags & Flags.ALL_OF) != 0 ? ALL_OF : 0)
            | ((flags & Flags.ANY_OF) != 0 ? ANY_OF : 0));
    if (text != null) {
      names.set(task, text);
    }
    if (!isJoint(task) && begun == Timeline.OPEN) {
      load.step(time, 1, 0, 0);
    }
  }

  private void start(int task, int lane, long time) {
    boolean again = started.get(task) != Timeline.OPEN;
    boolean givenUp = again && (outcomes.get(task) & LOST) != 0;
    if (givenUp) { // with its worker, and another has got it
      ended.set(task, Timeline.OPEN);
      outcomes.set(task, 0);
      results.set(task, "");
    }
    int leaves = again ? leave(task, lane, time) : 0;
    started.set(task, time);
    lanes.set(task, lane);
    WorkerRuns worker = byLane.get(lane);
    if (worker == null) {
      worker = new WorkerRuns(workers.size(), lane);
      byLane.put(lane, worker);
      workers.add(worker);
    }
    load.step(
        time,
        again || submitted.get(task) == Timeline.OPEN ? 0 : -1,
        (worker.current() < 0 ? 1 : 0)
            - leaves, // within another task the worker runs one all the same
        givenUp ? -1 : 0);
    int victim = submitters.get(task);
    boolean forked = (kinds.get(task) & FORKED) != 0;
    worker.begin(task, forked && victim >= 0 ? victim : lane, time);
    changed(worker);
    if (forked && victim >= 0 && victim != lane) {
      stolen.add(task);
      stolenAt.add(time);
      kinds.set(task, kinds.get(task) | STOLEN);
      thefts.merge(new Theft(lane, victim), 1, Integer::sum);
      stole = true;
    }
  }

  /** Another has taken it up: whoever was in it is not any more. Returns how many run less. */
  private int leave(int task, int lane, long time) {
    WorkerRuns before = byLane.get(lanes.get(task));
    if (before == null || lanes.get(task) == lane || before.current() < 0) {
      return 0;
    }
    before.end(task, time);
    changed(before);
    return before.current() < 0 ? 1 : 0;
  }

  private void changed(WorkerRuns worker) {
    if (!worker.changed) {
      worker.changed = true;
      changedWorkers.add(worker.index);
    }
  }

  private List<PoolTrack.Worker> workers() {
    for (int i = seen.size(); i < workers.size(); i++) {
      seen.set(i, workers.get(i).view());
    }
    for (int i = 0; i < changedWorkers.size(); i++) {
      WorkerRuns worker = workers.get(changedWorkers.get(i));
      worker.changed = false;
      seen.set(worker.index, worker.view());
    }
    changedWorkers.clear();
    return seen.freeze();
  }

  private List<PoolTrack.Steal> counted() {
    List<PoolTrack.Steal> all = new ArrayList<>();
    thefts.forEach((theft, n) -> all.add(new PoolTrack.Steal(theft.thief, theft.victim, n)));
    all.sort(
        Comparator.comparingInt((PoolTrack.Steal steal) -> -steal.tasks())
            .thenComparingInt(PoolTrack.Steal::thief)
            .thenComparingInt(PoolTrack.Steal::victim));
    return List.copyOf(all);
  }

  private void end(int task, int outcome, long time, String result) {
    boolean ran = started.get(task) != Timeline.OPEN;
    int over = isOver(task) ? 0 : 1;
    ended.set(task, time);
    results.set(task, result);
    outcomes.set(task, outcome);
    WorkerRuns worker = byLane.get(lanes.get(task));
    if (worker != null) {
      worker.end(task, time);
      changed(worker);
      load.step(time, 0, ran && worker.current() < 0 ? -1 : 0, over);
    } else {
      boolean waited = !isJoint(task) && submitted.get(task) != Timeline.OPEN;
      load.step(time, waited && over > 0 ? -1 : 0, 0, over);
    }
    for (int each : graph.after(task)) {
      join(each, time);
    }
  }

  /** The process of a worker has ended: whatever it ran is lost. */
  void workerEnded(int lane, long time) {
    WorkerRuns worker = byLane.get(lane);
    while (worker != null && worker.current() >= 0) {
      int task = worker.current();
      if (lanes.get(task) == lane) {
        end(task, ENDED | LOST, time, "");
      } else { // another has taken it up since
        worker.end(task, time);
        changed(worker);
        load.step(time, 0, worker.current() < 0 ? -1 : 0, 0);
      }
    }
  }

  private void depends(int task, int before) {
    graph.add(task, before);
    if (isOver(before)) {
      join(task, ended.get(before));
    }
  }

  private boolean isJoint(int task) {
    return (kinds.get(task) & (ALL_OF | ANY_OF)) != 0;
  }

  private boolean isOver(int task) {
    return outcomes.get(task) != 0;
  }

  /** Ends a task without work of its own where that is due. */
  private void join(int task, long time) {
    boolean due =
        (kinds.get(task) & ANY_OF) != 0
            || (kinds.get(task) & ALL_OF) != 0 && graph.allBefore(task, this::isOver);
    if (due && !isOver(task)) {
      boolean failed = !graph.allBefore(task, each -> (outcomes.get(each) & FAILED) == 0);
      end(task, ENDED | (failed && (kinds.get(task) & ALL_OF) != 0 ? FAILED : 0), time, "");
    }
  }

  /** The run is over: what could have started and did not was not needed. */
  void finish() {
    for (int task = 0; task < ids.size(); task++) {
      boolean never = started.get(task) == Timeline.OPEN && !isOver(task);
      if (never && graph.depends(task) && graph.allBefore(task, this::isOver)) {
        long last = submitted.get(task);
        for (int each : graph.before(task)) {
          last = Math.max(last, ended.get(each));
        }
        end(task, ENDED | SKIPPED, last, "");
      }
    }
  }

  private static int outcome(int flags) {
    return ENDED
        | ((flags & Flags.FAILED) != 0 ? FAILED : 0)
        | ((flags & Flags.LOST) != 0 ? LOST : 0)
        | ((flags & Flags.CANCELLED) != 0 ? CANCELLED : 0);
  }

  /** When any of its tasks ran, or waited, as that state. */
  Steps steps(boolean ran, int state) {
    return load.steps(ran, state);
  }

  boolean hasTasks() {
    return ids.size() > 0;
  }

  /** How long tasks waited for a worker in all, in nanoseconds; a task weighs one at least. */
  long weight() {
    return load.waited() + ids.size();
  }

  /** What the task of that id is called, null when it is not known. */
  @Nullable String nameOf(long id) {
    int task = byId.get(id);
    return task == IdIndex.NONE ? null : named(task);
  }

  /** The index of the task of that id, -1 when it is not known. */
  int indexOf(long id) {
    return byId.get(id);
  }

  private String named(int task) {
    String given = names.get(task);
    return given.isEmpty() ? "task " + ids.get(task) : given;
  }

  /**
   * What is known of the pool now.
   *
   * @param derived up to when events were derived; what happens to a task later is not seen
   */
  PoolTrack track(long derived) {
    if (stole) {
      stole = false;
      steals = counted();
    }
    return new PoolTrack(
        index,
        name,
        new Tasks(this, ids.size(), derived),
        load.view(),
        workers(),
        steals,
        new Thefts(this, stolen.size()));
  }

  private record Thefts(PoolBuilder pool, int size) implements PoolTrack.Thefts {
    @Override
    public int task(int theft) {
      return pool.stolen.get(theft);
    }

    @Override
    public int firstAt(long time) {
      return pool.stolenAt.floor(time - 1, size) + 1;
    }
  }

  private PoolTrack.Task task(int task, long derived) {
    long start = started.get(task);
    long end = ended.get(task);
    boolean begun = start <= derived && start != Timeline.OPEN;
    boolean over = end <= derived && end != Timeline.OPEN;
    int outcome = over ? outcomes.get(task) : 0;
    int kind = kinds.get(task);
    return new PoolTrack.Task(
        task,
        ids.get(task),
        named(task),
        submitted.get(task),
        begun ? start : Timeline.OPEN,
        over ? end : Timeline.OPEN,
        submitters.get(task),
        begun ? lanes.get(task) : -1,
        outcome == 0 ? null : told(outcome),
        (outcome & FAILED) != 0,
        (outcome & LOST) != 0,
        over ? results.get(task) : "",
        parents.get(task),
        graph.before(task),
        (kind & FORKED) != 0,
        begun && (kind & STOLEN) != 0,
        isJoint(task));
  }

  private static String told(int outcome) {
    if ((outcome & LOST) != 0) {
      return "lost";
    }
    if ((outcome & FAILED) != 0) {
      return "failed";
    }
    if ((outcome & CANCELLED) != 0) {
      return "cancelled";
    }
    return (outcome & SKIPPED) != 0 ? "skipped" : "done";
  }

  /** The first tasks of a pool; each is made when it is asked for. */
  private static final class Tasks extends AbstractList<PoolTrack.Task> implements RandomAccess {
    private final PoolBuilder pool;
    private final int size;
    private final long derived;

    Tasks(PoolBuilder pool, int size, long derived) {
      this.pool = pool;
      this.size = size;
      this.derived = derived;
    }

    @Override
    public PoolTrack.Task get(int index) {
      return pool.task(Objects.checkIndex(index, size), derived);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
