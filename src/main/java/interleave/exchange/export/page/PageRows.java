package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.timeline.CounterTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.SynchronizerText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a page and what stands on them, process by process, and then what all share. */
final class PageRows {
  /** A page holds that many things; what comes after them it leaves out. */
  static final int MOST_THINGS = 1_000_000;

  /** And so many rows. */
  static final int MOST_ROWS = 2_000;

  final Texts texts = new Texts();
  final PageSites sites;
  final List<PageRow> rows = new ArrayList<>();
  private final Excerpt what;
  private final Timeline timeline;
  private final Progress progress;

  /** Rows by what they are of, from 1 on. */
  private final Map<ThingRef, Integer> numbers = new HashMap<>();

  private int things;
  private boolean full;
  private int service;

  PageRows(Excerpt what, Progress progress) {
    this.what = what;
    this.timeline = what.timeline();
    this.progress = progress;
    sites = new PageSites(what);
  }

  static int look(Look look) {
    return ThreadState.values().length + look.ordinal();
  }

  /** Whether something had to be left out. */
  boolean isFull() {
    return full;
  }

  /** How many threads of tools and libraries are not shown. */
  int service() {
    return service;
  }

  /** Whether one thing more has a place. */
  boolean takes() {
    if (things >= MOST_THINGS) {
      full = true;
      return false;
    }
    if ((++things & 0xFFF) == 0) {
      Progress.check(progress, things, MOST_THINGS);
    }
    return true;
  }

  /** The row of a thread from 1 on; 0 where it has none, as for the others. */
  int lane(int lane) {
    return numbers.getOrDefault(new ThingRef.Lane(lane), 0);
  }

  int process(int process) {
    return numbers.getOrDefault(new ThingRef.Process(process), 0);
  }

  /** That of a track of slices: the thread's where it is a thread's. */
  int track(int track) {
    int lane = timeline.slices().get(track).lane();
    return lane >= 0 ? lane(lane) : numbers.getOrDefault(new ThingRef.Slice(track, 0, -1), 0);
  }

  void fill() {
    for (ProcessTrack process : timeline.processes()) {
      declare(process);
    }
    locks(-1);
    for (QueueTrack queue : timeline.queues()) {
      declare("queue", queue.name(), -1, new ThingRef.Queue(queue.index()));
    }
    for (PageRow row : List.copyOf(rows)) {
      new RowFilling(this, what).fill(row);
    }
    pools();
    deadlocks();
  }

  private void declare(ProcessTrack process) {
    int index = process.index();
    if (!what.lanes().hasAnyOf(timeline, index) || !what.meets(process.start(), process.end())) {
      return;
    }
    declare("process", process.called(), index, new ThingRef.Process(index));
    for (ProgramPhase phase : timeline.phases()) {
      if (phase.process() == index) {
        declare("phase", "", index, new ThingRef.Phase(index));
        break;
      }
    }
    for (int lane : process.lanes()) {
      lane(timeline.lanes().get(lane), index);
    }
    for (SliceTrack track : timeline.slices()) {
      if (track.lane() < 0 && track.process() == index && what.lanes().isAll()) {
        slices(track);
      }
    }
    locks(index);
    for (CounterTrack counter : timeline.counterTracks()) {
      if (counter.process() == index && what.lanes().isAll()) {
        declare("counter", counter.name(), index, new ThingRef.Counter(counter.index()));
      }
    }
  }

  private void lane(ThreadLane lane, int process) {
    if (lane.service()) {
      service++;
    } else if (what.lanes().has(lane.index()) && what.meets(lane.start(), lane.end())) {
      ThingRef ref = new ThingRef.Lane(lane.index());
      add(
          new PageRow(
              "thread", texts.number(lane.name()), process, timeline.hue(lane.index()), 0, ref));
      int slices = timeline.slicesOf(lane.index());
      if (slices >= 0) {
        slices(timeline.slices().get(slices));
      }
    }
  }

  private void slices(SliceTrack track) {
    for (int depth = 0; depth < track.depth(); depth++) {
      ThingRef ref = new ThingRef.Slice(track.index(), depth, -1);
      add(
          new PageRow(
              "slice",
              texts.number(depth == 0 ? track.name() : ""),
              track.process(),
              -1,
              depth,
              ref));
    }
  }

  private void locks(int process) {
    for (LockTrack lock : timeline.locks()) {
      if (lock.process() == process) {
        declare("lock", lock.name(), process, new ThingRef.Lock(lock.index()));
      }
    }
    for (GilTrack gil : timeline.gils()) {
      if (gil.process() == process) {
        declare("lock", "GIL", process, new ThingRef.Gil(process));
      }
    }
    for (SynchronizerTrack track : timeline.synchronizers()) {
      if (track.process() == process && what.lanes().isAll()) {
        ThingRef ref = new ThingRef.Synchronizer(track.index());
        int name = texts.number(() -> SynchronizerText.title(track));
        add(new PageRow("synchronizer", name, process, -1, 0, ref));
      }
    }
  }

  private PageRow declare(String kind, String name, int process, ThingRef ref) {
    return add(new PageRow(kind, texts.number(name), process, -1, 0, ref));
  }

  private PageRow add(PageRow row) {
    if (rows.size() < MOST_ROWS) {
      rows.add(row);
      numbers.put(row.ref(), rows.size());
    } else {
      full = true;
    }
    return row;
  }

  int number(ThingRef ref) {
    return numbers.getOrDefault(ref, 0);
  }

  /** A row for each worker of a pool. */
  private void pools() {
    for (PoolTrack pool : timeline.pools()) {
      for (PoolTrack.Worker worker : pool.workers()) {
        if (lane(worker.lane()) > 0) {
          String name = pool.name() + " · " + timeline.lanes().get(worker.lane()).name();
          PageRow row = declare("pool", name, -1, new ThingRef.Pool(pool.index()));
          for (int i = 0; i < worker.runs(); i++) {
            PoolTrack.Task task = pool.tasks().get(worker.task(i));
            ThingRef ref = new ThingRef.Task(pool.index(), task.index());
            int who = lane(worker.lane());
            thing(row, ref, worker.start(i), worker.end(i), look(Look.TASK), task::name, 0, who, 0);
          }
        }
      }
    }
  }

  private void deadlocks() {
    for (Deadlock ring : timeline.deadlocks()) {
      int first = ring.members().getFirst().lane();
      int process = timeline.lanes().get(first).process();
      if (lane(first) > 0) {
        ThingRef ref = new ThingRef.Deadlock(ring.index());
        PageRow row = declare("deadlock", "", process, ref);
        thing(row, ref, ring.since(), ring.end(), look(Look.DEADLOCK), () -> "", 0, 0, 0);
      }
    }
  }

  /** What lasts from start to end, where any of it lies within. */
  void thing(
      PageRow on,
      @Nullable ThingRef ref,
      long start,
      long end,
      int look,
      Supplier<String> label,
      int site,
      int thread,
      int about) {
    if (what.meets(start, end) && takes()) {
      long from = what.begin(start);
      long length = Math.max(0, what.end(end) - from);
      on.things()
          .add(
              ref,
              what.told(from),
              length,
              look,
              texts.number(label),
              sites.number(site),
              thread,
              about);
    }
  }
}
