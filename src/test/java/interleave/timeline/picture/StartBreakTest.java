package interleave.timeline.picture;

import static interleave.event.EventKind.NATIVE_THREAD;
import static interleave.event.EventKind.OUTPUT;
import static interleave.event.EventKind.PROCESS_START;
import static interleave.event.EventKind.THREAD_BEGIN;
import static interleave.event.EventKind.THREAD_END;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartBreakTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(7, "Program").thread(1, "main");

  private Timeline run(long begins, long prints) {
    main.at(0).event(PROCESS_START, 0, 0, 7, "java Program");
    main.at(begins).event(THREAD_BEGIN);
    main.at(prints).event(OUTPUT, 0, 0, 0, "Hello");
    main.at(prints + 200 * MS).event(OUTPUT, 0, 0, 0, "Bye");
    return trace.end();
  }

  @Test
  void theJvmAndAThreadThatGetsReadyAreDrawnTogether() {
    AxisBreak gap = StartBreak.of(run(300 * MS, 500 * MS), Folds.NONE);
    assertThat(gap.from()).isZero();
    assertThat(gap.to()).isBetween(450 * MS, 500 * MS);
  }

  @Test
  void whatAProgramComputesBeforeItSaysAnythingIsItsOwn() {
    assertThat(StartBreak.of(run(300 * MS, 900 * MS), Folds.NONE).to()).isEqualTo(300 * MS);
  }

  @Test
  void whoOpensItSeesItInFullLength() {
    assertThat(StartBreak.of(run(300 * MS, 500 * MS), Folds.NONE.toggleStart()))
        .isEqualTo(AxisBreak.NONE);
  }

  @Test
  void aThreadThatOnlyTheSystemHasMetBeginsNothing() {
    main.at(0).event(PROCESS_START, 0, 0, 7, "java Program");
    main.at(300 * MS).event(NATIVE_THREAD, 0, 0, 70, null).event(THREAD_BEGIN);
    for (int i = 1; i < 20; i++) {
      ThreadSample sample = new ThreadSample(71, 20 * MS, 10 * MS, 0);
      trace.system(i * 20 * MS, 7, NativeState.RUNNING, WaitChannel.UNKNOWN, sample, "java");
    }
    main.at(450 * MS).event(OUTPUT, 0, 0, 0, "Hello").at(900 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes()).hasSize(2).anyMatch(ThreadLane::untold);
    assertThat(StartBreak.of(timeline, Folds.NONE).to()).isBetween(400 * MS, 450 * MS);
  }

  @Test
  void nobodyBeginsToLookWhileTheJvmStarts() {
    main.at(0).event(PROCESS_START, 0, 0, 7, "java Program");
    main.at(300 * MS).event(THREAD_BEGIN);
    main.at(310 * MS).event(OUTPUT, 0, 0, 0, "Hello").at(320 * MS).event(THREAD_END);
    trace.process(8, "Other").thread(1, "later").at(330 * MS).event(THREAD_BEGIN);
    assertThat(InitialPlayhead.of(trace.end())).isGreaterThan(290 * MS);
  }

  @Test
  void itSaysWhatItIsAndIsHitOverAllRows() {
    Timeline timeline = run(300 * MS, 500 * MS);
    AxisBreak gap = StartBreak.of(timeline, Folds.NONE);
    Viewport all = gap.window(0, timeline.now());
    View view = View.of(timeline, all, PictureAreas.of(900, 400));
    var picture = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
    assertThat(picture.list().text()).contains("starting, ");
    double x = view.frame().scale(all).x(gap.from() + gap.length() / 2);
    assertThat(picture.hits().at(x, 110).part()).isEqualTo(Part.START);
    assertThat(picture.hits().at(x + 200, 110).part()).isNotEqualTo(Part.START);
  }

  @Test
  void whereTheProgramBeginsThePlayheadDoesNotCoverItsWords() {
    Timeline timeline = run(300 * MS, 500 * MS);
    AxisBreak gap = StartBreak.of(timeline, Folds.NONE);
    Viewport all = gap.window(0, timeline.now());
    View view = View.of(timeline, all, PictureAreas.of(900, 400));
    assertThat(wordsToHit(view.withPlayhead(gap.to() + 5 * MS))).isEqualTo(wordsToHit(view));
    assertThat(wordsToHit(view)).isGreaterThan(60);
  }

  private static long wordsToHit(View view) {
    var picture = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
    double y = view.frame().rulerTop() + 2;
    return IntStream.range(0, 900)
        .filter(x -> picture.hits().at(x, y).part() == Part.START)
        .count();
  }

  @Test
  void theWindowOfTheRunBeforeIsDrawnOfOneInWhichNothingHasHappenedYet() {
    Timeline timeline = run(300 * MS, 500 * MS);
    Viewport before = StartBreak.of(timeline, Folds.NONE).window(0, timeline.now());
    View view = View.of(new Trace().end(), before, PictureAreas.of(900, 400));
    var picture = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
    assertThat(picture.list().text()).doesNotContain("starting, ");
  }
}
