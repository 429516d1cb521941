package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.tail.LiveTimeline;
import interleave.timeline.LockTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A further format is one class: that of the tests is read like Interleave's own. */
@Alone
class FormatsTest {
  private static final String TEXT =
      """
      #lines
      10 main THREAD_BEGIN
      20 main LOCK_ACQUIRED account
      25 helper THREAD_BEGIN
      30 helper LOCK_REQUEST account
      50 main LOCK_RELEASED account
      51 helper LOCK_ACQUIRED account
      70 helper LOCK_RELEASED account
      80 helper THREAD_END
      90 main THREAD_END
      """;

  @TempDir Path folder;
  private final Format lines = new LinesFormat();
  private final Formats formats = new Formats(new InterleaveFormat(), List.of(lines));
  private String usualTemporary;

  @BeforeEach
  void ownTemporaryFolder() {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
  }

  @AfterEach
  void usualTemporaryFolder() {
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  @Test
  void theNameThatIsOfferedForAFileHasItsEndingOnce() {
    assertThat(formats.offered("race")).isEqualTo("race.interleave");
    assertThat(formats.offered("own.py.interleave")).isEqualTo("own.py.interleave");
  }

  @Test
  void allFormatsAreOfferedToBeOpenedAndThoseThatCanBeSavedToBeSaved() {
    assertThat(formats.all()).hasSize(2).contains(lines);
    assertThat(formats.suffixes()).containsExactly(".interleave", ".lines", ".txt");
    assertThat(formats.writable()).singleElement().isInstanceOf(InterleaveFormat.class);
    assertThat(KnownFormats.ALL.all()).allSatisfy(each -> assertThat(each.title()).isNotBlank());
  }

  @Test
  void whoExpectsWhatIsReadHearsOfFilesThatAreNotOfTheUsualFormatBeforeTheyAreRead()
      throws IOException {
    AtomicInteger expected = new AtomicInteger();
    Formats told =
        new Formats(
            new InterleaveFormat(), List.of(lines), Strangers.NONE, expected::incrementAndGet);
    Path text = Files.writeString(folder.resolve("trace.lines"), TEXT);
    Path saved = folder.resolve("saved.interleave");
    Progress afterwards = (_, _) -> expected.get() == 1;
    try (OpenedRecording opened = told.open(text, afterwards)) {
      opened.save(told, saved, List.of(), Progress.UNHEARD);
    }
    told.open(saved, Progress.UNHEARD).close();
    assertThat(expected).hasValue(1);
  }

  @Test
  void aFileIsOfTheFormatThatItsContentTells() throws IOException {
    Path text = Files.writeString(folder.resolve("trace.interleave"), TEXT);
    Path saved = folder.resolve("trace.lines");
    Path jar = folder.resolve("app.jar");
    save(saved.resolveSibling("kept.interleave"));
    Files.move(folder.resolve("kept.interleave"), saved);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("Main.class"));
    }
    assertThat(formats.ofContent(text)).hasValue(lines);
    assertThat(formats.ofContent(saved)).get().isInstanceOf(InterleaveFormat.class);
    assertThat(formats.ofContent(jar)).isEmpty();
    assertThat(formats.ofContent(Files.createFile(folder.resolve("empty")))).isEmpty();
  }

  @Test
  void whatAnImporterWritesBecomesATimelineLikeAnyOther() throws IOException {
    Path file = Files.writeString(folder.resolve("trace"), TEXT);
    OpenedRecording opened = formats.open(file, Progress.UNHEARD);
    assertThat(opened.manifest().title()).isEqualTo("trace");
    check(LiveTimeline.load(opened.recording()));
    opened.recording().delete();
  }

  @Test
  void whatWasImportedIsSavedAndOpenedAsOwn() throws IOException {
    Path kept = folder.resolve("kept.interleave");
    save(kept);
    OpenedRecording again = formats.open(kept, Progress.UNHEARD);
    assertThat(again.problems()).isEmpty();
    check(LiveTimeline.load(again.recording()));
    again.recording().delete();
  }

  @Test
  void aNameThatNoFormatSavesIsSavedInTheUsualOne() throws IOException {
    assertThat(formats.named(folder.resolve("a"))).hasFileName("a.interleave");
    assertThat(formats.named(folder.resolve("a.lines"))).hasFileName("a.lines.interleave");
    assertThat(formats.named(folder.resolve("a.interleave"))).hasFileName("a.interleave");
    Path odd = folder.resolve("a.lines");
    save(odd);
    assertThat(formats.ofContent(odd)).get().isInstanceOf(InterleaveFormat.class);
  }

  @Test
  void aNameIsShownWithoutTheEndingOfItsFormat() {
    assertThat(formats.bareName(Path.of("runs", "Bank.interleave"))).isEqualTo("Bank");
    assertThat(formats.bareName(Path.of("Bank.txt"))).isEqualTo("Bank");
    assertThat(formats.bareName(Path.of("Bank.jar"))).isEqualTo("Bank.jar");
  }

  @Test
  void aFileThatIsNotThereIsMissingInEveryFormat() {
    for (String name : List.of("a.interleave", "a.lines", "a")) {
      assertThatThrownBy(() -> formats.open(folder.resolve(name), Progress.UNHEARD))
          .isInstanceOf(FileNotFoundException.class)
          .hasMessageContaining(name);
    }
  }

  @Test
  void anImportThatIsCancelledLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("trace.txt"), TEXT);
    assertThatThrownBy(() -> formats.open(file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  private void save(Path file) throws IOException {
    Path text = Files.writeString(folder.resolve("trace.txt"), TEXT);
    OpenedRecording opened = formats.open(text, Progress.UNHEARD);
    Recording recording = opened.recording();
    formats.save(recording, opened.manifest(), file, Progress.UNHEARD);
    recording.delete();
  }

  private static void check(Timeline timeline) {
    assertThat(timeline.processes()).extracting(ProcessTrack::name).containsExactly("Imported");
    assertThat(timeline.lanes()).extracting(ThreadLane::name).containsExactly("main", "helper");
    LockTrack lock = timeline.locks().getFirst();
    assertThat(lock.name()).isEqualTo("account");
    assertThat(lock.holds().size()).isEqualTo(2);
    assertThat(timeline.lanes().get(1).spans().size()).isPositive();
  }
}
