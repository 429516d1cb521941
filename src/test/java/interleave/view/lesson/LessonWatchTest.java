package interleave.view.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonWatchTest {
  @TempDir Path course;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private Path lesson;

  @BeforeEach
  void write() throws Exception {
    lesson = Files.createDirectories(course.resolve("till")).resolve("lesson.toml");
    Files.writeString(lesson, "id = 'till'");
  }

  private void changed() {
    heard.add("changed");
  }

  private void awaitChange(String what) throws Exception {
    assertThat(heard.poll(Patience.SECONDS, TimeUnit.SECONDS)).as(what).isEqualTo("changed");
  }

  @Test
  void whatIsSavedInAnEditorIsHeardOf() throws Exception {
    try (LessonWatch _ = LessonWatch.of(List.of(course), this::changed)) {
      awaitChange("whatever was written before");
      Files.writeString(lesson, "id = 'tills'");
      awaitChange("a file that is written");
      Path beside = Files.writeString(lesson.resolveSibling(".lesson.toml.swp"), "id = 'tilled'");
      Files.move(beside, lesson, StandardCopyOption.REPLACE_EXISTING);
      awaitChange("a file that takes the place of another");
      Files.createDirectories(course.resolve("second").resolve("words"));
      awaitChange("a lesson that is new");
      Files.writeString(course.resolve("second").resolve("words").resolve("en.toml"), "title = ''");
      awaitChange("a file in it");
    }
  }

  @Test
  void aZipAndAFolderThatIsNotThereYetAreHeardOfToo() throws Exception {
    Path zip = course.resolve("lessons.zip");
    Path above = course.resolve("above");
    Path later = above.resolve("later");
    try (LessonWatch _ = LessonWatch.of(List.of(zip, later), this::changed)) {
      awaitChange("whatever was written before");
      Files.writeString(zip, "PK");
      awaitChange("a zip");
      Files.createDirectory(above);
      awaitChange("the folder that it will be in");
      Files.createDirectory(later);
      awaitChange("a folder");
      Files.writeString(later.resolve("lesson.toml"), "");
      awaitChange("a file in it");
    }
  }

  @Test
  void whereTheSystemTellsNothingFilesAreLookedAtAgainAndAgain() throws Exception {
    try (LessonWatch _ =
        LessonWatch.of(List.of(course), this::changed, Duration.ofMillis(1), false)) {
      awaitChange("once");
      awaitChange("again");
    }
  }

  @Test
  void noThreadIsLeftOver() {
    LessonWatch told = LessonWatch.of(List.of(course), this::changed);
    LessonWatch looking =
        LessonWatch.of(List.of(course), this::changed, Duration.ofHours(1), false);
    LessonWatch idle = LessonWatch.of(List.of(), this::changed);
    assertThat(List.of(told.isAlive(), looking.isAlive(), idle.isAlive()))
        .containsExactly(true, true, false);
    told.close();
    looking.close();
    idle.close();
    assertThat(List.of(told.isAlive(), looking.isAlive())).containsExactly(false, false);
  }
}
