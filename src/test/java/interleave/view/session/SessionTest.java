package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.file.Progress;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * The session with a studio of its own; worker and window are one queue that the test works off.
 */
class SessionTest {
  private static final Program POOL = Program.Lesson.of(Catalogue.scenario("process-pool"));
  private static final Program LOCK =
      Program.Lesson.of(Catalogue.scenario("lock-and-lost-updates"));

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<String> log = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private boolean refuse;
  private final Session session =
      new Session(
          new FakeStudio(), new EmptyTimeline(), work::add, work::add, work::add, notices::add);

  @Test
  void nothingIsShownBeforeTheFirstRun() {
    session.choose(POOL);
    Frame frame = session.frame(0);
    assertThat(frame.phase()).isEqualTo(Session.State.IDLE);
    assertThat(frame.hasRun()).isFalse();
    assertThat(frame.chosen()).hasValue(POOL);
  }

  @Test
  void aRunIsFollowedLiveAndThenStandsWhereItTellsMost() {
    session.run(POOL);
    assertThat(session.frame(0).phase()).isEqualTo(Session.State.STARTING);
    finishWork();
    Frame live = session.frame(1);
    assertThat(live.phase()).isEqualTo(Session.State.RUNNING);
    assertThat(live.mode()).isEqualTo(Playback.Mode.LIVE);
    assertThat(live.playhead()).isEqualTo(1_000);
    take().running = false;
    Frame over = session.frame(2);
    assertThat(over.phase()).isEqualTo(Session.State.RECORDED);
    assertThat(over.mode()).isEqualTo(Playback.Mode.PAUSED);
    assertThat(over.playhead()).as("the moment that tells most").isEqualTo(500);
    assertThat(over.ending()).isEqualTo("exit 0");
  }

  @Test
  void theOldRunIsStoppedBeforeTheNextBegins() {
    session.run(POOL);
    finishWork();
    session.run(LOCK);
    finishWork();
    assertThat(log)
        .containsExactly(
            "run Process pool",
            "stop Process pool",
            "run Lock and lost updates",
            "retire Process pool");
  }

  @Test
  void theRunBeforeStaysToBeComparedWithUntilThereIsAnother() {
    session.run(POOL);
    finishWork();
    assertThat(session.earlier()).isEmpty();
    session.run(LOCK);
    finishWork();
    assertThat(session.earlier()).map(Session.Earlier::origin).hasValue(POOL);
    log.clear();
    RunOrigin.Saved file = new RunOrigin.Saved(Path.of("x.interleave"));
    session.beside(file, () -> log.add("there"));
    finishWork();
    assertThat(session.earlier()).map(Session.Earlier::origin).hasValue(file);
    assertThat(session.shown()).hasValue(LOCK);
    assertThat(log).containsExactly("open x.interleave", "there", "close Process pool");
    log.clear();
    session.run(POOL);
    finishWork();
    assertThat(session.earlier()).map(Session.Earlier::origin).hasValue(LOCK);
    assertThat(log).endsWith("retire Lock and lost updates", "close x.interleave");
    log.clear();
    session.close();
    assertThat(log).containsExactly("close Process pool", "close Lock and lost updates");
  }

  @Test
  void stoppingIsShownUntilItIsDone() {
    session.run(POOL);
    finishWork();
    session.frame(0);
    session.stop();
    assertThat(session.frame(1).phase()).isEqualTo(Session.State.STOPPING);
    finishWork();
    assertThat(session.frame(2).phase()).isEqualTo(Session.State.RECORDED);
  }

