package interleave.exchange.export.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.export.Excerpts;
import interleave.file.Progress;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.explain.Explanation;
import interleave.timeline.range.TimeRange;
import interleave.timeline.sketch.Sketches;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageFormatTest {
  static final String HOSTILE = "</script><img src=x onerror=document.title='owned'>%SCRIPT%${1}$&";

  static Timeline hostile() {
    Trace trace = new Trace();
    Trace.Process program = trace.process(7, HOSTILE);
    Trace.Thread main = program.thread(1, HOSTILE);
    int queue = program.object(ObjectType.QUEUE, 1, HOSTILE);
    main.at(1).event(EventKind.THREAD_BEGIN);
    main.at(5).event(EventKind.PUT, 0, queue, 1, HOSTILE);
    main.at(900).event(EventKind.THREAD_END);
    return trace.end();
  }

  @Test
  void everySpanOfAThreadIsThereWithItsTimesAndItsSentenceInBothLanguages() throws IOException {
    Timeline run = Sketches.lock();
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    List<List<long[]>> things = page.things();
    assertThat(page.isAtEnd()).isTrue();
    for (ThreadLane lane : run.lanes()) {
      Spans spans = lane.spans();
      List<long[]> written = things.get(page.row("thread", lane.name()));
      assertThat(written).hasSize(spans.size());
      for (int i = 0; i < spans.size(); i++) {
        long[] thing = written.get(i);
        ThingRef ref = new ThingRef.Span(lane.index(), spans.start(i));
        assertThat(thing[0]).isEqualTo(spans.start(i) - run.start());
        assertThat(thing[2]).isEqualTo(spans.state(i).ordinal());
        for (Language language : Language.values()) {
          String said = language.speaking(() -> Explanation.sentence(run, ref));
          assertThat(page.at("sentences", language.tag(), (int) thing[7])).isEqualTo(said);
        }
      }
    }
  }

  @Test
  void howFarItsSentencesAreIsHeardOfAndWhoGivesUpThereGetsNoFurther() {
    List<Long> heard = new ArrayList<>();
    Progress progress =
        (done, total) -> {
          heard.add(done);
          return false;
        };
    assertThatThrownBy(
            () ->
                new PageFormat()
                    .write(Excerpts.of(Sketches.lock()), OutputStream.nullOutputStream(), progress))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void holdsAreOnTheRowsOfTheirLocksAndSayWhoHasThem() throws IOException {
    Timeline run = Sketches.lock();
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    List<List<long[]>> things = page.things();
    run.locks()
        .forEach(
            lock -> {
              List<long[]> holds = things.get(page.row("lock", lock.name()));
              assertThat(holds).hasSize(lock.holds().size());
              for (int i = 0; i < holds.size(); i++) {
                String owner = run.lanes().get(lock.holds().lane(i)).name();
                assertThat(page.name((int) holds.get(i)[5] - 1)).isEqualTo(owner);
              }
            });
  }

  @Test
  void messagesLeadFromWhoPutThemToWhoGotThem() throws IOException {
    Timeline run = Sketches.queue();
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run));
    List<long[]> links = page.things().getLast();
    long got = run.queues().stream().mapToLong(queue -> queue.gets()).sum();
    int message = PageRows.look(Look.MESSAGE);
    assertThat(links.stream().filter(link -> link[2] == message).count()).isEqualTo(got);
    assertThat(links)
        .filteredOn(link -> link[2] == message)
        .allMatch(link -> link[1] >= 0 && link[3] != link[4]);
  }

  @Test
  void anyRunIsReadToItsEnd() throws IOException {
    for (Timeline run : Excerpts.timelines()) {
      WrittenPage page = new WrittenPage(Excerpts.of(run));
      assertThat(page.things()).hasSize(((List<?>) page.at("rows")).size() + 1);
      assertThat(page.isAtEnd()).isTrue();
    }
  }

  @Test
  void ofAPartNothingLiesOutsideAndItSaysThatItIsOne() throws IOException {
    Timeline run = Sketches.lock();
    TimeRange whole = TimeRange.whole(run);
    long middle = whole.from() + whole.length() / 2;
    TimeRange half = new TimeRange(middle, whole.to());
    WrittenPage page = new WrittenPage(Excerpts.unmarked(run).in(half));
    assertThat(page.things().stream().flatMap(List::stream))
        .isNotEmpty()
        .allMatch(thing -> thing[0] >= middle - run.start());
    assertThat(page.at("words", "en", "notes").toString()).contains("This is a part of a run");
  }

  @Test
  void whatAProgramSaysIsNowhereInThePageAsItIs() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(hostile()));
    assertThat(page.html).doesNotContain("onerror").doesNotContain("owned");
    assertThat(page.html.split("</script>", -1)).hasSize(3);
    assertThat(page.at("texts").toString()).contains("onerror");
  }

  @Test
  void thePolicyLetsNothingRunButWhatThePageWasMadeWith() throws Exception {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(hostile()));
    String policy = page.between("Content-Security-Policy\" content=\"", "\"");
    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("script-src '" + hash(page.between("<script>", "</script>")) + "'")
        .contains("style-src '" + hash(page.between("<style>", "</style>")) + "'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(page.html).doesNotContain("http://", "https://", "innerHTML", "eval(");
  }

  @Test
  void everyWordThatItsScriptAsksForIsThere() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(Sketches.lock()));
    String script = page.between("<script>", "</script>");
    List<String> asked =
        Pattern.compile("\\bword\\('([^']+[^.'])'")
            .matcher(script)
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(asked).hasSizeGreaterThan(15);
    Words words = Words.of("exchange/page");
    for (Language language : Language.values()) {
      assertThat(words.keys(language))
          .containsAll(asked.stream().filter(it -> !it.equals("notes")).toList());
    }
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void withoutItsDataItIsSmallAndTheSameRunGivesTheSameBytes() throws IOException {
    WrittenPage page = new WrittenPage(Excerpts.unmarked(Sketches.lock()));
    assertThat(page.html.length()).isLessThan(300_000);
    assertThat(new WrittenPage(Excerpts.unmarked(Sketches.lock())).html).isEqualTo(page.html);
  }
}
