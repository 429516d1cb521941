package interleave.timeline.track;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Rows;
import interleave.timeline.search.Found;
import interleave.timeline.search.Found.Hit;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import interleave.words.Language;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private final Timeline queue = Sketches.queue();

  @Test
  void processesAreFoundByNameAndByPid() {
    Hit writer = find(queue, "WRITER").hits().getFirst();
    assertThat(writer.kind()).isEqualTo(ProcessHeader.FOUND);
    String pid = Long.toString(queue.processes().get(writer.process()).pid());
    assertThat(find(queue, pid).hits()).extracting(Hit::thing).contains(writer.thing());
    assertThat(find(queue, "writer " + pid).hits()).extracting(Hit::thing).contains(writer.thing());
  }

  @Test
  void printedLinesAreFoundByAnyPartOfThem() {
    String line = queue.output().line(0).text();
    assertThat(find(queue, line.substring(2)).hits())
        .extracting(Hit::thing)
        .contains(new ThingRef.Line(0));
  }

  @Test
  void messagesAreFoundByTheirTextAtTheirMoment() {
    assertThat(find(queue, "B").hits())
        .filteredOn(hit -> hit.kind().word().equals("message"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.thing()).isEqualTo(new ThingRef.Message(0, 1)))
        .satisfies(hit -> assertThat(hit.kind().moment()).isTrue());
  }

  @Test
  void spansAreFoundByWhatTheyAreAndByTheirLine() {
    Trace trace = new Trace();
    Trace.Process bank = trace.process(7, "Bank");
    Trace.Thread anna = bank.thread(1, "Anna");
    Trace.Thread ben = bank.thread(2, "Ben");
    int lock = bank.object(ObjectType.LOCK, 0, "balance");
    for (int i = 0; i < 3; i++) {
      anna.at(10 + 20 * i).in("transfer", 27 + i).event(EventKind.LOCK_REQUEST, lock);
      anna.at(14 + 20 * i).event(EventKind.LOCK_ACQUIRED, lock);
      anna.at(16 + 20 * i).event(EventKind.LOCK_RELEASED, lock);
    }
    ben.at(90).in("audit", 27).event(EventKind.LOCK_REQUEST, lock);
    Timeline timeline = trace.end();
    assertThat(spans(timeline, "balance")).hasSize(4);
    assertThat(spans(timeline, ":28 transfer")).first().isEqualTo(new ThingRef.Span(0, 30));
    assertThat(spans(timeline, "audit")).contains(new ThingRef.Span(1, 90));
  }

  private static List<ThingRef> spans(Timeline timeline, String text) {
    return find(timeline, text).hits().stream()
        .filter(hit -> hit.kind().word().equals("span"))
        .map(Hit::thing)
        .toList();
  }

  @Test
  void ofOneKindAloneMoreAreShownAndAllKindsAreCounted() {
    Timeline crowd = Sketches.crowd(300, 2);
    Found found =
        TrackKinds.STANDARD
            .search(crowd)
            .find("e", kind -> kind.equals(LaneTrack.FOUND) ? 250 : 0, () -> false);
    assertThat(found.hits()).hasSize(250).allMatch(hit -> hit.kind().equals(LaneTrack.FOUND));
    assertThat(found.counts()).hasSizeGreaterThan(1);
  }

  @Test
  void everyWordHasToOccur() {
    assertThat(find(queue, "writer nothing-of-the-sort").hits()).isEmpty();
    assertThat(find(queue, "  ").hits()).isEmpty();
  }

  @Test
  void ofVeryManyAFewAreShownAndAllAreCounted() {
    Timeline crowd = Sketches.crowd(300, 2);
    Found found = TrackKinds.STANDARD.search(crowd).find("worker", 20, () -> false);
    assertThat(found.hits()).filteredOn(hit -> hit.kind() == LaneTrack.FOUND).hasSize(20);
    assertThat(found.counts().get(LaneTrack.FOUND)).isEqualTo(300);
    assertThat(found.whole()).isTrue();
  }

  @Test
  void aSearchThatIsNotWantedAnyMoreEnds() {
    AtomicInteger asked = new AtomicInteger();
    Found found =
        TrackKinds.STANDARD.search(queue).find("a", 20, () -> asked.incrementAndGet() > 0);
    assertThat(found.whole()).isFalse();
    assertThat(found.hits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "event ready, synchronizer, Event ready, 同步器",
    "gil of every, GIL, GIL of Everything, GIL",
    "student, thread-local, student of other, 线程局部",
    "output of child, pipe, Output of child 8, 管道"
  })
  void alsoThoseThatHaveNoNamesInSourcesAreFound(
      String text, String kind, String name, String chinese) {
    Hit hit = find(EveryKind.timeline(), text).hits().getFirst();
    assertThat(hit.name()).isEqualTo(name);
    assertThat(hit.process()).isZero();
    assertThat(hit.kind().word()).isEqualTo(kind);
    Language.use(Language.CHINESE);
    assertThat(hit.kind().word()).isEqualTo(chinese);
  }

  @Test
  void eachThingThatIsFoundHasARowOnceItIsRevealed() {
    Timeline timeline = EveryKind.timeline();
    for (String text : List.of("e", "t", "P")) {
      for (Hit hit : find(timeline, text).hits()) {
        Folds folds = TrackKinds.STANDARD.reveal(timeline, Folds.NONE, hit.thing());
        Rows rows = Rows.of(timeline, folds, TrackKinds.STANDARD.kinds());
        assertThat(TrackKinds.STANDARD.row(timeline, rows, hit.thing()))
            .as(hit.toString())
            .isNotNegative();
      }
    }
  }

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }

  private static Found find(Timeline timeline, String text) {
    return TrackKinds.STANDARD.search(timeline).find(text, 20, () -> false);
  }
}
