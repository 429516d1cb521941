package interleave.exchange.export.page;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.OpenedFiles;
import interleave.exchange.export.Excerpts;
import interleave.timeline.Sightings;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PageRowsTest {
  private static final int WRITE = PageRows.look(Look.WRITE);

  static Timeline variable(int writes) {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "Counts");
    Trace.Thread main = program.thread(1, "main");
    int variable = program.object(ObjectType.VARIABLE, 0, "P.total");
    main.at(1).event(EventKind.THREAD_BEGIN);
    for (int i = 0; i < writes; i++) {
      main.at(1_000L + 100L * i).writes(variable, i == writes / 2 + 1 ? -77 : i);
    }
    main.at(2_000L + 100L * writes).event(EventKind.THREAD_END);
    return trace.end();
  }

  /** A program with so many threads and locks. */
  static Timeline many(int threads, int locks) {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, "Many");
    for (int i = 0; i < threads; i++) {
      program.thread(i + 1, "worker-" + i).at(1 + i).event(EventKind.THREAD_BEGIN);
    }
    Trace.Thread first = program.thread(1, "worker-0");
    for (int i = 0; i < locks; i++) {
      int lock = program.object(ObjectType.MONITOR, i + 1, "lock-" + i);
      first.at(1_000 + i * 20L).event(EventKind.LOCK_ACQUIRED, lock);
      first.at(1_010 + i * 20L).event(EventKind.LOCK_RELEASED, lock);
    }
    for (int i = 0; i < threads; i++) {
      program.thread(i + 1, "worker-" + i).at(90_000 + i).event(EventKind.THREAD_END);
    }
    return trace.end();
  }

  private static List<String> texts(WrittenPage page, List<long[]> things) {
    return things.stream().map(it -> (String) page.at("texts", "en", (int) it[3])).toList();
  }

  @Test
  void eachAccessOfAVariableIsThereWithItsValueWhileTheyAreSome() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(variable(40)));
    List<long[]> things = page.things().get(page.row("variable", "total"));
    assertThat(texts(page, things)).hasSize(40).startsWith("0", "1").contains("-77");
    assertThat(things).allMatch(it -> it[1] == 0 && it[2] == WRITE && it[7] > 0);
  }

  @Test
  void ofVeryManyAccessesThoseAreThereThatTellTheLineAndThePageSaysSo() throws IOException {
    Timeline run = variable(20_000);
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    List<long[]> things = page.things().get(page.row("variable", "total"));
    assertThat(things).hasSizeBetween(500, 2_000);
    assertThat(texts(page, things)).contains("-77", "0", "19999");
    assertThat(page.at("words", "en", "notes").toString())
        .contains("Of 20 000 reads and writes of variables there are");
    VariableTrack variable = run.variables().getFirst();
    for (long[] thing : things) {
      int access = variable.at(run.start() + thing[0]);
      assertThat(variable.time(access)).isEqualTo(run.start() + thing[0]);
    }
  }

  @Test
  void valuesOfThreadLocalsAndPipesHaveRowsOfTheirOwn() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(EveryKind.timeline()));
    List<List<long[]>> things = page.things();
    assertThat(texts(page, things.get(page.row("local", "student")))).contains("Alice");
    int pipe =
        IntStream.range(0, ((List<?>) page.at("rows")).size())
            .filter(i -> page.at("rows", i, "kind").equals("pipe"))
            .findFirst()
            .orElseThrow();
    assertThat(texts(page, things.get(pipe))).containsExactly("10");
  }

  @Test
  void whereThreadsWereSeenTheirRowsHaveMomentsWithWhatWasSeen() throws IOException {
    Timeline dumped = OpenedFiles.resource("dump/jstack-le-17.txt").timeline();
    WrittenPage page = new WrittenPage(Excerpts.unmarked(dumped));
    List<List<long[]>> things = page.things();
    List<long[]> asker = things.get(page.row("thread", "asker-1"));
    assertThat(asker)
        .filteredOn(it -> it[1] == 0)
        .singleElement()
        .matches(it -> it[2] == ThreadState.SYNC_WAIT.ordinal())
        .extracting(it -> page.at("sentences", "en", (int) it[7]).toString())
        .asString()
        .contains("holder");
    Sightings all = dumped.sightings();
    long seen =
        things.stream()
            .flatMap(List::stream)
            .filter(it -> it.length == PageRow.WIDTH + 1 && it[1] == 0)
            .count();
    assertThat(seen).isGreaterThanOrEqualTo(all.size() / 2).isPositive();
  }

  @Test
  void aCrowdIsOneRowThatCountsAndItsThreadsFoldInIt() throws IOException {
    Timeline run = many(40, 0);
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    List<?> rows = (List<?>) page.at("rows");
    int crowd =
        IntStream.range(0, rows.size())
            .filter(i -> page.at("rows", i, "kind").equals("crowd"))
            .findFirst()
            .orElseThrow();
    assertThat(page.at("rows", crowd, "folded")).isEqualTo(true);
    int size = run.crowds().getFirst().lanes().size();
    long inside =
        IntStream.range(0, rows.size())
            .filter(i -> ((Number) page.at("rows", i, "folder")).intValue() == crowd + 1)
            .count();
    assertThat(inside).isEqualTo(size).isGreaterThan(12);
    List<long[]> counts = page.things().get(crowd);
    long middle = (run.now() - run.start()) / 2;
    double alive =
        counts.stream()
            .filter(it -> it[0] <= middle && it[0] + it[1] > middle)
            .mapToDouble(it -> Double.parseDouble((String) page.at("texts", "en", (int) it[3])))
            .sum();
    assertThat(alive).isEqualTo(size);
  }

  @Test
  void ofVeryManyLocksFiveShowAndTheOthersFold() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(many(2, 30)));
    int group = page.row("group", "30 locks");
    List<?> rows = (List<?>) page.at("rows");
    List<Integer> folders =
        IntStream.range(0, rows.size())
            .filter(i -> page.at("rows", i, "kind").equals("lock"))
            .mapToObj(i -> ((Number) page.at("rows", i, "folder")).intValue())
            .toList();
    assertThat(folders).hasSize(30).filteredOn(it -> it == group + 1).hasSize(25);
  }

  @Test
  void rowsAreInTheOrderOfTimeWhateverStandsOnThem() throws IOException {
    for (Timeline run : Excerpts.timelines()) {
      for (List<long[]> row : new WrittenPage(Excerpts.of(run)).things()) {
        assertThat(LongStream.of(row.stream().mapToLong(it -> it[0]).toArray()).boxed().toList())
            .isSorted();
      }
    }
  }

  @Test
  void levelsOfSynchronizersAreWhatTheyWere() throws IOException {
    Timeline run = EveryKind.timeline();
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    SynchronizerTrack track = run.synchronizers().getFirst();
    List<?> rows = (List<?>) page.at("rows");
    int row =
        IntStream.range(0, rows.size())
            .filter(i -> page.at("rows", i, "kind").equals("synchronizer"))
            .findFirst()
            .orElseThrow();
    assertThat(texts(page, page.things().get(row)))
        .last()
        .isEqualTo(Integer.toString(track.stepLevel(track.steps() - 1)));
  }

  @Test
  void lostUpdatesOfARaceAreMarkedOnTheThreadThatWrote() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(Sketches.race()));
    assertThat(page.things().getLast())
        .anyMatch(link -> link[2] == PageRows.look(Look.LOST) && link[3] == link[4]);
  }
}
