package interleave.exchange.export.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.LaneChoice;
import interleave.file.Progress;
import interleave.timeline.LockTrack;
import interleave.timeline.ProcessTrack.Exit;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TraceWalkTest {
  private static final List<Timeline> RUNS = Excerpts.timelines();

  @Property(tries = 150)
  void whateverLeavesIsATrace(
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll boolean some)
      throws IOException {
    Timeline run = RUNS.get(which);
    long length = run.now() - run.start();
    TimeRange range =
        TimeRange.between(
            run.start() + (long) (one * length), run.start() + (long) (other * length));
    LaneChoice lanes = some ? LaneChoice.of(List.of(0)) : LaneChoice.ALL;
    Excerpt what = Excerpts.of(run).in(range).of(lanes);
    ToldTrace told = ToldTrace.of(what);
    assertThat(told.isWhole()).isTrue();
    rowsAreTold(told);
    slicesLieWithinEachOtherOrApart(told);
    allLiesWithin(told, what);
  }

  private static void rowsAreTold(ToldTrace told) {
    assertThat(told.processes).extracting(TraceProcess::pid).doesNotHaveDuplicates();
    assertThat(told.tracks).extracting(TraceTrack::id).doesNotHaveDuplicates();
    assertThat(told.tracks.stream().filter(it -> it.kind() != TraceTrack.Kind.COUNTER))
        .extracting(it -> it.pid() + "/" + it.tid())
        .doesNotHaveDuplicates();
    Set<Long> pids = new HashSet<>(told.processes.stream().map(TraceProcess::pid).toList());
    Set<TraceTrack> tracks = new HashSet<>(told.tracks);
    assertThat(told.tracks).allMatch(it -> pids.contains(it.pid()));
    assertThat(told.slices).allMatch(it -> tracks.contains(it.on()));
    assertThat(told.instants).allMatch(it -> tracks.contains(it.on()));
    assertThat(told.counts)
        .allMatch(it -> tracks.contains(it.on()) && it.on().kind() == TraceTrack.Kind.COUNTER);
    assertThat(told.flows).allMatch(it -> tracks.contains(it.from()) && tracks.contains(it.to()));
    assertThat(told.flows).extracting(ToldTrace.Flow::id).doesNotHaveDuplicates();
  }

  private static void slicesLieWithinEachOtherOrApart(ToldTrace told) {
    Map<TraceTrack, Deque<ToldTrace.Slice>> open = new HashMap<>();
    Map<TraceTrack, Long> last = new HashMap<>();
    for (ToldTrace.Slice slice : told.slices) {
      Deque<ToldTrace.Slice> outer = open.computeIfAbsent(slice.on(), _ -> new ArrayDeque<>());
      assertThat(slice.start()).isGreaterThanOrEqualTo(last.getOrDefault(slice.on(), 0L));
      assertThat(slice.end()).isGreaterThanOrEqualTo(slice.start());
      while (!outer.isEmpty() && outer.peek().end() <= slice.start()) {
        outer.pop();
      }
      assertThat(outer.isEmpty() || slice.end() <= outer.peek().end()).as("%s", slice).isTrue();
      outer.push(slice);
      last.put(slice.on(), slice.start());
    }
  }

  private static void allLiesWithin(ToldTrace told, Excerpt what) {
    long from = what.told(what.range().from());
    long to = what.told(what.range().to());
    assertThat(told.slices).allMatch(it -> it.start() >= from && it.end() <= to);
    assertThat(told.instants).allMatch(it -> it.time() >= from && it.time() <= to);
    assertThat(told.counts).allMatch(it -> it.time() >= from && it.time() <= to);
    assertThat(told.flows)
        .allMatch(it -> it.fromTime() >= from && it.fromTime() <= it.toTime() && it.toTime() <= to);
  }

  @Test
  void ofAWholeRunNothingIsMissing() throws IOException {
    for (Timeline run : RUNS) {
      ToldTrace told = ToldTrace.of(Excerpts.of(run));
      assertThat(count(told, "interleave.state"))
          .isEqualTo(run.lanes().stream().mapToInt(it -> it.spans().size()).sum());
      assertThat(count(told, "hold"))
          .isEqualTo(
              run.locks().stream().map(LockTrack::holds).mapToInt(LockTrack.Holds::size).sum()
                  + run.gils().stream().mapToInt(it -> it.holds().size()).sum());
      assertThat(told.flows.stream().filter(it -> it.category().equals("message")))
          .hasSize((int) run.queues().stream().mapToLong(TraceWalkTest::arrived).sum());
      assertThat(told.instants.stream().filter(it -> it.category().equals("output")))
          .hasSize(run.output().size());
      assertThat(told.tracks.stream().filter(it -> it.kind() == TraceTrack.Kind.THREAD))
          .extracting(TraceTrack::name)
          .containsExactlyElementsOf(run.lanes().stream().map(ThreadLane::name).toList());
    }
  }

  private static long count(ToldTrace told, String category) {
    return told.slices.stream().filter(it -> it.category().equals(category)).count();
  }

  private static long arrived(QueueTrack queue) {
    return IntStream.range(0, queue.messages())
        .mapToObj(queue::message)
        .filter(it -> it.get() != Timeline.OPEN && it.fromLane() >= 0 && it.toLane() >= 0)
        .count();
  }

  @Test
  void everyKindOfThingIsTold() throws IOException {
    ToldTrace told = ToldTrace.of(Excerpts.of(EveryKind.timeline()));
    assertThat(told.slices)
        .extracting(ToldTrace.Slice::category)
        .contains("process", "interleave.state", "hold", "task", "local", "phase");
    assertThat(told.instants)
        .extracting(ToldTrace.Instant::category)
        .contains("opening", "output", "note");
    assertThat(told.flows).extracting(ToldTrace.Flow::category).contains("message", "task", "wake");
    assertThat(told.counts)
        .extracting(it -> it.on().name())
        .contains("Processor time", "queue", "total", "Output of child");
  }

  @Test
  void processesOfSeveralMachinesWithOnePidStayApart() throws IOException {
    ToldTrace told = ToldTrace.of(Excerpts.of(RUNS.get(2)));
    assertThat(told.processes.stream().filter(it -> it.facts().contains(new Fact("pid", 412L))))
        .hasSize(2);
  }

  @Test
  void whoGivesUpGetsNoFurther() {
    assertThatThrownBy(
            () ->
                TraceWalk.tell(Excerpts.of(EveryKind.timeline()), new ToldTrace(), (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatIsToldOfItsCourseIsAllOfItWhenAllWasTold() throws IOException {
    for (Timeline run : RUNS) {
      Excerpt what = Excerpts.of(run);
      Course course = new Course(what, Progress.UNHEARD);
      TraceWalk.tell(what, new ToldTrace(), course);
      assertThat(course.share()).isBetween(0.8, 1.0);
    }
  }

  @Test
  void whoGivesUpWhileArrowsAreToldGetsNoFurther() {
    Sketch run = new Sketch(1000, 2_000_000, false);
    int process = run.process("Program", 412, 1000, 2_000_000, new Exit(0, null));
    int one = run.lane(process, "one");
    int other = run.lane(process, "other");
    for (int i = 0; i < 20_000; i++) {
      int at = 1000 + i;
      run.arrow(new Arrow(Arrow.Kind.INTERRUPT, one, process, at, other, process, at + 1));
    }
    Excerpt what = Excerpts.of(run);
    List<Double> heard = new ArrayList<>();
    assertThatThrownBy(
            () ->
                TraceWalk.tell(
                    what,
                    new ToldTrace(),
                    (done, total) -> heard.add((double) done / total) && done < total / 2))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).isSorted().endsWith(heard.getLast());
    assertThat(heard.getLast()).isBetween(0.5, 0.95);
  }
}
