package interleave.timeline.draw;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.Stage;
import interleave.timeline.layout.StageLayout;
import interleave.timeline.layout.StageSight;
import interleave.timeline.layout.TellingMoment;
import interleave.timeline.sketch.Sketches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
  private static Stage.Actor actor(Stage stage, String name) {
    return stage.actors().stream()
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageMovesThroughItsPipe() {
    Stage early = StageSight.at(Sketches.queue(), Sketches.at(985), 10);
    Stage late = StageSight.at(Sketches.queue(), Sketches.at(1055), 10);
    double from = early.queues().getFirst().beads().getFirst().progress();
    double to = late.queues().getFirst().beads().getFirst().progress();
    assertThat(from).isBetween(0.0, 0.2);
    assertThat(to).isBetween(0.8, 1.0);
    assertThat(StageSight.at(Sketches.queue(), Sketches.at(1200), 10).queues().getFirst().beads())
        .isEmpty();
  }

  @Test
  void boxesTellWhatThreadsDo() {
    Stage stage = StageSight.at(Sketches.queue(), Sketches.at(985), 10);
    assertThat(actor(stage, "Writer").does()).isEqualTo("running · put B");
    assertThat(actor(stage, "Parent").does()).isEqualTo("join(writer)");
    assertThat(actor(stage, "Reader").does()).isEqualTo("blocked in get");
    Stage end = StageSight.at(Sketches.queue(), Sketches.at(2380), 10);
    assertThat(actor(end, "Reader").does()).isEqualTo("SIGTERM");
    assertThat(actor(end, "Reader").ended()).isTrue();
  }

  @Test
  void aLockKnowsWhoHoldsAndWhoWaits() {
    Stage stage = StageSight.at(Sketches.lock(), Sketches.at(400.009), 10);
    Stage.Pill lock = stage.locks().getFirst();
    assertThat(lock.holders()).hasSize(1);
    assertThat(lock.waiters()).hasSize(1).doesNotContainAnyElementsOf(lock.holders());
  }

  @Test
  void aLostUpdateIsTold() {
    long t = Sketches.at(412.306) + 118;
    Stage before = StageSight.at(Sketches.race(), t - 118 + 900, 10);
    Stage after = StageSight.at(Sketches.race(), t - 118 + 118 + 1440, 10);
    assertThat(before.variables().getFirst().note()).isNull();
    assertThat(after.variables().getFirst().note())
        .isEqualTo("5 was overwritten: Thread-1 +5 -5’s update is lost");
    assertThat(actor(after, "Thread-2 +8 -8").does()).isEqualTo("wrote 8 from its old 0");
    assertThat(actor(after, "Thread-1 +5 -5").copy()).isEqualTo("5");
  }

  @Test
  void nothingOverlaps() {
    for (double width : new double[] {500, 868, 1400}) {
      for (Timeline timeline :
          List.of(Sketches.queue(), Sketches.lock(), Sketches.pool(), Sketches.crowd(10, 3))) {
        Stage stage = StageSight.at(timeline, Sketches.at(400.009), 10);
        StageLayout layout = StageLayout.of(stage, 28, 38, width - 56, 400);
        List<StageLayout.Box> boxes = new ArrayList<>(layout.actors().values());
        boxes.addAll(layout.shared().values());
        for (int i = 0; i < boxes.size(); i++) {
          assertThat(boxes.get(i).right()).isLessThanOrEqualTo(width);
          for (int j = i + 1; j < boxes.size(); j++) {
            assertThat(boxes.get(i).touches(boxes.get(j))).isFalse();
          }
        }
      }
    }
  }

  @Test
  void whatDoesNotFitIsCounted() {
    Stage stage = StageSight.at(Sketches.crowd(25, 3), Sketches.at(400), 10);
    assertThat(stage.actors()).hasSize(10);
    assertThat(stage.more()).isEqualTo(15);
  }

  @Test
  void whoHasEndedGivesWayToTheLiving() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(7, "Bank");
    process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
    for (int i = 2; i <= 7; i++) {
      Trace.Thread worker = process.thread(i, "worker-" + i);
      worker.at(10 * i).event(EventKind.THREAD_BEGIN);
      worker.at(10 * i + 8).event(EventKind.THREAD_END);
    }
    Timeline timeline = trace.end();
    assertThat(StageSight.at(timeline, 75, 10).actors())
        .extracting(Stage.Actor::name)
        .containsExactly("main", "worker-7");
    assertThat(StageSight.at(timeline, 75, 10).more()).isZero();
    assertThat(StageSight.at(timeline, 35, 10).actors())
        .extracting(Stage.Actor::name)
        .containsExactly("main", "worker-2", "worker-3");
  }

  @Test
  void wordsStandBesideLinesAndNotOnThem() {
    Brush brush = new Brush(TextMetrics.even());
    StageWords words = new StageWords(brush);
    double[] hold = {0, 50, 200, 50};
    double[] wait = {0, 50, 200, 110};
    for (double[] line : List.of(hold, wait)) {
      words.keepClear(line[0], line[1], line[2], line[3]);
      words.add(line, "holds", Face.SMALL, Role.MUTED);
    }
    words.keepClear(100, 0, 100, 200);
    words.write();
    List<Mark.Words> written =
        brush.list(200, 200).marks().stream()
            .filter(Mark.Words.class::isInstance)
            .map(Mark.Words.class::cast)
            .toList();
    assertThat(written).hasSize(2);
    assertThat(written.getFirst().y()).isLessThan(50);
    assertThat(written.getFirst().x()).isLessThan(100);
    assertThat(written.getLast().y()).isGreaterThan(50);
  }

  @Test
  void aPoolIsAPipeOfTasks() {
    Stage stage = StageSight.at(Sketches.pool(), Sketches.at(800), 10);
    Stage.Pipe pool = stage.queues().getFirst();
    assertThat(pool.thing()).isEqualTo(new ThingRef.Pool(0));
    assertThat(pool.getters()).hasSize(4);
    assertThat(pool.beads()).hasSize(1);
    assertThat(actor(stage, "Worker 1").does()).isEqualTo("long_time_task(0)");
  }

  @Test
  void aProcessWithoutThreadsIsStarting() {
    Stage stage = StageSight.at(Sketches.queue(), Sketches.at(310), 10);
    assertThat(actor(stage, "Writer").does()).isNotEmpty();
    interleave.timeline.sketch.Sketch bare =
        new interleave.timeline.sketch.Sketch(Sketches.at(0), Sketches.at(10), true);
    bare.process("Early", 7, Sketches.at(1), Timeline.OPEN, null);
    Stage early = StageSight.at(bare, Sketches.at(5), 10);
    assertThat(actor(early, "Early").does()).isEqualTo("is starting");
  }

  @Test
  void aLowStageShowsFewerThreads() {
    Picture high =
        new StageDrawing(TextMetrics.even())
            .draw(Sketches.crowd(10, 3), Sketches.at(400), null, 700, 400);
    Picture low =
        new StageDrawing(TextMetrics.even())
            .draw(Sketches.crowd(10, 3), Sketches.at(400), null, 700, 120);
    assertThat(high.list().height()).isGreaterThan(120);
    assertThat(low.list().height()).isLessThanOrEqualTo(120);
    assertThat(low.list().text()).contains("more");
  }

  @Test
  void aStillPictureShowsAMomentThatTellsMuch() {
    assertThat(TellingMoment.of(Sketches.race())).isEqualTo(Sketches.at(412.306) + 118 + 1440);
    assertThat(TellingMoment.of(Sketches.queue())).isBetween(Sketches.at(460), Sketches.at(560));
    assertThat(TellingMoment.of(Sketches.pool())).isBetween(Sketches.at(1100), Sketches.at(1210));
    assertThat(TellingMoment.of(Sketches.crowd(3, 2))).isEqualTo(Sketches.at(500));
    long lock = TellingMoment.of(Sketches.lock());
    assertThat(Sketches.lock().locks().getFirst().waitingAt(lock)).isPositive();
  }
}
