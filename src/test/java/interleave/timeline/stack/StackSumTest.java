package interleave.timeline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.timeline.search.FunctionNames;
import interleave.timeline.search.Search;
import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.FunctionSheet;
import interleave.timeline.statistics.Sheet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stacks that are told by hand, and what they are summed up to. */
class StackSumTest {
  private static final int MAIN = 1;
  private static final int FAST = 2;
  private static final int SLOW = 3;
  private static final int SLOW_DEEP = 4;

  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");
  private final Trace.Thread one = process.thread(1, "one");
  private final Trace.Thread other = process.thread(2, "other");

  private void stacks() {
    one.at(1).event(EventKind.THREAD_BEGIN);
    other.at(1).event(EventKind.THREAD_BEGIN);
    one.in("main", 10).event(EventKind.DEFINE_STACK, MAIN, 0);
    one.in("fast", 20).event(EventKind.DEFINE_STACK, FAST, MAIN);
    one.in("slow", 30).event(EventKind.DEFINE_STACK, SLOW, MAIN);
    one.in("fast", 21).event(EventKind.DEFINE_STACK, SLOW_DEEP, SLOW);
  }

  private static void seen(Trace.Thread thread, long time, int stack, NativeState state) {
    thread.at(time).event(EventKind.STACK_SAMPLE, state.ordinal(), stack, 10, null);
  }

  private static void running(Trace.Thread thread, int stack, long... times) {
    for (long time : times) {
      seen(thread, time, stack, NativeState.RUNNING);
    }
  }

  private static StackSum sum(StackQuestion asked) {
    return StackSum.of(asked, Patience.ENDLESS);
  }

  private static List<String> lines(CallNode node) {
    return node.children().stream()
        .map(each -> each.name() + ":" + each.place().line() + " " + each.samples())
        .toList();
  }

  @Test
  void functionsAreSummedUpBelowWhoCalledThem() {
    stacks();
    running(one, FAST, 10, 20);
    running(one, SLOW, 30, 40, 50);
    running(one, SLOW_DEEP, 60);
    StackSum sum = sum(StackQuestion.whole(trace.end()));
    assertThat(sum.samples()).isEqualTo(6);
    assertThat(sum.nanos()).isEqualTo(60);
    assertThat(sum.intervalNs()).isEqualTo(10);
    assertThat(lines(sum.root())).containsExactly("P.main:10 6");
    CallNode main = sum.root().children().getFirst();
    assertThat(main.self()).isZero();
    assertThat(lines(main)).containsExactly("P.slow:30 4", "P.fast:20 2");
    assertThat(main.children().getFirst().self()).isEqualTo(3);
    assertThat(lines(main.children().getFirst())).containsExactly("P.fast:21 1");
  }

  @Test
  void reversedTheInnermostFunctionsAreTheRoots() {
    stacks();
    running(one, FAST, 10, 20);
    running(one, SLOW, 30);
    running(one, SLOW_DEEP, 40);
    Timeline timeline = trace.end();
    StackSum sum = sum(StackQuestion.of(timeline, Optional.empty(), Optional.empty(), false, true));
    assertThat(lines(sum.root())).containsExactly("P.fast:20 3", "P.slow:30 1");
    assertThat(lines(sum.root().children().getFirst()))
        .containsExactly("P.main:10 2", "P.slow:30 1");
  }

  @Test
  void aFunctionThatCallsItselfCountsOnceInTheListOfFunctions() {
    stacks();
    one.in("slow", 31).event(EventKind.DEFINE_STACK, 5, SLOW);
    running(one, 5, 10, 20);
    running(one, SLOW, 30);
    List<StackSum.Function> functions = sum(StackQuestion.whole(trace.end())).functions();
    assertThat(functions.getFirst().place().function()).isEqualTo("slow");
    assertThat(functions.getFirst().self()).isEqualTo(3);
    assertThat(functions.getFirst().samples()).isEqualTo(3);
    assertThat(functions.get(1).self()).isZero();
    assertThat(functions.get(1).samples()).isEqualTo(3);
  }

  @Test
  void samplesOfWaitingThreadsCountOnlyWhereTheyAreAskedFor() {
    stacks();
    running(one, FAST, 10);
    seen(one, 20, SLOW, NativeState.ASLEEP);
    one.at(30).event(EventKind.SLEEP_BEGIN);
    seen(one, 35, SLOW, NativeState.UNKNOWN);
    one.at(40).event(EventKind.SLEEP_END);
    seen(one, 45, SLOW, NativeState.UNKNOWN);
    Timeline timeline = trace.end();
    StackSum running = sum(StackQuestion.whole(timeline));
    assertThat(running.samples()).isEqualTo(2);
    assertThat(running.waiting()).isEqualTo(2);
    StackSum all = sum(StackQuestion.of(timeline, Optional.empty(), Optional.empty(), true, false));
    assertThat(all.samples()).isEqualTo(4);
    assertThat(all.waiting()).isZero();
  }

