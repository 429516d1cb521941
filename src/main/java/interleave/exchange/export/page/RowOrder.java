package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.timeline.CounterTrack;
import interleave.timeline.CrowdTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.GroupText;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.PipeText;
import interleave.timeline.layout.RowSource;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which rows a page has: process by process, then what all share, as in the window. Of a crowd of
 * threads and of very many things of a sort those that matter most; what the window folds is folded
 * here at first.
 */
final class RowOrder {
  /** So many members of a crowd or group have a row. */
  static final int MOST_MEMBERS = 300;

  private static final int MOST_CARRIERS = 8;
  private static final int MOST_LOCALS = 3;

  /** In which order they stand below the threads of a process. */
  private static final List<ThingGroup.Sort> SORTS =
      List.of(
          ThingGroup.Sort.TRACK,
          ThingGroup.Sort.COUNTER,
          ThingGroup.Sort.LOCK,
          ThingGroup.Sort.SYNCHRONIZER,
          ThingGroup.Sort.VARIABLE,
          ThingGroup.Sort.POOL,
          ThingGroup.Sort.QUEUE,
          ThingGroup.Sort.PIPE);

  private final PageRows rows;
  private final Excerpt what;
  private final Timeline timeline;
  private final List<RowSource.Place> plain;
  private int processes;

  RowOrder(PageRows rows, Excerpt what) {
    this.rows = rows;
    this.what = what;
    this.timeline = what.timeline();
    plain = CrowdRows.plain(timeline, Folds.NONE);
  }

  void declare() {
    timeline.lanes().stream().filter(ThreadLane::service).forEach(_ -> rows.passService());
    timeline.processes().forEach(this::process);
    for (ThingGroup.Sort sort : SORTS) {
      groups(sort, -1, 0);
    }
    deadlocks();
  }

  private void process(ProcessTrack process) {
    int index = process.index();
    if (!what.lanes().hasAnyOf(timeline, index) || !what.meets(process.start(), process.end())) {
      return;
    }
    int name = rows.texts.number(process.called());
    PageRow row = new PageRow("process", name, index, 0, new ThingRef.Process(index));
    boolean far = ++processes > ThingGroup.FIRST && timeline.processes().size() > ThingGroup.FEW;
    int header = rows.add(far ? row.folding() : row);
    for (ProgramPhase phase : timeline.phases()) {
      if (phase.process() == index) {
        rows.add(new PageRow("phase", 0, index, header, new ThingRef.Phase(index)));
        break;
      }
    }
    for (RowSource.Place place : plain) {
      if (place.process() == index) {
        lane(place.index(), header);
      }
    }
    for (CrowdTrack crowd : timeline.crowds()) {
      if (crowd.process() == index && !crowd.few()) {
        crowd(crowd, header);
      }
    }
    for (GilTrack gil : timeline.gils()) {
      if (gil.process() == index) {
        int called = rows.texts.number("GIL");
        rows.add(new PageRow("lock", called, index, header, new ThingRef.Gil(index)));
      }
    }
    for (ThingGroup.Sort sort : SORTS) {
      groups(sort, index, header);
    }
  }

  private void lane(int index, int folder) {
    ThreadLane lane = timeline.lanes().get(index);
    if (!what.lanes().has(index) || !what.meets(lane.start(), lane.end())) {
      return;
    }
    int process = lane.process();
    int name = rows.texts.number(lane.name());
    PageRow row = new PageRow("thread", name, process, folder, new ThingRef.Lane(index));
    rows.add(row.coloured(timeline.hue(index)));
    List<LocalTrack> locals = timeline.localsOf(index);
    for (LocalTrack local : locals.subList(0, Math.min(MOST_LOCALS, locals.size()))) {
      int called = rows.texts.number(local.name());
      ThingRef ref = new ThingRef.Local(local.index(), -1);
      rows.add(new PageRow("local", called, process, folder, ref).coloured(timeline.hue(index)));
    }
    int slices = timeline.slicesOf(index);
    if (slices >= 0) {
      slices(timeline.slices().get(slices), folder);
    }
  }

  private void crowd(CrowdTrack crowd, int header) {
    int process = crowd.process();
    String sort = crowd.tasks() ? "tasks" : crowd.virtual() ? "virtual" : "platform";
    int count = crowd.lanes().size();
    int name =
        rows.texts.number(
            () -> Words.of("timeline/crowds").count(sort, count, Durations.count(count)));
    ThingRef ref = new ThingRef.Crowd(crowd.index());
    int folder = rows.add(new PageRow("crowd", name, process, header, ref).folding());
    List<Integer> carriers = crowd.tasks() ? List.of() : crowd.carriers();
    for (int carrier : carriers.subList(0, Math.min(MOST_CARRIERS, carriers.size()))) {
      lane(carrier, header);
    }
    crowd.first(MOST_MEMBERS).forEach(lane -> lane(lane, folder));
  }

  private void slices(SliceTrack track, int folder) {
    for (int depth = 0; depth < track.depth(); depth++) {
      ThingRef ref = new ThingRef.Slice(track.index(), depth, -1);
      int name = rows.texts.number(depth == 0 ? track.name() : "");
      rows.add(new PageRow("slice", name, track.process(), folder, ref).deep(depth));
    }
  }

