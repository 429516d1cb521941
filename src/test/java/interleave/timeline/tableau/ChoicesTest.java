package interleave.timeline.tableau;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.sketch.Sketches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stage of a run of which somebody says who goes on. */
class ChoicesTest {
  private static final Choices.Next READS = new Choices.Next("reads balance", true, "1", false);
  private static final Choices.Next WRITES =
      new Choices.Next("writes balance = 8", true, "2", false);
  private static final Choices.Next JOINS = new Choices.Next("joins Thread-1", false, "", false);

  private static Timeline threads(int many) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Bank");
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    for (int i = 0; i < many; i++) {
      process.thread(i + 1, "Thread-" + i).at(10 + i).event(EventKind.LOCK_REQUEST, lock);
    }
    trace.store.advance(1_000);
    return trace.store.snapshot();
  }

  private static Choices three() {
    return new Choices(Map.of(0, JOINS, 1, READS, 2, WRITES));
  }

  private static Picture draw(Timeline timeline, Choices choices, double width, double height) {
    return new TableauDrawing(TextMetrics.even())
        .draw(timeline, timeline.now(), null, choices, width, height);
  }

  private static List<String> words(Picture picture) {
    return picture.list().marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }

  @Test
  void eachThreadSaysWhatItWouldDoNextAndWhoCannotGoOnSaysSo() {
    List<String> words = words(draw(threads(3), three(), 900, 300));
    assertThat(words)
        .contains("reads balance", "writes balance = 8", "1", "2")
        .contains("not yet: joins Thread-1")
        .contains("who could go on, and what each would do next");
  }

  @Test
  void whereNobodySaysWhoGoesOnThereAreNoKeys() {
    assertThat(words(draw(threads(3), Choices.NONE, 900, 300)))
        .doesNotContain("1", "2")
        .noneMatch(each -> each.contains("not yet"));
  }

  @Test
  void whoMayBeChosenIsNeverLeftOutForOneWhoMayNot() {
    Map<Integer, Choices.Next> next = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      next.put(i, i < 12 ? JOINS : READS);
    }
    Tableau stage = TableauAt.at(threads(20), 100, 10, new Choices(next));
    assertThat(stage.actors().stream().filter(each -> each.next() == READS)).hasSize(8);
  }

  @Test
  void besideTheLaboratoryThereIsRoomForAllOfThem() {
    Timeline timeline = threads(3);
    Tableau stage = TableauAt.at(timeline, timeline.now(), 10, three());
    TableauLayout layout = TableauLayout.of(stage, 28, 36, 430 - 56, 240 - 60);
    assertThat(layout.actors()).hasSize(3);
    assertThat(layout.fits(240 - 60)).isTrue();
    assertThat(layout.actors().values()).allMatch(box -> box.w() >= 104 && box.right() <= 430);
    TableauLayout tight = TableauLayout.of(stage, 28, 36, 380 - 56, 240 - 60);
    assertThat(tight.actors()).hasSize(3);
    assertThat(tight.actors().values()).allMatch(box -> box.w() >= 104 && box.right() <= 380);
  }

  @Test
  void whatIsSaidAboveAndBelowStaysWithinANarrowStage() {
    long lost = Sketches.at(412.306) + 118 + 1440;
    Picture narrow =
        new TableauDrawing(TextMetrics.even())
            .draw(Sketches.race(), lost, null, Choices.NONE, 430, 240);
    assertThat(words(narrow)).anyMatch(each -> each.contains("was overwritten"));
    for (Picture each : List.of(narrow, draw(threads(20), three(), 430, 240))) {
      for (Mark mark : each.list().marks()) {
        if (mark instanceof Mark.Text text) {
          double width = TextMetrics.even().width(text.face(), text.text());
          double left =
              switch (text.align()) {
                case LEFT -> text.x();
                case CENTER -> text.x() - width / 2;
                case RIGHT -> text.x() - width;
              };
          assertThat(left).as(text.text()).isBetween(0.0, 430 - width);
        }
      }
    }
  }
}