  @Test
  void aSampleEndsNothingOfWhatItsThreadDoes() {
    stacks();
    one.at(30).event(EventKind.SLEEP_BEGIN);
    seen(one, 35, SLOW, NativeState.UNKNOWN);
    one.at(40).event(EventKind.SLEEP_END);
    Timeline timeline = trace.end();
    var spans = timeline.lanes().getFirst().spans();
    assertThat(spans.start(spans.at(36))).isEqualTo(30);
    assertThat(spans.end(spans.at(36))).isEqualTo(40);
  }

  @Test
  void whatIsSelectedAndTheRangeDecideWhatIsSummedUp() {
    stacks();
    running(one, FAST, 10, 20, 30);
    running(other, SLOW, 10, 20);
    one.at(25).event(EventKind.SLEEP_BEGIN);
    one.at(29).event(EventKind.SLEEP_END);
    other.at(50).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    Optional<TimeRange> range = Optional.of(new TimeRange(10, 20));
    assertThat(asked(timeline, null, Optional.empty())).isEqualTo(5);
    assertThat(asked(timeline, null, range)).isEqualTo(2);
    assertThat(asked(timeline, new ThingRef.Lane(1), Optional.empty())).isEqualTo(2);
    assertThat(asked(timeline, new ThingRef.Lane(1), range)).isEqualTo(1);
    assertThat(asked(timeline, new ThingRef.Span(0, 29), Optional.empty())).isEqualTo(1);
    assertThat(asked(timeline, new ThingRef.Process(0), Optional.empty())).isEqualTo(5);
    assertThat(asked(timeline, new ThingRef.Lock(0), Optional.empty())).isEqualTo(5);
  }

  private static long asked(
      Timeline timeline,
      @org.jspecify.annotations.Nullable ThingRef selected,
      Optional<TimeRange> range) {
    return sum(StackQuestion.of(timeline, Optional.ofNullable(selected), range, false, false))
        .samples();
  }

  @Test
  void aThreadThatIsKnownByItsRuntimesIdIsFoundAlsoWhereTheIdIsGivenAgain() {
    stacks();
    one.at(5).event(EventKind.THREAD_END);
    Trace.Thread later = process.thread(7, "later");
    later.at(30).event(EventKind.DEFINE_THREAD, 0, 0, 1, "later");
    later.at(31).event(EventKind.THREAD_BEGIN);
    Trace.Thread outside = process.thread(0, "");
    int flags = NativeState.RUNNING.ordinal() | Flags.BY_RUNTIME;
    outside.at(3).micros(7).event(EventKind.STACK_SAMPLE, flags, FAST, 1, null);
    outside.at(40).micros(8).event(EventKind.STACK_SAMPLE, flags, SLOW, 1, null);
    later.at(50).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(timeline.stackSamples())
        .extracting(each -> timeline.lanes().get(each.lane()).name() + " " + each.weight(0))
        .containsExactlyInAnyOrder("one 7000", "later 8000");
  }

  @Test
  void aStackMayBeDefinedAfterItsUseAndItsPlaceNamedAfterThat() {
    one.at(1).event(EventKind.THREAD_BEGIN);
    running(one, FAST, 10);
    one.in("fast", 20).event(EventKind.DEFINE_STACK, FAST, MAIN);
    one.in("main", 10).event(EventKind.DEFINE_STACK, MAIN, 0);
    CallNode root = sum(StackQuestion.whole(trace.end())).root();
    assertThat(lines(root)).containsExactly("P.main:10 1");
    assertThat(lines(root.children().getFirst())).containsExactly("P.fast:20 1");
  }

  @Test
  void stacksThatCallEachOtherInARingEndSomewhere() {
    one.at(1).event(EventKind.THREAD_BEGIN);
    one.in("a", 1).event(EventKind.DEFINE_STACK, 1, 2);
    one.in("b", 2).event(EventKind.DEFINE_STACK, 2, 1);
    one.in("c", 3).event(EventKind.DEFINE_STACK, 3, 3);
    running(one, 1, 10);
    running(one, 3, 20);
    assertThat(sum(StackQuestion.whole(trace.end())).samples()).isEqualTo(2);
  }

