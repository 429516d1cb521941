package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.summary.Summaries;
import interleave.timeline.tableau.TableauAt;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalsTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process school = trace.process(7, "School");
  private final Trace.Thread a = school.thread(1, "Thread-A");
  private final Trace.Thread b = school.thread(2, "Thread-B");
  private final int student = school.object(ObjectType.THREAD_LOCAL, 0, "School.student");
  private final int scoped = school.object(ObjectType.SCOPED_VALUE, 0, "School.scoped");

  private static List<String> show(LocalTrack local) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < local.size(); i++) {
      all.add(local.value(i) + " " + local.from(i) / MS + "-" + local.until(i) / MS);
    }
    return all;
  }

  private void alice() {
    a.at(10 * MS).in("run", 17).event(LOCAL_SET, 0, student, 0, "Alice");
    b.at(12 * MS).event(LOCAL_SET, 0, student, 0, "Bob");
    a.at(20 * MS).event(LOCAL_GET, student);
    a.at(30 * MS).event(LOCAL_GET, student);
    b.at(35 * MS).event(LOCAL_GET, student);
    a.at(40 * MS).event(LOCAL_REMOVED, student);
    b.at(50 * MS).event(THREAD_END);
    a.at(60 * MS).event(THREAD_END);
  }

  @Test
  void eachThreadHasAValueOfItsOwnForAsLongAsItKeepsIt() {
    alice();
    Timeline timeline = trace.end();
    assertThat(timeline.locals()).hasSize(2);
    assertThat(show(timeline.localsOf(0).getFirst())).containsExactly("Alice 10-40");
    assertThat(show(timeline.localsOf(1).getFirst()))
        .as("with its thread it is gone")
        .containsExactly("Bob 12-50");
    LocalTrack ofA = timeline.localsOf(0).getFirst();
    assertThat(ofA.name()).isEqualTo("student");
    assertThat(ofA.scoped()).isFalse();
    assertThat(ofA.reads()).isEqualTo(2);
    assertThat(ofA.firstReadAt(21 * MS)).isEqualTo(1);
    assertThat(ofA.currentAt(39 * MS)).isZero();
    assertThat(ofA.currentAt(40 * MS)).isEqualTo(-1);
    assertThat(timeline.site(ofA.site(0)).line()).isEqualTo(17);
  }

  @Test
  void aValueThatWasThereBeforeIsKnownFromItsFirstRead() {
    a.at(5 * MS).event(LOCAL_GET, 0, student, 0, "inherited");
    a.at(9 * MS).event(LOCAL_SET, 0, student, 0, "own");
    a.at(12 * MS).event(LOCAL_GET, student);
    a.at(20 * MS).event(THREAD_END);
    assertThat(show(trace.end().locals().getFirst())).containsExactly("inherited 5-9", "own 9-20");
  }

  @Test
  void afterAnInnerScopeTheValueOfTheOuterOneIsBack() {
    a.at(10 * MS).event(LOCAL_SET, 0, scoped, 0, "Alice");
    a.at(20 * MS).event(LOCAL_SET, 0, scoped, 0, "guest");
    a.at(30 * MS).event(LOCAL_REMOVED, scoped);
    a.at(40 * MS).event(LOCAL_REMOVED, scoped);
    a.at(50 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(show(timeline.locals().getFirst()))
        .containsExactly("Alice 10-20", "guest 20-30", "Alice 30-40");
    assertThat(timeline.locals().getFirst().scoped()).isTrue();
  }

  @Test
  void theNameThatWasGivenLastCountsWhateverIsReadFirst() {
    a.at(20 * MS).event(DEFINE_OBJECT, ObjectType.THREAD_LOCAL.code(), student, 0, "School.pupil");
    b.at(10 * MS).event(DEFINE_OBJECT, ObjectType.THREAD_LOCAL.code(), student, 0, "ThreadLocal@1");
    a.at(30 * MS).event(LOCAL_SET, 0, student, 0, "Alice");
    assertThat(trace.end().locals().getFirst().name()).isEqualTo("pupil");
  }

  @Test
  void aSnapshotTakenWhileAValueLastsGoesOn() {
    a.at(10 * MS).event(LOCAL_SET, 0, student, 0, "Alice");
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.locals().getFirst().until(0)).isEqualTo(Timeline.OPEN);
    assertThat(Explanation.sentence(timeline, new ThingRef.Local(0, 10 * MS)))
        .startsWith("Thread-A has had Alice in student for 990 ms.");
  }

  @Test
  void valuesAreToldDrawnAndSummedUp() {
    alice();
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Local(1, 12 * MS)))
        .isEqualTo(
            "Thread-B had Bob in student for 38 ms. It was read once. At its beginning 1 other"
                + " thread had a value of its own in it.");
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.Local(0, 10 * MS)))
        .startsWith("student = Alice", "in Thread-A, for 30 ms");
    assertThat(Summaries.of(timeline).locals())
        .extracting(local -> local.name() + " " + local.value() + " " + local.reads())
        .containsExactly("student Alice 2", "student Bob 1");
    assertThat(TableauAt.at(timeline, 25 * MS, 10).actors())
        .extracting(actor -> actor.name() + " " + actor.copy())
        .containsExactly("Thread-A Alice", "Thread-B Bob");
    View view = View.of(timeline, Viewport.of(0, timeline.now()), PictureAreas.of(900, 400));
    assertThat(
            new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().text())
        .contains("student = Alice", "student = Bob")
        .doesNotContain("cannot be drawn");
  }

  @Test
  void moreThanThreeOfAThreadAreToldAndOpened() {
    for (int i = 0; i < 20; i++) {
      int local = school.object(ObjectType.THREAD_LOCAL, 0, "School.local" + i);
      a.at((10 + i) * MS).event(LOCAL_SET, 0, local, 0, "value " + i);
    }
    a.at(60 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    double folded = laneHeight(timeline, Folds.NONE);
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, new Hit(Part.MORE_LOCALS, null, 0));
    assertThat(laneHeight(timeline, opened)).isGreaterThan(folded + 16 * 17);
    assertThat(words(timeline, Folds.NONE)).contains("+ 17 more");
    assertThat(words(timeline, opened)).contains("show fewer");
  }

  private static double laneHeight(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds()).find("lane", 0).height();
  }

  private static List<String> words(Timeline timeline, Folds folds) {
    View view =
        View.of(timeline, Viewport.of(0, 100 * MS), PictureAreas.of(1200, 900)).withFolds(folds);
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even())
        .draw(view).list().marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(mark -> ((Mark.Text) mark).text())
            .toList();
  }
}
