package interleave.timeline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.SketchVariable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final long MS = 1_000_000;

  /** Writes two messages at so many ms a message, after it began so late. */
  private static Sketch run(String main, long start, long late, long each, int lost) {
    Sketch run = new Sketch(start, start + 100 * MS, false);
    int process = run.process("P " + main, start / MS, start, start + 100 * MS, null);
    int first = run.lane(process, main);
    int reader = run.lane(process, "reader");
    long begin = start + late;
    run.span(first, ThreadState.RUNNING, start, begin + 2 * each, "");
    run.span(reader, ThreadState.QUEUE_WAIT, begin, begin + 2 * each, "orders");
    run.queue("orders")
        .message("A", first, begin, reader, begin + each)
        .message("B", first, begin + each, reader, begin + 2 * each);
    SketchVariable balance =
        run.variable(process, main.equals("main") ? "Bank.balance" : "balance");
    balance.read(first, begin, 0).read(reader, begin + 1, 0).write(first, begin + 2, 5);
    balance.write(reader, begin + 3, lost == 0 ? 5 : 8);
    if (lost > 0) {
      balance.lost(1, 0, 2, 3);
    }
    run.print(process, first, begin + 5, "process " + start / MS + " begins");
    run.print(process, reader, begin + 9, lost == 0 ? "all is well" : "one is lost");
    return run;
  }

  private static Comparison comparison(Alignment alignment) {
    Sketch java = run("main", 1000 * MS, 40 * MS, 10 * MS, 0);
    Sketch python = run("MainThread", 77 * MS, 10 * MS, 20 * MS, 1);
    return Comparison.of(java, python, alignment, Patience.ENDLESS).orElseThrow();
  }

  private static Difference figure(Comparison of, Section section, String name, Metric metric) {
    return of.differences().stream()
        .filter(each -> each.section() == section && each.metric() == metric)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatPlaysTheSamePartStandsBesideEachOtherWhateverItsLanguage() {
    Comparison found = comparison(Alignment.START);
    Difference throughput = figure(found, Section.QUEUES, "orders", Metric.THROUGHPUT);
    assertThat(throughput.a()).isEqualTo(100);
    assertThat(throughput.b()).isEqualTo(50);
    assertThat(throughput.verdict()).isPositive();
    assertThat(throughput.showChange()).isEqualTo("−50 %");
    Difference lost = figure(found, Section.VARIABLES, "Bank.balance", Metric.LOST_UPDATES);
    assertThat(lost.showChange()).isEqualTo("+1");
    assertThat(figure(found, Section.VARIABLES, "Bank.balance", Metric.LAST_VALUE).showB())
        .isEqualTo("8");
    Difference waited = figure(found, Section.THREADS, "reader", Metric.WAITED);
    assertThat(waited.a()).isEqualTo(20 * MS);
    assertThat(waited.b()).isEqualTo(40 * MS);
    assertThat(figure(found, Section.THREADS, "main", Metric.DURATION).isNotable()).isFalse();
    assertThat(found.ofRun(Metric.DEADLOCKS).orElseThrow().isSame()).isTrue();
  }

  @Test
  void onlyAStretchOfBothIsComparedWhereThatIsAsked() {
    Comparison whole = comparison(Alignment.START);
    long start = whole.a().start();
    TimeRange first = new TimeRange(start, start + 30 * MS);
    Comparison part = part(new Stretch(first, false));
    assertThat(part.partOfA()).isEqualTo(first);
    assertThat(part.partOfB()).isEqualTo(new TimeRange(77 * MS, 107 * MS));
    assertThat(part.ofRun(Metric.DURATION).orElseThrow())
        .returns(30.0 * MS, Difference::a)
        .returns(30.0 * MS, Difference::b);
    for (Metric metric : List.of(Metric.WAITED, Metric.MESSAGES)) {
      double most = whole.ofRun(metric).orElseThrow().a();
      assertThat(part.ofRun(metric).orElseThrow().a()).isLessThan(most);
    }
    assertThat(part.lines().linesA()).isLessThanOrEqualTo(whole.lines().linesA());
    TimeRange last = new TimeRange(whole.b().now() - 1, whole.b().now());
    Comparison end = part(new Stretch(last, true));
    assertThat(end.partOfB()).isEqualTo(last);
    assertThat(figure(end, Section.VARIABLES, "Bank.balance", Metric.LOST_UPDATES).b()).isZero();
    assertThat(figure(end, Section.VARIABLES, "Bank.balance", Metric.LAST_VALUE).showB())
        .as("what it was by then")
        .isEqualTo("8");
    assertThat(end.lines().linesB()).isZero();
    TimeRange all = new TimeRange(start, whole.a().now());
    assertThat(part(new Stretch(all, false)).ofRun(Metric.WAITED).orElseThrow().a())
        .isEqualTo(whole.ofRun(Metric.WAITED).orElseThrow().a());
  }

  private static Comparison part(Stretch stretch) {
    Comparison whole = comparison(Alignment.START);
    return Comparison.of(whole.a(), whole.b(), Alignment.START, stretch, Patience.ENDLESS)
        .orElseThrow();
  }

  @Test
  void numbersOfProcessesAreNoDifferenceOfOutput() {
    PrintedLines lines = comparison(Alignment.START).lines();
    assertThat(lines.onlyA()).containsExactly("all is well");
    assertThat(lines.onlyB()).containsExactly("one is lost");
    assertThat(lines.firstOther()).isEqualTo(1);
    assertThat(lines.isSame()).isFalse();
  }

  @Test
  void timesAreLaidOverEachOtherAtTheStartOrAtWhatHappensInBoth() {
    Comparison found = comparison(Alignment.START);
    assertThat(found.shift().toB(1000 * MS)).isEqualTo(77 * MS);
    Comparison atQueue = found.aligned(new Alignment.AtEvent("orders")).orElseThrow();
    assertThat(atQueue.shift().toB(1040 * MS)).isEqualTo(87 * MS);
    assertThat(atQueue.shift().toA(87 * MS)).isEqualTo(1040 * MS);
    Comparison atLine = found.aligned(new Alignment.AtEvent(" begins")).orElseThrow();
    assertThat(atLine.shift()).returns(atQueue.shift().ns(), Shift::ns);
    assertThat(found.aligned(new Alignment.AtEvent("nothing of that name"))).isEmpty();
    Difference before = figure(found, Section.THREADS, "reader", Metric.BEGAN);
    Difference after = figure(atQueue, Section.THREADS, "reader", Metric.BEGAN);
    assertThat(before.b()).isZero();
    assertThat(after.b()).isEqualTo(30 * MS);
    assertThat(comparison(new Alignment.AtEvent("orders")).differences())
        .isEqualTo(atQueue.differences());
  }

  @Test
  void matchingIsByTheMedianOfWhatBeginsInBoth() {
    Sketch a = new Sketch(0, 100, false);
    Sketch b = new Sketch(500, 600, false);
    for (Sketch each : new Sketch[] {a, b}) {
      long at = each.start();
      int first = each.process("P", 1, at, at + 100, null);
      each.lane(first, "main");
    }
    for (int i = 0; i < 3; i++) {
      a.lane(a.process("child", 10 + i, 10 + i, 100, null), "main");
      b.lane(b.process("child", 20 + i, i == 0 ? 590 : 530 + i, 600, null), "main");
    }
    Comparison found = Comparison.of(a, b, Alignment.MATCH, Patience.ENDLESS).orElseThrow();
    assertThat(found.partners().laneInB(2)).isEqualTo(2);
    assertThat(found.shift()).isEqualTo(new Shift(520, Alignment.MATCH, 3));
  }

  @Test
  void aRunIsLikeItselfInEverything() {
    Sketch run = run("main", 1000 * MS, 40 * MS, 10 * MS, 1);
    Comparison found = Comparison.of(run, run, Alignment.MATCH, Patience.ENDLESS).orElseThrow();
    assertThat(found.differences()).isNotEmpty().allMatch(Difference::isSame);
    assertThat(found.lines().isSame()).isTrue();
    assertThat(found.shift().ns()).isZero();
  }

  private static Timeline told(boolean countsSteps) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Bank");
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    Trace.Thread main = process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
    if (countsSteps) {
      main.at(MS).event(EventKind.CHOICE, 0, 1);
    }
    main.at(2 * MS).event(EventKind.LOCK_REQUEST, lock);
    main.at(9 * MS).event(EventKind.LOCK_ACQUIRED, lock);
    main.at(12 * MS).event(EventKind.THREAD_END);
    return trace.end();
  }

  @Test
  void stepsAreNotComparedWithMilliseconds() {
    Comparison mixed =
        Comparison.of(told(true), told(false), Alignment.START, Patience.ENDLESS).orElseThrow();
    assertThat(mixed.hasTwoClocks()).isTrue();
    assertThat(mixed.caution())
        .startsWith("A is a run under control: it counts steps, and B time.");
    assertThat(mixed.differences())
        .extracting(each -> each.metric().unit())
        .contains(Metric.Unit.COUNT)
        .doesNotContain(Metric.Unit.NANOSECONDS, Metric.Unit.PER_SECOND);
    assertThat(mixed.ofRun(Metric.DURATION)).isEmpty();
  }

  @Test
  void stepsAreComparedWithSteps() {
    Comparison steps =
        Comparison.of(told(true), told(true), Alignment.START, Patience.ENDLESS).orElseThrow();
    assertThat(steps.caution()).isEmpty();
    assertThat(steps.ofRun(Metric.DURATION)).isPresent();
  }
}