  private void groups(ThingGroup.Sort sort, int process, int header) {
    for (ThingGroup group : timeline.groups()) {
      if (group.sort() != sort || group.process() != process) {
        continue;
      }
      if (!group.isMany()) {
        group.members().forEach(member -> member(sort, member, process, header));
        continue;
      }
      int name = rows.texts.number(() -> GroupText.title(group));
      ThingRef ref = new ThingRef.Group(group.index());
      int folder = rows.add(new PageRow("group", name, process, header, ref).folding());
      List<Integer> first = group.first(MOST_MEMBERS);
      for (int i = 0; i < first.size(); i++) {
        member(sort, first.get(i), process, i < ThingGroup.FIRST ? header : folder);
      }
    }
  }

  private void member(ThingGroup.Sort sort, int index, int process, int folder) {
    boolean all = what.lanes().isAll();
    switch (sort) {
      case LOCK -> {
        ThingRef ref = new ThingRef.Lock(index);
        row("lock", timeline.locks().get(index).name(), process, folder, ref);
      }
      case VARIABLE -> {
        ThingRef ref = new ThingRef.Variable(index);
        row("variable", timeline.variables().get(index).name(), process, folder, ref);
      }
      case QUEUE -> {
        ThingRef ref = new ThingRef.Queue(index);
        row("queue", timeline.queues().get(index).name(), process, folder, ref);
      }
      case POOL -> pool(timeline.pools().get(index), process, folder);
      case SYNCHRONIZER -> {
        if (all) {
          ThingRef ref = new ThingRef.Synchronizer(index);
          int name =
              rows.texts.number(() -> SynchronizerText.title(timeline.synchronizers().get(index)));
          rows.add(new PageRow("synchronizer", name, process, folder, ref));
        }
      }
      case PIPE -> {
        if (all) {
          int name = rows.texts.number(() -> PipeText.title(timeline, timeline.pipes().get(index)));
          rows.add(new PageRow("pipe", name, process, folder, new ThingRef.Pipe(index)));
        }
      }
      case TRACK -> {
        SliceTrack track = timeline.slices().get(index);
        if (all && track.lane() < 0) {
          slices(track, folder);
        }
      }
      case COUNTER -> {
        CounterTrack counter = timeline.counterTracks().get(index);
        if (all) {
          row("counter", counter.name(), process, folder, new ThingRef.Counter(index));
        }
      }
      case PROCESS -> {} // the headers
    }
  }

  private void row(String kind, String name, int process, int folder, ThingRef ref) {
    rows.add(new PageRow(kind, rows.texts.number(name), process, folder, ref));
  }

  /** A row for each worker of a pool; where they are very many they fold in one that counts. */
  private void pool(PoolTrack pool, int process, int header) {
    int folder = header;
    if (pool.workers().size() > ThingGroup.FEW) {
      int name = rows.texts.number(pool.name());
      ThingRef ref = new ThingRef.Pool(pool.index());
      PageRow row = new PageRow("workers", name, process, header, ref).folding();
      folder = rows.add(row);
      PoolTrack.Load load = pool.load();
      for (int i = 0; i < load.steps(); i++) {
        int step = i;
        long end = i + 1 < load.steps() ? load.time(i + 1) : Timeline.OPEN;
        Supplier<String> running = () -> Integer.toString(load.running(step));
        rows.thing(row, null, load.time(i), end, PageRows.look(Look.LEVEL), running, 0, 0, 0);
      }
    }
    for (PoolTrack.Worker worker : pool.workers().stream().limit(MOST_MEMBERS).toList()) {
      worker(pool, worker, process, folder);
    }
  }

  private void worker(PoolTrack pool, PoolTrack.Worker worker, int process, int folder) {
    int who = rows.lane(worker.lane());
    if (who == 0) {
      return;
    }
    String name = pool.name() + " · " + Lanes.brief(timeline, worker.lane());
    ThingRef ref = new ThingRef.Pool(pool.index());
    PageRow row = new PageRow("pool", rows.texts.number(name), process, folder, ref);
    rows.add(row);
    for (int i = 0; i < worker.runs(); i++) {
      PoolTrack.Task task = pool.tasks().get(worker.task(i));
      int look = PageRows.look(Look.TASK);
      ThingRef each = new ThingRef.Task(pool.index(), task.index());
      rows.thing(row, each, worker.start(i), worker.end(i), look, task::name, 0, who, 0);
    }
  }

  private void deadlocks() {
    for (Deadlock ring : timeline.deadlocks()) {
      int first = ring.members().getFirst().lane();
      int process = timeline.lanes().get(first).process();
      if (rows.lane(first) > 0) {
        ThingRef ref = new ThingRef.Deadlock(ring.index());
        PageRow row = new PageRow("deadlock", 0, process, rows.process(process), ref);
        rows.add(row);
        int look = PageRows.look(Look.DEADLOCK);
        if (ring.seen().isEmpty()) {
          rows.thing(row, ref, ring.since(), ring.end(), look, () -> "", 0, 0, 0);
        }
        for (long moment : ring.seen()) {
          rows.thing(row, ref, moment, moment, look, () -> "", 0, 0, 0);
        }
      }
    }
  }
}
