package interleave.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.explain.Explanation;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.Patience;
import interleave.timeline.range.SliceUse;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.ForeignTrace;
import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.CounterSheet;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.SliceSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Named slices, rows that are no threads, moments, flows and counters: what follows from them. */
class SlicesTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.foreign(1, "P");
  private final Trace.Thread main = process.thread(1, "main");

  private int name(String name) {
    return process.object(ObjectType.SLICE, 0, name);
  }

  /** {@code handle 10-50 [parse 12-20, query 20-40]}, row by row. */
  private static String told(SliceTrack track) {
    StringBuilder text = new StringBuilder();
    for (int depth = 0; depth < track.depth(); depth++) {
      SliceTrack.Row row = track.row(depth);
      List<String> slices = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        String end = row.end(i) == Timeline.OPEN ? "" : "" + row.end(i);
        slices.add(row.name(i) + " " + row.start(i) + "-" + end);
      }
      text.append(slices);
    }
    return text.toString();
  }

  @Test
  void slicesLieWithinEachOther() {
    int handle = name("handle");
    int parse = name("parse");
    main.at(10).event(EventKind.SLICE_BEGIN, handle);
    main.at(12).event(EventKind.SLICE_BEGIN, parse);
    main.at(20).event(EventKind.SLICE_END).event(EventKind.SLICE_BEGIN, name("query"));
    main.at(40).event(EventKind.SLICE_END);
    main.at(50).event(EventKind.SLICE_END);
    main.at(60).event(EventKind.SLICE_BEGIN, handle);
    Timeline timeline = trace.end();
    SliceTrack track = timeline.slices().get(timeline.slicesOf(0));
    assertThat(told(track)).isEqualTo("[handle 10-50, handle 60-][parse 12-20, query 20-40]");
    assertThat(track.deepest(15)).isEqualTo(1);
    assertThat(track.deepest(45)).isZero();
    assertThat(track.deepest(55)).isEqualTo(-1);
    assertThat(track.around(1, 1)).isZero();
  }

  @Test
  void anEndByNameEndsWhatIsWithinToo() {
    int outer = name("outer");
    main.at(10).event(EventKind.SLICE_BEGIN, outer);
    main.at(20).event(EventKind.SLICE_BEGIN, name("inner"));
    main.at(30).event(EventKind.SLICE_END, outer);
    main.at(40).event(EventKind.SLICE_END); // of nothing
    main.at(45).event(EventKind.SLICE_END, outer);
    Timeline timeline = trace.end();
    assertThat(told(timeline.slices().getFirst())).isEqualTo("[outer 10-30][inner 20-30]");
    assertThat(timeline.problems())
        .containsExactly("2 ends of slices have no begin, and are not drawn.");
  }

  @Test
  void whatLiesTooDeepIsCountedAndLeavesTheRestAsItIs() {
    int name = name("f");
    for (int i = 0; i < 600; i++) {
      main.at(10 + i).event(EventKind.SLICE_BEGIN, name);
    }
    for (int i = 0; i < 600; i++) {
      main.at(1000 + i).event(EventKind.SLICE_END);
    }
    Timeline timeline = trace.end();
    SliceTrack track = timeline.slices().getFirst();
    assertThat(track.depth()).isEqualTo(512);
    assertThat(track.row(511).end(0)).isEqualTo(1088);
    assertThat(track.row(0).end(0)).isEqualTo(1599);
    assertThat(timeline.problems()).containsExactly("88 slices lie too deep to be drawn.");
  }

  @Test
  void slicesThatTellTheirLengthEndByThemselves() {
    int f = name("f");
    int g = name("g");
    main.at(10).event(EventKind.SLICE, f, 40);
    main.at(10).event(EventKind.SLICE, g, 10);
    main.at(20).event(EventKind.SLICE, g, 5);
    main.at(50).event(EventKind.SLICE, f, 0);
    main.at(50).event(EventKind.INSTANT, g);
    main.at(60).event(EventKind.SLICE, f, 5);
    main.at(65).event(EventKind.INSTANT, g);
    Timeline timeline = trace.end();
    SliceTrack track = timeline.slices().getFirst();
    assertThat(told(track)).isEqualTo("[f 10-50, f 50-50, f 60-65][g 10-20, g 20-25]");
    assertThat(track.moments().depth(0)).isEqualTo(1);
    assertThat(track.moments().depth(1)).isZero();
    assertThat(timeline.problems()).isEmpty();
  }

  @Test
  void whatTellsItsLengthIsOverEarlierWithWhatItLiesIn() {
    int f = name("f");
    main.at(10).event(EventKind.SLICE_BEGIN, f);
    main.at(20).event(EventKind.SLICE, name("g"), 30);
    main.at(25).event(EventKind.SLICE, name("h"), 10);
    main.at(40).event(EventKind.SLICE_END);
    main.at(50).event(EventKind.SLICE, f, 100);
    Timeline timeline = trace.end();
    assertThat(told(timeline.slices().getFirst()))
        .isEqualTo("[f 10-40, f 50-150][g 20-40][h 25-35]");
    assertThat(timeline.now()).isEqualTo(150);
  }

  @Test
  void aSliceThatLastsLongerThanAnyRunHasNoEnd() {
    main.at(10).event(EventKind.SLICE, name("f"), Long.MAX_VALUE);
    main.at(20).event(EventKind.SLICE, name("g"), -5);
    assertThat(told(trace.end().slices().getFirst())).isEqualTo("[f 10-][g 20-]");
  }

  @Test
  void whatHasNoNameIsCalledUnnamed() {
    main.at(10).event(EventKind.SLICE_BEGIN);
    main.at(15).event(EventKind.INSTANT);
    main.at(20).event(EventKind.SLICE_END);
    Timeline timeline = trace.end();
    assertThat(told(timeline.slices().getFirst())).isEqualTo("[unnamed 10-20]");
    assertThat(timeline.slices().getFirst().moments().name(0)).isEqualTo("unnamed");
  }

  @Test
  void argumentsOfBeginAndEndAreTold() {
    int name = name("f");
    main.at(10).event(EventKind.SLICE_BEGIN, name);
    main.at(20).event(EventKind.SLICE_END);
    main.at(30).event(EventKind.SLICE_BEGIN, 0, name, 0, "a: 1");
    main.at(40).event(EventKind.SLICE_END, Flags.FAILED, 0, 0, "b: 2");
    main.at(50).event(EventKind.SLICE_BEGIN, name);
    main.at(60).event(EventKind.SLICE_END, 0, 0, 0, "c: 3");
    SliceTrack.Row row = trace.end().slices().getFirst().row(0);
    assertThat(row.arguments(0)).isEmpty();
    assertThat(row.arguments(1)).isEqualTo("a: 1\nb: 2");
    assertThat(row.arguments(2)).isEqualTo("c: 3");
    assertThat(row.failed(0)).isFalse();
    assertThat(row.failed(1)).isTrue();
  }

  @Test
  void aRowThatIsNoThreadsIsNotCountedAsOne() {
    Trace.Thread row = process.track(7, "Requests");
    main.at(5).event(EventKind.THREAD_BEGIN);
    row.at(10).event(EventKind.SLICE_BEGIN, name("GET"));
    row.at(30).event(EventKind.SLICE_END);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes()).hasSize(1);
    assertThat(timeline.processes().getFirst().lanes()).hasSize(1);
    SliceTrack track = timeline.slices().getFirst();
    assertThat(track.name()).isEqualTo("Requests");
    assertThat(track.lane()).isEqualTo(-1);
    assertThat(told(track)).isEqualTo("[GET 10-30]");
    assertThat(Explanation.sentence(timeline, new ThingRef.Track(0)))
        .isEqualTo("Requests is a row of one slice that is no thread's.");
  }

  @Test
  void aThreadOfSlicesAloneHasALaneOfItsWholeLength() {
    main.at(10).event(EventKind.SLICE_BEGIN, name("f"));
    main.at(90).event(EventKind.SLICE_END);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes().getFirst().start()).isEqualTo(10);
    assertThat(timeline.lanes().getFirst().spans().state(0)).isEqualTo(ThreadState.NOT_TOLD);
    assertThat(timeline.processes().getFirst().end()).isEqualTo(Timeline.OPEN);
  }

  @Test
  void aFlowThatArrivesAtTheMomentInWhichItLeavesIsDrawnWhicheverThreadIsToldOfFirst() {
    Trace.Thread other = process.thread(2, "other");
    int flow = name("start");
    main.at(12).event(EventKind.FLOW_IN, flow, 77);
    other.at(12).event(EventKind.FLOW_OUT, flow, 77);
    main.at(20).event(EventKind.FLOW_OUT, flow, 78);
    other.at(20).event(EventKind.FLOW_IN, flow, 78);
    main.at(30).event(EventKind.FLOW_IN, flow, 79); // before it leaves: it never arrives
    other.at(31).event(EventKind.FLOW_OUT, flow, 79);
    Timeline timeline = trace.end();
    Flows flows = timeline.flows();
    assertThat(flows.size()).isEqualTo(2);
    assertThat(flows.toTime(0)).isEqualTo(12);
    assertThat(flows.toTrack(0)).isEqualTo(flows.fromTrack(1));
    assertThat(flows.name(0)).isEqualTo("start");
    assertThat(flows.at(12)).isZero();
    assertThat(timeline.problems())
        .containsExactly("One flow arrives that never left, and is not drawn.");
  }

  @Test
  void aFlowLeadsFromWhereItLeftLast() {
    int flow = name("work");
    Trace.Thread other = process.thread(2, "other");
    main.at(10).event(EventKind.SLICE_BEGIN, name("put"));
    main.at(12).event(EventKind.FLOW_OUT, flow, 77);
    main.at(15).event(EventKind.SLICE_END);
    other.at(20).event(EventKind.SLICE_BEGIN, name("take"));
    other.at(21).event(EventKind.FLOW_IN, flow, 77).event(EventKind.FLOW_OUT, flow, 77);
    other.at(30).event(EventKind.SLICE_END);
    main.at(40).event(EventKind.FLOW_IN, flow, 77);
    main.at(41).event(EventKind.FLOW_IN, flow, 99);
    Timeline timeline = trace.end();
    Flows flows = timeline.flows();
    assertThat(flows.size()).isEqualTo(2);
    assertThat(flows.fromTime(0)).isEqualTo(12);
    assertThat(flows.toTime(0)).isEqualTo(21);
    assertThat(flows.fromTrack(1)).isEqualTo(flows.toTrack(0));
    assertThat(Explanation.sentence(timeline, new ThingRef.Flow(0)))
        .isEqualTo("Flow work leads from put on main to take on other, 9 ns later.");
    assertThat(timeline.problems())
        .containsExactly("One flow arrives that never left, and is not drawn.");
  }

  @Test
  void countersHaveTheirExtremesAlsoBelowZero() {
    int heap = process.object(ObjectType.COUNTER, 0, "heap");
    for (int i = 0; i < 1000; i++) {
      main.at(10 + i).event(EventKind.COUNTER, heap, Double.doubleToRawLongBits(i - 300.5));
    }
    main.at(2000).event(EventKind.COUNTER, heap, Double.doubleToRawLongBits(Double.NaN));
    Timeline timeline = trace.end();
    CounterTrack counter = timeline.counterTracks().getFirst();
    assertThat(counter.size()).isEqualTo(1000);
    assertThat(counter.min(0, 5000)).isEqualTo(-300.5);
    assertThat(counter.max(0, 5000)).isEqualTo(698.5 + 0);
    assertThat(counter.max(100, 200)).isEqualTo(-111.5);
    assertThat(counter.min(5000, 6000)).isNaN();
    assertThat(Explanation.sentence(timeline, new ThingRef.Counter(0)))
        .isEqualTo(
            "heap lay between −300.5 and 698.5, and was 698.5 at last; 1 000 values were told.");
    assertThat(Explanation.sentence(timeline, new ThingRef.CounterValue(0, 300)))
        .isEqualTo("heap was -0.5 for 1 ns, and -1.5 before that.");
    assertThat(row(CounterSheet.of(Inquiry.whole(timeline)), 0))
        .startsWith("heap", "1 000", "−300.5", "698.5");
  }

  private static List<String> row(Sheet sheet, int i) {
    return sheet.rows().get(i).cells().stream().map(Cell::text).toList();
  }

  @Test
  void timeWithinItselfCountsOnceAndOwnTimeIsWhatNoSliceWithinHas() {
    int f = name("f");
    int g = name("g");
    main.at(0).event(EventKind.SLICE_BEGIN, f);
    main.at(10).event(EventKind.SLICE_BEGIN, g);
    main.at(20).event(EventKind.SLICE_BEGIN, f);
    main.at(50).event(EventKind.SLICE_END);
    main.at(70).event(EventKind.SLICE_END);
    main.at(100).event(EventKind.SLICE_END);
    Timeline timeline = trace.end();
    List<SliceUse> all = List.copyOf(SliceUse.all(Inquiry.whole(timeline)));
    assertThat(all.get(0).name()).isEqualTo("f");
    assertThat(all.get(0).count()).isEqualTo(2);
    assertThat(all.get(0).totalNs()).isEqualTo(100);
    assertThat(all.get(0).ownNs()).isEqualTo(70);
    assertThat(all.get(0).longest()).isEqualTo(new ThingRef.Slice(0, 0, 0));
    assertThat(all.get(1).totalNs()).isEqualTo(60);
    assertThat(all.get(1).ownNs()).isEqualTo(30);
    Inquiry part = new Inquiry(timeline, new TimeRange(15, 30), Patience.ENDLESS);
    SliceUse within = SliceUse.all(part).iterator().next();
    assertThat(within.totalNs()).isEqualTo(15);
    assertThat(within.ownNs()).isEqualTo(10);
    assertThat(row(SliceSheet.of(Inquiry.whole(timeline)), 0)).startsWith("f", "2", "100 ns");
  }

  @Test
  void sentencesTellWhereASliceWasAndWhatOfIt() {
    Timeline timeline = ForeignTrace.timeline();
    assertThat(said(timeline, new ThingRef.Slice(main(timeline), 0, 0)))
        .isEqualTo("handle took 30 ms on server 100 · main. Within it lay 2 slices.");
    assertThat(said(timeline, new ThingRef.Slice(main(timeline), 1, 7)))
        .isEqualTo(
            "query took 19 ms on server 100 · main. It lay within handle. Within it lay read the"
                + " rows of a table with a long name. It failed.");
    assertThat(said(timeline, new ThingRef.Slice(main(timeline), 0, 6)))
        .isEqualTo(
            "handle went on for 30 ms on server 100 · main and has no end in the file; it is drawn"
                + " as far as anything is known. Within it lay query.");
    assertThat(said(timeline, new ThingRef.Moment(main(timeline), 0)))
        .isEqualTo(
            "cache miss happened on server 100 · main, 27 ms after the begin. It lay within read"
                + " the rows of a table with a long name.");
    assertThat(said(timeline, new ThingRef.WideMoment(0)))
        .isEqualTo("navigation start happened 5 ms after the begin and concerns all processes.");
    assertThat(said(timeline, new ThingRef.WideMoment(1)))
        .isEqualTo("GC happened 150 ms after the begin and concerns all of renderer.");
  }

  private static String said(Timeline timeline, ThingRef thing) {
    return Explanation.sentence(timeline, thing);
  }

  private static int main(Timeline timeline) {
    return timeline.slices().stream()
        .filter(track -> track.name().equals("main"))
        .findFirst()
        .orElseThrow()
        .index();
  }

  @Test
  void whatWasDerivedIsTheSameWhenItWasKept() throws IOException {
    Trace told = ForeignTrace.trace();
    Timeline timeline = told.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    told.store.keep(out, KeptWriter.Course.PLAIN);
    MemorySegment image = MemorySegment.ofArray(out.toByteArray());
    same(TimelineStore.kept(image, () -> {}).snapshot(), timeline);
  }

  @Test
  void whatIsReadAgainHasTheSameIndices() {
    Trace told = ForeignTrace.trace();
    Timeline timeline = told.end();
    TimelineStore again = told.store.again();
    again.finish();
    Timeline empty = again.snapshot();
    assertThat(empty.slices()).extracting(SliceTrack::lane).isEqualTo(lanes(timeline));
    assertThat(empty.counterTracks()).hasSameSizeAs(timeline.counterTracks());
    assertThat(empty.slicesOf(0)).isEqualTo(timeline.slicesOf(0));
  }

  private static List<Integer> lanes(Timeline timeline) {
    return timeline.slices().stream().map(SliceTrack::lane).toList();
  }

  private static void same(Timeline kept, Timeline timeline) {
    for (SliceTrack track : timeline.slices()) {
      SliceTrack other = kept.slices().get(track.index());
      assertThat(told(other)).isEqualTo(told(track));
      assertThat(other.name()).isEqualTo(track.name());
      assertThat(other.moments().size()).isEqualTo(track.moments().size());
    }
    assertThat(kept.flows().size()).isEqualTo(timeline.flows().size());
    assertThat(kept.wideMoments().name(1)).isEqualTo("GC");
    assertThat(kept.counterTracks().get(1).min(0, Timeline.OPEN))
        .isEqualTo(timeline.counterTracks().get(1).min(0, Timeline.OPEN));
    assertThat(kept.tellsStates()).isTrue();
  }
}
