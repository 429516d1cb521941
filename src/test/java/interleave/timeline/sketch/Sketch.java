package interleave.timeline.sketch;

import interleave.timeline.HostTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;

/** A timeline made by hand. */
public final class Sketch implements Timeline, OutputTrack {
  private final long start;
  private final long now;
  private final boolean live;
  private final List<ProcessTrack> processes = new ArrayList<>();
  private final List<ThreadLane> lanes = new ArrayList<>();
  private final List<LockTrack> locks = new ArrayList<>();
  private final List<QueueTrack> queues = new ArrayList<>();
  private final List<VariableTrack> variables = new ArrayList<>();
  private final List<PoolTrack> pools = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final List<HostTrack> hosts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  public Sketch(long start, long now, boolean live) {
    this.start = start;
    this.now = now;
    this.live = live;
  }

  /** From now on processes are on that machine, whose times may be off by so much. */
  public void host(String name, long uncertainty) {
    hosts.add(new HostTrack(hosts.size(), name, new ArrayList<>(), _ -> uncertainty));
  }

  public int process(String name, long pid, long from, long to, ProcessTrack.Exit exit) {
    int index = processes.size();
    processes.add(
        new ProcessTrack(
            index,
            pid,
            hosts.isEmpty() ? 0 : hosts.size() - 1,
            index == 0 ? -1 : 0,
            name,
            "java " + name,
            "java",
            ProcessTrack.Interpreter.UNKNOWN,
            true,
            from,
            to,
            to,
            exit,
            ProcessTrack.Origin.UNKNOWN,
            new ArrayList<>(),
            List.of()));
    if (!hosts.isEmpty()) {
      hosts.getLast().processes().add(index);
    }
    return index;
  }

  public int lane(int process, String name) {
    return lane(process, name, false);
  }

  public int lane(int process, String name, boolean service) {
    int index = lanes.size();
    ProcessTrack of = processes.get(process);
    lanes.add(
        new ThreadLane(
            index,
            process,
            index + 1,
            0,
            name,
            ThreadLane.Kind.PLATFORM,
            false,
            service,
            of.start(),
            of.end(),
            new SketchSpans(),
            new SketchSpans()));
    of.lanes().add(index);
    return index;
  }

  public Sketch span(int lane, ThreadState state, long from, long to, String label) {
    return span(lane, state, from, to, label, Spans.About.NOTHING, -1);
  }

  public Sketch span(
      int lane, ThreadState state, long from, long to, String label, Spans.About about, int of) {
    ((SketchSpans) lanes.get(lane).spans())
        .add(new SketchSpans.Span(from, to, state, about, of, label));
    return this;
  }

  public Sketch hold(int lane, int lock, long from, long to) {
    ((SketchSpans) lanes.get(lane).holds())
        .add(new SketchSpans.Span(from, to, ThreadState.RUNNING, Spans.About.LOCK, lock, ""));
    return this;
  }

  public SketchLock lock(int process, String name) {
    SketchLock lock = new SketchLock(locks.size(), process, name);
    locks.add(lock);
    return lock;
  }

  public SketchQueue queue(String name) {
    SketchQueue queue = new SketchQueue(queues.size(), name);
    queues.add(queue);
    return queue;
  }

  public SketchVariable variable(int process, String name) {
    SketchVariable variable = new SketchVariable(variables.size(), process, name);
    variables.add(variable);
    return variable;
  }

  public void pool(String name, List<PoolTrack.Task> tasks) {
    pools.add(new PoolTrack(pools.size(), name, tasks));
  }

  public Sketch arrow(Arrow arrow) {
    arrows.add(arrow);
    return this;
  }

  public Sketch gap(int process, long from, long to, long events) {
    gaps.add(new Gap(process, from, to, events));
    return this;
  }

  public Sketch print(int process, int lane, long time, String text) {
    lines.add(new Line(lines.size(), time, process, lane, false, text));
    return this;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public List<ProcessTrack> processes() {
    return processes;
  }

  @Override
  public List<ThreadLane> lanes() {
    return lanes;
  }

  @Override
  public List<LockTrack> locks() {
    return locks;
  }

  @Override
  public List<QueueTrack> queues() {
    return queues;
  }

  @Override
  public List<VariableTrack> variables() {
    return variables;
  }

  @Override
  public List<HostTrack> hosts() {
    return hosts;
  }

  @Override
  public List<PipeTrack> pipes() {
    return List.of();
  }

  @Override
  public List<PoolTrack> pools() {
    return pools;
  }

  @Override
  public OutputTrack output() {
    return this;
  }

  @Override
  public List<LocalTrack> locals() {
    return List.of();
  }

  @Override
  public List<Arrow> arrows() {
    return arrows;
  }

  @Override
  public Counters counters() {
    return new Counters(100, 0, 34, 0);
  }

  @Override
  public List<Gap> gaps() {
    return gaps;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public Site site(int site) {
    return Site.UNKNOWN;
  }

  @Override
  public int size() {
    return lines.size();
  }

  @Override
  public Line line(int i) {
    return lines.get(i);
  }

  @Override
  public int at(long time) {
    int i = lines.size() - 1;
    while (i >= 0 && lines.get(i).time() > time) {
      i--;
    }
    return i;
  }
}
