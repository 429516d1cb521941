package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import interleave.view.control.FramePump;
import interleave.view.session.EmptyTimeline;
import interleave.view.session.Frame;
import interleave.view.session.Playback;
import interleave.view.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is recorded goes to the panes and does not turn back from there. */
@ExtendWith(ApplicationExtension.class)
class TimelinePanesTest {
  private static final Timeline RUN = Sketches.queue();

  private final Session session =
      new Session(
          new SketchedRuns(RUN, true),
          new EmptyTimeline(),
          Runnable::run,
          Runnable::run,
          Runnable::run,
          _ -> {});
  private TimelinePanes panes;

  @BeforeEach
  void panes() throws Exception {
    panes = Fx.get(() -> new TimelinePanes(session));
    session.run(Program.Lesson.of(Catalogue.scenario("queue-between-processes")));
  }

  @Test
  void aFrameThatIsShownTellsTheSessionNothing() throws Exception {
    session.select(new ThingRef.Lane(1));
    Frame shown = session.frame(1);
    Fx.run(() -> panes.show(shown));
    Frame next = session.frame(2);
    assertThat(next).isEqualTo(shown);
    assertThat(next.mode()).isEqualTo(Playback.Mode.LIVE);
    assertThat(panes.timeline().getSelection()).isEqualTo(new ThingRef.Lane(1));
    assertThat(panes.timeline().getViewport().end()).isGreaterThan(RUN.now());
  }

  @Test
  void theSessionHearsOfTheWindowBeforeItMakesAFrame() throws Exception {
    List<Frame> frames = new ArrayList<>();
    Fx.run(
        () -> {
          FramePump pump =
              new FramePump(
                  session,
                  panes::tellWindow,
                  List.of(panes, frames::add),
                  e -> {
                    throw e;
                  });
          pump.handle(1);
          panes.timeline().fitAll();
          pump.handle(2);
        });
    assertThat(frames.getFirst().window().to()).isLessThan(RUN.now());
    assertThat(frames.getLast().window().to()).isGreaterThan(RUN.now());
  }

  @Test
  void aWayToAMomentMovesThePlayheadOfTheNextFrame() throws Exception {
    Fx.run(() -> panes.show(session.frame(1)));
    Fx.run(() -> panes.goTo(Sketches.at(700)));
    assertThat(panes.timeline().playheadProperty().get()).isNotEqualTo(Sketches.at(700));
    Fx.run(() -> panes.show(session.frame(2)));
    assertThat(panes.timeline().playheadProperty().get()).isEqualTo(Sketches.at(700));
    assertThat(panes.stage().playheadProperty().get()).isEqualTo(Sketches.at(700));
  }
}