  @Test
  void aProgramThatCannotBeStartedIsToldAndTheOldRunStays() {
    session.run(POOL);
    finishWork();
    refuse = true;
    session.run();
    finishWork();
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst().what()).isEqualTo("The program could not be started.");
    assertThat(notices.getFirst().next()).isEqualTo("No such luck.");
    assertThat(session.frame(0).hasRun()).isTrue();
    assertThat(session.frame(0).phase()).isEqualTo(Session.State.RECORDED);
  }

  @Test
  void aRefusedParameterStartsNothing() {
    session.run(new Program.Lesson(Catalogue.scenario("process-pool"), Map.of("workers", "many")));
    finishWork();
    assertThat(log).isEmpty();
    assertThat(notices.getFirst().what()).contains("whole number");
  }

  @Test
  void anotherChoiceHidesTheRunAndComingBackShowsIt() {
    session.run(POOL);
    finishWork();
    session.choose(LOCK);
    assertThat(session.frame(0).hasRun()).isFalse();
    session.choose(POOL);
    assertThat(session.frame(1).hasRun()).isTrue();
  }

  @Test
  void pauseHoldsThePlayheadWhileRecordingGoesOn() {
    session.run(POOL);
    finishWork();
    session.frame(0);
    session.playOrPause();
    take().end = 9_000;
    assertThat(session.frame(1).playhead()).isEqualTo(1_000);
    session.live();
    assertThat(session.frame(2).playhead()).isEqualTo(9_000);
  }

  @Test
  void aSpeedChosenWhileLiveBeginsAReplay() {
    session.run(POOL);
    finishWork();
    session.frame(0);
    session.speed(0.1);
    take().end = 900_000;
    assertThat(session.frame(1_000).mode()).isEqualTo(Playback.Mode.REPLAYING);
    assertThat(session.frame(1_000).playhead()).isEqualTo(1_100);
  }

  @Test
  void playAtTheEndOfARecordingBeginsAtItsStart() {
    session.run(POOL);
    finishWork();
    take().running = false;
    session.frame(0);
    session.live();
    session.playOrPause();
    assertThat(session.frame(400).playhead()).isEqualTo(400);
  }

  @Test
  void aFileThatCannotBeOpenedIsTold() {
    refuse = true;
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    finishWork();
    assertThat(notices.getFirst().what()).isEqualTo("The recording could not be opened.");
    assertThat(session.frame(0).phase()).isEqualTo(Session.State.IDLE);
  }

  @Test
  void aRunOfALessonThatIsNotHereSaysWhatIsMissing() {
    session.run(new RunOrigin.Saved(Path.of("till of a stranger.interleave")));
    finishWork();
    assertThat(notices).hasSize(1);
    assertThat(notices.getFirst().what()).startsWith("This is a run of the lesson Two at one till");
    assertThat(session.frame(0).hasRun()).isTrue();
  }

  @Test
  void whatIsCoveredStaysSoUntilItIsUncoveredAndIsCoveredAnewByAnotherRun() {
    assertThat(session.frame(0).covers().hides(Covers.Kind.ANSWER)).as("nobody teaches").isFalse();
    session.coverAll(true);
    session.run(POOL);
    finishWork();
    Covers.Part second = new Covers.Part(Covers.Kind.HINT, 2);
    session.uncover(new Covers.Part(Covers.Kind.ANSWER));
    session.uncover(second);
    Covers covers = session.frame(0).covers();
    assertThat(covers.hides(Covers.Kind.ANSWER)).isFalse();
    assertThat(covers.hides(second)).isFalse();
    assertThat(covers.hides(new Covers.Part(Covers.Kind.HINT, 1))).isTrue();
    take().running = false;
    session.frame(0);
    session.run(POOL);
    finishWork();
    assertThat(session.frame(0).covers().hides(Covers.Kind.ANSWER)).isTrue();
    assertThat(session.frame(0).covers().hides(second)).isFalse();
    session.choose(new RunOrigin.Saved(Path.of("another.interleave")));
    assertThat(session.frame(0).covers().hides(second)).isTrue();
    session.coverAll(false);
    assertThat(session.frame(0).covers().hides(second)).isFalse();
  }

  @Test
  void whatIsShownStaysUntilAnotherRecordingIsThere() {
    session.run(POOL);
    finishWork();
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    assertThat(session.frame(0).hasRun()).isTrue();
    assertThat(session.frame(0).chosen()).hasValue(POOL);
    assertThat(session.frame(0).running()).isTrue();
    Errand errand = session.errand().orElseThrow();
    assertThat(errand.kind()).isEqualTo(Errand.Kind.OPENING);
    assertThat(errand.name()).isEqualTo("x.interleave");
    finishWork();
    assertThat(errand.share()).isEqualTo(0.5);
    assertThat(session.errand()).isEmpty();
    assertThat(session.frame(0).chosen()).hasValue(new RunOrigin.Saved(Path.of("x.interleave")));
    assertThat(log)
        .containsExactly(
            "run Process pool", "open x.interleave", "stop Process pool", "retire Process pool");
  }

  @Test
  void whatIsShownStaysWhenOpeningIsCancelledOrFails() {
    session.run(POOL);
    finishWork();
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    session.errand().orElseThrow().cancel();
    finishWork();
    assertThat(notices).isEmpty();
    refuse = true;
    session.run(new RunOrigin.Saved(Path.of("y.interleave")));
    finishWork();
    assertThat(notices).hasSize(1);
    assertThat(session.errand()).isEmpty();
    assertThat(session.frame(0).hasRun()).isTrue();
    assertThat(session.frame(0).phase()).isEqualTo(Session.State.RUNNING);
    assertThat(log).containsExactly("run Process pool");
  }

  @Test
  void whatIsOpenedLastIsOpenedInPlaceOfWhatIsBeingOpened() {
    session.run(POOL);
    finishWork();
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    Errand first = session.errand().orElseThrow();
    session.run(new RunOrigin.Saved(Path.of("y.interleave")));
    session.run(new RunOrigin.Saved(Path.of("z.interleave")));
    assertThat(first.isCancelled()).isTrue();
    finishWork();
    assertThat(session.frame(0).chosen()).hasValue(new RunOrigin.Saved(Path.of("z.interleave")));
    assertThat(log)
        .containsExactly(
            "run Process pool", "open z.interleave", "stop Process pool", "retire Process pool");
    assertThat(notices).isEmpty();
  }

  @Test
  void aProgramThatIsRunWhileAFileIsBeingOpenedIsRunInItsPlace() {
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    session.run(POOL);
    finishWork();
    assertThat(log).containsExactly("run Process pool");
  }

  @Test
  void aFileThatIsOpenedWhileAProgramStartsIsOpenedWhenItHasStarted() {
    session.run(POOL);
    session.run(POOL);
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    finishWork();
    assertThat(log)
        .containsExactly(
            "run Process pool", "open x.interleave", "stop Process pool", "retire Process pool");
  }

  @Test
  void whatWasToBeOpenedNextIsNotOpenedWhenOpeningIsGivenUp() {
    session.run(new RunOrigin.Saved(Path.of("x.interleave")));
    session.run(new RunOrigin.Saved(Path.of("y.interleave")));
    session.giveUpOpening();
    finishWork();
    assertThat(log).isEmpty();
  }

  @Test
  void savingCanBeCancelled() {
    session.run(POOL);
    finishWork();
    List<Path> written = new ArrayList<>();
    session.save(Path.of("x.interleave"), written::add);
    session.errand().orElseThrow().cancel();
    finishWork();
    assertThat(written).isEmpty();
    assertThat(notices).singleElement().extracting(Notice::what).asString().contains("cancelled");
    assertThat(session.errand()).isEmpty();
  }

  private void finishWork() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
  }

  private FakeTake take() {
    return (FakeTake) session.take().orElseThrow();
  }

  private final class FakeStudio implements RunSource {
    @Override
    public RecordedRun run(Program program) throws IOException {
      return made("run", program.title());
    }

    @Override
    public RecordedRun open(Path file, Progress progress) throws IOException {
      if (!progress.at(1, 2)) {
        throw new CancellationException();
      }
      return made("open", file.toString());
    }

    private RecordedRun made(String how, String what) throws IOException {
      if (refuse) {
        throw new IOException("No such luck");
      }
      log.add(how + " " + what);
      return new FakeTake(what);
    }
  }

  private final class FakeTake implements RecordedRun {
    private final String name;
    private boolean running = true;
    private long end = 1_000;

    FakeTake(String name) {
      this.name = name;
    }

    @Override
    public Timeline timeline() {
      return new EmptyTimeline(0, end);
    }

    @Override
    public boolean running() {
      return running;
    }

    @Override
    public Optional<String> unknownLesson() {
      return name.startsWith("till of") ? Optional.of("Two at one till (till)") : Optional.empty();
    }

    @Override
    public String ending() {
      return "exit 0";
    }

    @Override
    public void stop() {
      running = false;
      log.add("stop " + name);
    }

    @Override
    public void input(String line) {}

    @Override
    public void endInput() {}

    @Override
    public void save(Path file, Progress progress) {
      if (!progress.at(0, 1)) {
        throw new CancellationException();
      }
    }

    @Override
    public void retire() {
      running = false;
      log.add("retire " + name);
    }

    @Override
    public void close() {
      log.add("close " + name);
    }
  }
}
