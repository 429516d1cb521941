package interleave.timeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.search.Found.Hit;
import interleave.timeline.search.Found.Kind;
import interleave.timeline.sketch.Sketches;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchTest {
  private final Timeline queue = Sketches.queue();

  @Test
  void processesAreFoundByNameAndByPid() {
    Hit writer = find(queue, "WRITER").hits().getFirst();
    assertThat(writer.kind()).isEqualTo(Kind.PROCESS);
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
  void everyWordHasToOccur() {
    assertThat(find(queue, "writer nothing-of-the-sort").hits()).isEmpty();
    assertThat(find(queue, "  ").hits()).isEmpty();
  }

  @Test
  void whatFitsBestComesFirstWithinItsKind() {
    NameQuery pattern = new NameQuery("lock");
    assertThat(pattern.rank("Lock")).isEqualTo(NameQuery.WHOLE);
    assertThat(pattern.rank("lock-7")).isEqualTo(NameQuery.BEGINS);
    assertThat(pattern.rank("the lock")).isEqualTo(NameQuery.WORD);
    assertThat(pattern.rank("block")).isEqualTo(NameQuery.WITHIN);
    assertThat(pattern.rank("loc")).isEqualTo(NameQuery.NOT);
  }

  @Test
  void ofVeryManyAFewAreShownAndAllAreCounted() {
    Timeline crowd = Sketches.crowd(300, 2);
    Found found = new Search(crowd).find("worker", 20, () -> false);
    assertThat(found.hits()).filteredOn(hit -> hit.kind() == Kind.THREAD).hasSize(20);
    assertThat(found.counts().get(Kind.THREAD)).isEqualTo(300);
    assertThat(found.whole()).isTrue();
  }

  @Test
  void aSearchThatIsNotWantedAnyMoreEnds() {
    AtomicInteger asked = new AtomicInteger();
    Found found = new Search(queue).find("a", 20, () -> asked.incrementAndGet() > 0);
    assertThat(found.whole()).isFalse();
    assertThat(found.hits()).isEmpty();
  }

  private static Found find(Timeline timeline, String text) {
    return new Search(timeline).find(text, 20, () -> false);
  }
}
