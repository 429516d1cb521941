package interleave.timeline.tableau;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableauTest {
  private static Tableau.Actor actor(Tableau stage, String name) {
    return stage.actors().stream()
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMessageMovesThroughItsPipe() {
    Tableau early = TableauAt.at(Sketches.queue(), Sketches.at(985), 10);
    Tableau late = TableauAt.at(Sketches.queue(), Sketches.at(1055), 10);
    double from = early.queues().getFirst().beads().getFirst().progress();
    double to = late.queues().getFirst().beads().getFirst().progress();
    assertThat(from).isBetween(0.0, 0.2);
    assertThat(to).isBetween(0.8, 1.0);
    assertThat(TableauAt.at(Sketches.queue(), Sketches.at(1200), 10).queues().getFirst().beads())
        .isEmpty();
  }

  @Test
  void boxesTellWhatThreadsDo() {
    Tableau stage = TableauAt.at(Sketches.queue(), Sketches.at(985), 10);
    assertThat(actor(stage, "Writer").does()).isEqualTo("running · put B");
    assertThat(actor(stage, "Parent").does()).isEqualTo("join(writer)");
    assertThat(actor(stage, "Reader").does()).isEqualTo("blocked in get");
    Tableau end = TableauAt.at(Sketches.queue(), Sketches.at(2380), 10);
    assertThat(actor(end, "Reader").does()).isEqualTo("SIGTERM");
    assertThat(actor(end, "Reader").ended()).isTrue();
  }

  @Test
  void aLockKnowsWhoHoldsAndWhoWaits() {
    Tableau stage = TableauAt.at(Sketches.lock(), Sketches.at(400.009), 10);
    Tableau.Pill lock = stage.locks().getFirst();
    assertThat(lock.holders()).hasSize(1);
    assertThat(lock.waiters()).hasSize(1).doesNotContainAnyElementsOf(lock.holders());
  }

  @Test
  void aLostUpdateIsTold() {
    long t = Sketches.at(412.306) + 118;
    Tableau before = TableauAt.at(Sketches.race(), t - 118 + 900, 10);
    Tableau after = TableauAt.at(Sketches.race(), t - 118 + 118 + 1440, 10);
    assertThat(before.variables().getFirst().note()).isNull();
    assertThat(after.variables().getFirst().note())
        .isEqualTo("5 was overwritten: Thread-1 +5 -5’s update is lost");
    assertThat(actor(after, "Thread-2 +8 -8").does()).isEqualTo("wrote 8 from its old 0");
    assertThat(actor(after, "Thread-1 +5 -5").copy()).isEqualTo("5");
  }

  @Test
  void thatAnUpdateWasLostStandsBetweenItsVariableAndTheNext() {
    Sketch sketch = Sketches.race();
    sketch.variable(0, "audits").write(0, Sketches.at(300), 1);
    long overwritten = Sketches.at(412) + 306_118 + 1440;
    Picture picture = new TableauDrawing(TextMetrics.even()).draw(sketch, overwritten, null, 900);
    Mark.Text note = text(picture, "was overwritten");
    Mark.Text next = text(picture, "audits");
    assertThat(note.y() + 9).isLessThan(next.y() - 17);
  }

  private static Mark.Text text(Picture picture, String part) {
    return picture.list().marks().stream()
        .filter(mark -> mark instanceof Mark.Text text && text.text().contains(part))
        .map(Mark.Text.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingOverlaps() {
    for (double width : new double[] {500, 868, 1400}) {
      for (Timeline timeline :
          List.of(Sketches.queue(), Sketches.lock(), Sketches.pool(), Sketches.crowd(10, 3))) {
        Tableau stage = TableauAt.at(timeline, Sketches.at(400.009), 10);
        TableauLayout layout = TableauLayout.of(stage, 28, 38, width - 56, 400);
        List<TableauLayout.Box> boxes = new ArrayList<>(layout.actors().values());
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
    Tableau stage = TableauAt.at(Sketches.crowd(25, 3), Sketches.at(400), 10);
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
    assertThat(TableauAt.at(timeline, 75, 10).actors())
        .extracting(Tableau.Actor::name)
        .containsExactly("main", "worker-7");
    assertThat(TableauAt.at(timeline, 75, 10).more()).isZero();
    assertThat(TableauAt.at(timeline, 35, 10).actors())
        .extracting(Tableau.Actor::name)
        .containsExactly("main", "worker-2", "worker-3");
  }

  @Test
  void wordsStandBesideLinesAndNotOnThem() {
    Brush brush = new Brush(TextMetrics.even());
    TableauWords words = new TableauWords(brush);
    double[] hold = {0, 50, 200, 50};
    double[] wait = {0, 50, 200, 110};
    for (double[] line : List.of(hold, wait)) {
      words.keepClear(line[0], line[1], line[2], line[3]);
      words.add(line, "holds", Face.SMALL, Role.MUTED);
    }
    words.keepClear(100, 0, 100, 200);
    words.write();
    List<Mark.Text> written =
        brush.list(200, 200).marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(Mark.Text.class::cast)
            .toList();
    assertThat(written).hasSize(2);
    assertThat(written.getFirst().y()).isLessThan(50);
    assertThat(written.getFirst().x()).isLessThan(100);
    assertThat(written.getLast().y()).isGreaterThan(50);
  }

  @Test
  void aPoolIsAPipeOfTasks() {
    Tableau stage = TableauAt.at(Sketches.pool(), Sketches.at(800), 10);
    Tableau.Pipe pool = stage.queues().getFirst();
    assertThat(pool.thing()).isEqualTo(new ThingRef.Pool(0));
    assertThat(pool.getters()).hasSize(4);
    assertThat(pool.beads()).hasSize(1);
    assertThat(actor(stage, "Worker 1").does()).isEqualTo("long_time_task(0)");
  }

  @Test
  void aProcessWithoutThreadsIsStarting() {
    Tableau stage = TableauAt.at(Sketches.queue(), Sketches.at(310), 10);
    assertThat(actor(stage, "Writer").does()).isNotEmpty();
    interleave.timeline.sketch.Sketch bare =
        new interleave.timeline.sketch.Sketch(Sketches.at(0), Sketches.at(10), true);
    bare.process("Early", 7, Sketches.at(1), Timeline.OPEN, null);
    Tableau early = TableauAt.at(bare, Sketches.at(5), 10);
    assertThat(actor(early, "Early").does()).isEqualTo("is starting");
  }

  @Test
  void aLowStageShowsFewerThreads() {
    Picture high =
        new TableauDrawing(TextMetrics.even())
            .draw(Sketches.crowd(10, 3), Sketches.at(400), null, Choices.NONE, 700, 400);
    Picture low =
        new TableauDrawing(TextMetrics.even())
            .draw(Sketches.crowd(10, 3), Sketches.at(400), null, Choices.NONE, 700, 120);
    assertThat(high.list().height()).isGreaterThan(120);
    assertThat(low.list().height()).isLessThanOrEqualTo(120);
    assertThat(low.list().text()).contains("more");
  }

  @Test
  void aStillPictureShowsAMomentThatTellsMuch() {
    assertThat(InitialPlayhead.of(Sketches.race())).isEqualTo(Sketches.at(412.306) + 118 + 1440);
    assertThat(InitialPlayhead.of(Sketches.queue())).isBetween(Sketches.at(460), Sketches.at(560));
    assertThat(InitialPlayhead.of(Sketches.pool())).isBetween(Sketches.at(1100), Sketches.at(1210));
    assertThat(InitialPlayhead.of(Sketches.crowd(3, 2))).isEqualTo(Sketches.at(500));
    long lock = InitialPlayhead.of(Sketches.lock());
    assertThat(Sketches.lock().locks().getFirst().waitingAt(lock)).isPositive();
  }
}
