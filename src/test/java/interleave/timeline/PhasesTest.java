package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.summary.Summaries;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import org.junit.jupiter.api.Test;

class PhasesTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Gil");
  private final Trace.Thread main = program.thread(1, "main");

  private void begin(long at, String name, long work) {
    main.at(at).event(PHASE_BEGIN, 0, 0, work, name);
  }

  @Test
  void aPhaseIsComparedWithTheFirstThatDidAnyWork() {
    begin(MS, "warm-up", 0);
    begin(10 * MS, "1 thread", 1000);
    main.at(110 * MS).event(PHASE_END);
    begin(120 * MS, "2 threads", 1000);
    begin(170 * MS, "half the work", 500);
    main.at(220 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(timeline.phases())
        .extracting(ProgramPhase::name)
        .containsExactly("warm-up", "1 thread", "2 threads", "half the work");
    assertThat(timeline.phases())
        .extracting(ProgramPhase::end)
        .as("a phase ends where it is said, where the next begins, or with its process")
        .containsExactly(10 * MS, 110 * MS, 170 * MS, 220 * MS);
    assertThat(timeline.phases()).extracting(ProgramPhase::first).containsExactly(-1, 1, 1, 1);
    assertThat(timeline.phases().get(0).speedUp(timeline)).isNaN();
    assertThat(timeline.phases().get(1).speedUp(timeline)).isEqualTo(1);
    assertThat(timeline.phases().get(2).speedUp(timeline)).isCloseTo(2, within(1e-9));
    assertThat(timeline.phases().get(3).speedUp(timeline)).isCloseTo(1, within(1e-9));
    assertThat(timeline.phases().get(2).showSpeedUp(timeline)).isEqualTo("2.00×");
  }

  @Test
  void eachProcessHasPhasesOfItsOwn() {
    Trace.Thread other = trace.process(8, "Other").thread(1, "main");
    begin(10 * MS, "ours", 10);
    other.at(20 * MS).event(PHASE_BEGIN, 0, 0, 10, "theirs");
    main.at(30 * MS).event(PHASE_END);
    other.at(60 * MS).event(PHASE_END);
    Timeline timeline = trace.end();
    assertThat(timeline.phases()).extracting(ProgramPhase::end).containsExactly(30 * MS, 60 * MS);
    assertThat(timeline.phases()).extracting(ProgramPhase::first).containsExactly(0, 1);
  }

  @Test
  void aPhaseThatGoesOnHasNoSpeedYet() {
    begin(10 * MS, "1 thread", 1000);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.phases().getFirst().end()).isEqualTo(Timeline.OPEN);
    assertThat(timeline.phases().getFirst().speedUp(timeline)).isNaN();
    assertThat(sentence(timeline, 0)).isEqualTo("1 thread has been going on for 990 ms.");
  }

  @Test
  void sentencesSummaryAndDrawingSayWhatWasMeasured() {
    begin(0, "1 thread", 1000);
    begin(800 * MS, "2 threads", 1000);
    main.at(1200 * MS).event(PHASE_END);
    main.at(1300 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(sentence(timeline, 0))
        .isEqualTo("1 thread took 800 ms; the phases after it are compared with it.");
    assertThat(sentence(timeline, 1))
        .isEqualTo(
            "2 threads took 400 ms and did its work at 2.00× the speed of 1 thread, which took"
                + " 800 ms.");
    assertThat(Summaries.of(timeline).phases())
        .extracting(phase -> phase.name() + " " + phase.speedUp() + " " + phase.work())
        .containsExactly("1 thread 1.0 1000", "2 threads 2.0 1000");
    assertThat(Extent.of(timeline, new ThingRef.Phase(1)))
        .isEqualTo(new Extent(800 * MS, 1200 * MS));
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.Phase(1)))
        .startsWith("2 threads", "lasted 400 ms", "1 000 units of work, 2 500 a second");
    View view = View.of(timeline, Viewport.of(0, timeline.now()), PictureAreas.of(900, 400));
    String drawn =
        new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().text();
    assertThat(drawn)
        .contains("Phases", "speed, against 1 thread", "2.00× in 2 threads", "1.00×")
        .doesNotContain("cannot be drawn");
  }

  private static String sentence(Timeline timeline, int phase) {
    return Explanation.sentence(timeline, new ThingRef.Phase(phase));
  }
}
