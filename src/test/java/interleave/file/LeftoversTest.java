package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;
  private Leftovers leftovers;
  private final List<Recording> used = new ArrayList<>();

  @BeforeEach
  void there() {
    leftovers = new Leftovers(folder);
  }

  @AfterEach
  void letGo() {
    used.forEach(Recording::release);
  }

  @Test
  void whatIsInUseIsNoLeftoverAndWhatItsOwnerLetGoOfIsOne() throws IOException {
    Recording recording = recording("philosophers.py", Duration.ZERO);
    assertThat(leftovers.all()).isEmpty();
    assertThat(leftovers.tidy(NOW.plus(Duration.ofDays(100)), _ -> true)).isEmpty();
    recording.release();
    assertThat(leftovers.all()).singleElement().satisfies(this::isPhilosophers);
    assertThat(leftovers.all()).as("to be looked at is not to be taken").hasSize(1);
  }

  private void isPhilosophers(Leftover found) {
    assertThat(found.manifest().title()).isEqualTo("philosophers.py");
    assertThat(found.bytes()).isPositive();
    assertThat(found.folder()).isDirectory();
  }

  @Test
  void itIsToldOnce() throws IOException {
    left("a.py", Duration.ofHours(2));
    assertThat(leftovers.news()).hasSize(1);
    assertThat(leftovers.news()).isEmpty();
    left("b.py", Duration.ofHours(1));
    assertThat(titles(leftovers.news())).containsExactly("b.py");
    assertThat(titles(leftovers.all())).containsExactly("a.py", "b.py");
  }

  @Test
  void afterAWeekItIsDeleted() throws IOException {
    left("old.py", Duration.ofDays(8));
    left("new.py", Duration.ofDays(6));
    List<Leftover> deleted = leftovers.tidy(NOW, _ -> false);
    assertThat(titles(deleted)).containsExactly("old.py");
    assertThat(Leftovers.sentence(deleted)).get().asString().startsWith("1 recording that a run");
    assertThat(titles(leftovers.all())).containsExactly("new.py");
    assertThat(Leftovers.sentence(leftovers.tidy(NOW, _ -> false))).isEmpty();
  }

  @Test
  void whereRoomIsShortTheOldestAreDeletedUntilThereIsSome() throws IOException {
    left("third.py", Duration.ofHours(1));
    left("first.py", Duration.ofHours(3));
    left("second.py", Duration.ofHours(2));
    List<Leftover> deleted = leftovers.tidy(NOW, place -> leftovers.all().size() > 1);
    assertThat(titles(deleted)).containsExactly("first.py", "second.py");
    assertThat(titles(leftovers.all())).containsExactly("third.py");
  }

  @Test
  void whatHoldsNothingOrIsACopyOfAFileIsDeletedWithoutAWord() throws IOException {
    Recording.createIn(folder, 1 << 20).release();
    Recording copy = recording("copy.py", Duration.ZERO);
    Leftovers.copied(copy);
    copy.release();
    assertThat(leftovers.news()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatWasNotDescribedOrIsDamagedIsOfferedAllTheSame() throws IOException {
    Recording recording = recording("a.py", Duration.ZERO);
    Files.writeString(recording.folder().resolve("interleave.json"), "{\"title\":");
    recording.release();
    assertThat(titles(leftovers.all())).containsExactly("a program");
  }

  @Test
  void whoOpensOneHoldsItAndLeavesItThere() throws IOException {
    left("a.py", Duration.ZERO);
    Leftover found = leftovers.all().getFirst();
    try (OpenedRecording opened = KnownFormats.ALL.open(found.folder(), Progress.UNHEARD)) {
      assertThat(opened.manifest().title()).isEqualTo("a.py");
      assertThat(leftovers.all()).isEmpty();
      assertThatThrownBy(found::delete).hasMessageContaining("in use, or gone");
    }
    assertThat(leftovers.all()).hasSize(1);
  }

  @Test
  void savedItIsAFileAndNoLeftoverAnyMore() throws IOException {
    left("a.py", Duration.ZERO);
    Path file = folder.resolve("a.interleave");
    Leftover found = leftovers.all().getFirst();
    assertThatThrownBy(() -> found.save(KnownFormats.ALL, folder, Progress.UNHEARD))
        .isInstanceOf(IOException.class);
    assertThat(leftovers.all()).hasSize(1);
    found.save(KnownFormats.ALL, file, Progress.UNHEARD);
    assertThat(leftovers.all()).isEmpty();
    assertThat(folder).isDirectoryContaining(each -> each.equals(file));
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(opened.manifest().title()).isEqualTo("a.py");
    }
  }

  @Test
  void aFolderThatOnlyLooksLikeOneIsLeftAlone() throws IOException {
    Path strange = Files.createDirectory(folder.resolve("interleave-123"));
    Files.createFile(strange.resolve("in-use.lock"));
    Path other = Files.createDirectory(folder.resolve("interleave-124"));
    Files.createFile(other.resolve("budget"));
    Files.createSymbolicLink(folder.resolve("interleave-125"), strange);
    assertThat(leftovers.all()).isEmpty();
    assertThat(leftovers.tidy(NOW, _ -> true)).isEmpty();
    assertThat(strange).isNotEmptyDirectory();
    assertThat(other).isNotEmptyDirectory();
  }

  private Recording recording(String title, Duration age) throws IOException {
    Recording recording = Recording.createIn(folder, 1 << 28);
    used.add(recording);
    Recorder.open(recording.folder(), TracedRuntime.JAVA)
        .log()
        .event(EventKind.SLEEP_BEGIN, 0, 0, 0, 0);
    Leftovers.describe(recording, Manifest.titled(title, NOW));
    try (var files = Files.newDirectoryStream(recording.folder(), "*.seg")) {
      for (Path segment : files) {
        Files.setLastModifiedTime(segment, FileTime.from(NOW.minus(age)));
      }
    }
    return recording;
  }

  private void left(String title, Duration age) throws IOException {
    recording(title, age).release();
  }

  private static List<String> titles(List<Leftover> all) {
    return all.stream().map(each -> each.manifest().title()).toList();
  }
}
