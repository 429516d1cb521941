package interleave.exchange.export.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.Excerpts;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareTest {
  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='own()'>";

  @TempDir private Path folder;

  private static Excerpt run(Timeline timeline, String title, @Nullable String scenario) {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            Instant.parse("2026-03-01T10:00:00Z"),
            title,
            scenario,
            Map.of(),
            "java",
            null,
            List.of("java", title),
            "exit 0",
            Map.of());
    Excerpt any = Excerpts.unmarked(timeline);
    return new Excerpt(timeline, any.range(), any.lanes(), manifest, List.of(), any.origin());
  }

  private List<Path> share(Path out, String title, Excerpt... runs) throws IOException {
    Share share = Share.to(out, title);
    for (Excerpt each : runs) {
      share.add(each, Progress.UNHEARD);
    }
    return share.save();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void oneFileHasAllRunsBehindAnIndexWithTheirTitlesQuestionsAndPictures() throws IOException {
    Path out = folder.resolve("week.html");
    Excerpt lesson = run(Sketches.lock(), "as recorded", "deadlock");
    assertThat(share(out, "", lesson, run(Sketches.queue(), "My own", null))).containsExactly(out);
    String page = Files.readString(out);
    assertThat(page)
        .contains("href=\"#run=1\"", "href=\"#run=2\"", "id=\"data-1\"", "id=\"data-2\"");
    assertThat(page).contains(">Deadlock<", ">死锁<", "Anna takes the fork first.", ">My own<");
    assertThat(count(page, "<img src=\"data:image/svg+xml;base64,")).isEqualTo(2);
    assertThat(count(page, "class Painter")).isEqualTo(1);
    assertThat(page).doesNotContain("http://", "https://");
  }

  @Test
  void aFolderHasAnIndexAndAPageOfEachRunUnderAPlainName() throws IOException {
    Path out = folder.resolve("course");
    List<Path> written =
        share(
            out,
            "Week 3",
            run(Sketches.lock(), "Ünïcode / ../../etc & co", null),
            run(Sketches.lock(), "con", null),
            run(Sketches.lock(), "线程", null),
            run(Sketches.queue(), "index", null));
    assertThat(written.getFirst()).isEqualTo(out.resolve("index.html"));
    assertThat(written)
        .extracting(each -> out.relativize(each).toString())
        .containsExactlyInAnyOrder(
            "index.html", "n-code-etc-co.html", "con-2.html", "run.html", "index-2.html");
    String index = Files.readString(written.getFirst());
    assertThat(index).contains("<title>Week 3</title>", "href=\"n-code-etc-co.html\"");
    assertThat(index).doesNotContain("class Painter");
    assertThat(Files.readString(out.resolve("run.html"))).contains("id=\"data\"", "class Painter");
  }

  @Test
  void whatAProgramCallsItselfIsNoMarkup() throws IOException {
    Path out = folder.resolve("hostile.html");
    share(out, HOSTILE, run(Sketches.lock(), HOSTILE, null));
    String page = Files.readString(out);
    assertThat(page).doesNotContain("<script>alert", "<img src=x");
    assertThat(count(page, "<script>")).isEqualTo(1);
    assertThat(page).contains("default-src 'none'; img-src data:; script-src 'sha256-");
  }

  @Test
  void aFileOfSomebodyElseInTheFolderIsNotReplacedButOneOfOursIs() throws IOException {
    Excerpt run = run(Sketches.lock(), "Locks", null);
    share(folder, "", run);
    share(folder, "Anew", run);
    assertThat(Files.readString(folder.resolve("index.html"))).contains("Anew");
    Path own = Files.writeString(folder.resolve("index.html"), "<h1>My home page</h1>");
    assertThatThrownBy(() -> share(folder, "", run))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("index.html");
    assertThat(own).hasContent("<h1>My home page</h1>");
  }

  @Test
  void theSameRunsGiveTheSameBytesAndWhatIsSharedIsForOthersToRead() throws IOException {
    Excerpt run = run(Sketches.lock(), "Locks", null);
    Path first = share(folder.resolve("a.html"), "", run).getFirst();
    Path second = share(folder.resolve("b.html"), "", run).getFirst();
    assertThat(first).hasSameBinaryContentAs(second);
    Path usual = Files.writeString(folder.resolve("usual"), "");
    assertThat(Files.getPosixFilePermissions(first))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void thumbnailsAreSmallAndWithoutWords() {
    for (Timeline each : Excerpts.timelines()) {
      SharedRun shared =
          SharedRun.of(run(each, "Any", null), interleave.typeface.Typecase.shared());
      assertThat(shared.thumbnail())
          .startsWith("<svg xmlns=")
          .endsWith("</svg>")
          .doesNotContain("<text", "style", "NaN")
          .hasSizeLessThan(16_000);
      assertThat(shared.facts().get(Language.ENGLISH)).isNotEmpty();
    }
  }
}
