package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Very many threads and locks: which rows they have, and what opens them. */
class CrowdRowsTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");

  @BeforeEach
  void main() {
    process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
  }

  private Timeline virtual(int count) {
    for (int i = 0; i < count; i++) {
      Trace.Thread each = process.virtual(10 + i, "v" + i);
      each.at(10 + i).event(EventKind.CARRIER, 0, 5).event(EventKind.THREAD_BEGIN);
      each.at(20 + i).event(EventKind.SLEEP_BEGIN, 0, 100);
      each.at(90_000 + i).event(EventKind.SLEEP_END).event(EventKind.THREAD_END);
    }
    return trace.end();
  }

  private static List<String> keys(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds()).all().stream()
        .map(Row::key)
        .toList();
  }

  private static List<String> lanes(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds()).all().stream()
        .filter(row -> row.source().name().equals("lane"))
        .map(row -> timeline.lanes().get(row.index()).name())
        .toList();
  }

  @Test
  void aFewVirtualThreadsHaveLanesOfTheirOwn() {
    Timeline timeline = virtual(3);
    assertThat(lanes(timeline, Folds.NONE)).containsExactly("main", "v0", "v1", "v2", "thread 5");
    assertThat(keys(timeline, Folds.NONE)).doesNotContain("crowd 0");
  }

  @Test
  void aThousandFoldIntoOneRowAboveTheirCarriers() {
    Timeline timeline = virtual(1000);
    assertThat(lanes(timeline, Folds.NONE)).containsExactly("main", "thread 5");
    assertThat(keys(timeline, Folds.NONE)).hasSize(4).contains("process 0", "crowd 0");
  }

  @Test
  void anOpenedCrowdShowsFiftyAndSaysHowManyThereAreMore() {
    Timeline timeline = virtual(1000);
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, new Hit(Part.CROWD, null, 0));
    assertThat(lanes(timeline, opened)).hasSize(52).contains("v0", "v49");
    assertThat(words(timeline, opened))
        .contains("and 950 more threads")
        .anyMatch(word -> word.startsWith("1 000 virtual"));
    Folds more = TrackKinds.STANDARD.click(opened, new Hit(Part.MORE_LANES, null, 0));
    assertThat(lanes(timeline, more)).hasSize(202);
    Folds all = TrackKinds.STANDARD.click(more, new Hit(Part.MORE_LANES, null, 0));
    Folds whole = TrackKinds.STANDARD.click(all, new Hit(Part.MORE_LANES, null, 0));
    assertThat(lanes(timeline, whole)).hasSize(1002);
    assertThat(words(timeline, whole)).contains("show fewer");
    Folds fewer = TrackKinds.STANDARD.click(whole, new Hit(Part.MORE_LANES, null, -1));
    assertThat(lanes(timeline, fewer)).hasSize(52);
    assertThat(keys(timeline, TrackKinds.STANDARD.click(fewer, new Hit(Part.CROWD, null, 0))))
        .hasSize(4);
  }

  private static List<String> words(Timeline timeline, Folds folds) {
    View view =
        View.of(timeline, Viewport.of(0, 100_000), PictureAreas.of(1200, 40_000)).withFolds(folds);
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even())
        .draw(view).list().marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(mark -> ((Mark.Text) mark).text())
            .toList();
  }

  @Test
  void whatWasFoundHasARowThoughItsCrowdIsFolded() {
    Timeline timeline = virtual(1000);
    int lane = timeline.crowds().getFirst().lanes().get(777);
    Folds folds = TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Lane(lane));
    assertThat(lanes(timeline, folds)).containsExactly("main", "thread 5", "v777");
    assertThat(TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Lane(0)))
        .isEqualTo(Folds.NONE);
  }

  @Test
  void theStageAndThePictureDoNotGrowWithTheNumberOfThreads() {
    Timeline timeline = virtual(5000);
    View view = View.of(timeline, Viewport.of(0, 100_000), PictureAreas.of(1200, 700));
    Picture picture = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view);
    assertThat(picture.list().marks()).hasSizeLessThan(1500);
    assertThat(picture.hits().size()).isLessThan(100);
  }

  @Test
  void ofManyLocksThoseShowThatWereWaitedForLongest() {
    Trace.Thread one = process.thread(2, "one");
    for (int i = 0; i < 40; i++) {
      int lock = process.object(ObjectType.LOCK, 0, "P.lock" + i);
      one.at(1000 * i + 1).event(EventKind.LOCK_REQUEST, lock);
      long waited = i == 33 ? 700 : 1;
      one.at(1000 * i + 1 + waited).event(EventKind.LOCK_ACQUIRED, lock, waited);
      one.event(EventKind.LOCK_RELEASED, lock);
    }
    Timeline timeline = trace.end();
    List<String> keys = keys(timeline, Folds.NONE);
    assertThat(keys).filteredOn(key -> key.startsWith("lock ")).hasSize(5).startsWith("lock 33");
    assertThat(words(timeline, Folds.NONE)).contains("and 35 more locks");
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, new Hit(Part.MORE_THINGS, null, 1));
    assertThat(keys(timeline, opened)).filteredOn(key -> key.startsWith("lock ")).hasSize(40);
    Folds folded = TrackKinds.STANDARD.click(opened, new Hit(Part.MORE_THINGS, null, -2));
    assertThat(keys(timeline, folded)).isEqualTo(keys);
    Folds found = TrackKinds.STANDARD.reveal(timeline, Folds.NONE, new ThingRef.Lock(20));
    assertThat(keys(timeline, found)).contains("lock 20");
  }

  @Test
  void crowdsAndCarriersAreToldInSentences() {
    Timeline timeline = virtual(100);
    assertThat(Explanation.sentence(timeline, new ThingRef.Crowd(0)))
        .isEqualTo(
            "100 virtual threads, at most 100 of them alive at once, took turns on one carrier.");
    assertThat(Explanation.sentence(timeline, new ThingRef.CrowdMoment(0, 50_000)))
        .isEqualTo("100 of 100 threads were alive: 100 sleeping.");
    int carrier = timeline.crowds().getFirst().carriers().getFirst();
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(carrier)))
        .contains("carries virtual threads, one at a time");
    long first = timeline.lanes().get(carrier).spans().start(0);
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(carrier, first)))
        .startsWith("thread 5 carried v0 for ");
  }
}