  @Test
  void earlierSamplesMayBeToldOfLater() {
    stacks();
    running(one, FAST, 30, 10, 20);
    var samples = trace.end().stackSamples().getFirst();
    assertThat(List.of(samples.time(0), samples.time(1), samples.time(2)))
        .containsExactly(10L, 20L, 30L);
    assertThat(samples.at(25)).isEqualTo(1);
  }

  @Test
  void fewSamplesAreToldToBeFew() {
    stacks();
    running(one, FAST, 10, 20);
    assertThat(sum(StackQuestion.whole(trace.end())).isFew()).isTrue();
  }

  @Test
  void aFunctionIsCalledWithItsClassButNotWithALibrary() {
    assertThat(CallNode.name(new Site("Bank.java", 3, "pay", "shop.Bank"))).isEqualTo("Bank.pay");
    assertThat(CallNode.name(new Site("bank.py", 3, "pay", ""))).isEqualTo("pay");
    assertThat(CallNode.name(new Site("", 0, "memcpy", "libc.so.6"))).isEqualTo("memcpy");
    assertThat(CallNode.name(new Site("", 0, "run", "libjvm.so"))).isEqualTo("run");
    assertThat(CallNode.name(new Site("", 0, "run", "libjvm.dylib"))).isEqualTo("run");
    assertThat(CallNode.name(Site.UNKNOWN)).isEqualTo("?");
  }

  @Test
  void theTracersFramesAreTakenOutAndCounted() {
    one.at(1).event(EventKind.THREAD_BEGIN);
    one.in("main", 10).event(EventKind.DEFINE_STACK, MAIN, 0);
    one.place("/x/_interleave/hooking.py", "around", 4).event(EventKind.DEFINE_STACK, FAST, MAIN);
    running(one, FAST, 10, 20);
    StackSum sum = sum(StackQuestion.whole(trace.end()));
    assertThat(sum.tracer()).isEqualTo(2);
    assertThat(lines(sum.root())).containsExactly("P.main:10 2");
    assertThat(sum.root().children().getFirst().self()).isEqualTo(2);
  }

  @Test
  void boxesAreAsWideAsTheirSamplesAreMany() {
    stacks();
    running(one, FAST, 10, 20, 30);
    running(one, SLOW, 40);
    CallNode root = sum(StackQuestion.whole(trace.end())).root();
    IcicleBoxes boxes = IcicleBoxes.of(root, 400);
    assertThat(boxes.rows()).isEqualTo(3);
    assertThat(boxes.all())
        .extracting(box -> box.node().function().function() + " " + box.x() + " " + box.width())
        .containsExactly(" 0.0 400.0", "main 0.0 400.0", "fast 0.0 300.0", "slow 300.0 100.0");
    CallNode slow = root.children().getFirst().children().get(1);
    IcicleBoxes zoomed = IcicleBoxes.of(slow, 400);
    assertThat(zoomed.of(slow)).isNotNull().extracting(IcicleBoxes.Box::width).isEqualTo(400.0);
    assertThat(zoomed.at(2, 399)).isNotNull().extracting(IcicleBoxes.Box::node).isSameAs(slow);
    assertThat(zoomed.at(3, 10)).isNull();
  }

  @Test
  void aSampledFunctionIsFoundOnceAThreadWhereItWasSeenFirst() {
    stacks();
    one.at(5).event(EventKind.SLEEP_BEGIN);
    one.at(7).event(EventKind.SLEEP_END);
    running(one, FAST, 10, 20);
    running(other, FAST, 12);
    var found =
        new Search(List.of(FunctionNames.of(trace.end()))).find("fast", 10, () -> false).hits();
    assertThat(found)
        .extracting(hit -> hit.name() + " " + hit.thing())
        .containsExactly(
            "P.fast  P.java:20 " + new ThingRef.Span(0, 7),
            "P.fast  P.java:20 " + new ThingRef.Span(1, 1));
  }

  @Test
  void functionsAreATableOfTheRange() {
    stacks();
    running(one, FAST, 10, 20, 30);
    running(one, SLOW, 40);
    Timeline timeline = trace.end();
    Inquiry asked = new Inquiry(timeline, new TimeRange(15, 45), Patience.ENDLESS);
    Sheet sheet = FunctionSheet.of(asked).orElseThrow();
    assertThat(sheet.rows())
        .extracting(row -> row.cells().stream().map(Cell::text).toList())
        .containsExactly(
            List.of("P.fast", "P.java:20", "2", "66.7 %", "2", "66.7 %"),
            List.of("P.slow", "P.java:30", "1", "33.3 %", "1", "33.3 %"),
            List.of("P.main", "P.java:10", "0", "0.0 %", "3", "100.0 %"));
    assertThat(sheet.says()).isEqualTo("Too few samples to say where time goes.");
  }
}
