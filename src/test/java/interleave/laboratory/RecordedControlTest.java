package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.event.Recording;
import interleave.explore.Ending;
import interleave.explore.Schedule;
import interleave.explore.Trace;
import interleave.lesson.Answers;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.TimeText;
import interleave.timeline.summary.Summaries;
import interleave.words.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real program that is recorded while a schedule says who goes on. */
class RecordedControlTest {
  private static final long STEP = 1_000_000;

  @Test
  void choicesAreColumnsAndTheLostUpdateIsTheOneThatTheScheduleSays() throws Exception {
    Program.Lesson program =
        new Program.Lesson(
            Catalogue.scenario("lock-and-lost-updates"),
            Map.of("threads", "2", "loops", "1", "lock", "off"));
    Installation installation = Installation.find();
    Settings settings = new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {});
    Schedule schedule = Schedule.of("0 1 2 1 2").orElseThrow();
    try (RecordedControl control = RecordedControl.of(program, schedule);
        Run run =
            new Engine(installation)
                .start(program.launch(installation), control.settings(settings))) {
      assertThat(run.ended().get().code()).isZero();
      Timeline timeline = LiveTimeline.load(run.recording());
      assertThat(timeline.countsSteps()).isTrue();
      assertThat(timeline.problems()).isEmpty();
      assertThat(timeline.variables().getFirst().lostUpdates()).isEqualTo(1);
      Trace trace = control.trace(0).orElseThrow();
      assertThat(trace.ending().kind()).isEqualTo(Ending.Kind.DONE);
      assertThat(EndingSentence.of(RecordedControl.leaving(trace, 3)))
          .startsWith("ends with exit code 3: ");
      assertThat(Summaries.of(timeline).clock()).isEqualTo("choices");
      assertThat(timeline.lanes()).extracting(lane -> lane.name()).contains("Thread-1", "Thread-2");
      onlyOneRunsAtATime(timeline);
      assertThat(Answers.of(program.scenario(), timeline)).isPresent();
      assertThat(TimeText.countsSteps()).as("answers are told in steps").isTrue();
      assertThat(Language.ENGLISH.speaking(() -> TimeText.duration(3 * STEP))).isEqualTo("3 steps");
      assertThat(Language.CHINESE.speaking(() -> TimeText.moment(12 * STEP, 1)))
          .isEqualTo("第 12 步");
      assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0))).contains("steps");
    } finally {
      TimeText.by(new TimelineStore().snapshot());
    }
  }

  /** In the middle of each step. */
  private static void onlyOneRunsAtATime(Timeline timeline) {
    for (long step = 1; step * STEP < timeline.now(); step++) {
      long time = timeline.start() + step * STEP + STEP / 2;
      long running =
          timeline.lanes().stream()
              .filter(lane -> lane.end() > time && lane.start() <= time)
              .filter(lane -> lane.spans().size() > 0)
              .filter(lane -> lane.spans().state(lane.spans().at(time)) == ThreadState.RUNNING)
              .count();
      assertThat(running).as("in step " + step).isLessThanOrEqualTo(1);
    }
  }
}
