package interleave.view.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.scenario.FoundLesson;
import interleave.scenario.LessonPlace;
import interleave.scenario.LessonTemplate;
import interleave.scenario.Scenario;
import interleave.view.program.ProgramForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryModelTest {
  private final GalleryModel model = new GalleryModel(Catalogue.all());

  @Test
  void scenariosStandBelowTheirGroup() {
    assertThat(texts("")).startsWith("Processes").contains("Process pool");
    assertThat(texts(""))
        .containsSubsequence("Process pool", "Threads", "Lock and lost updates", "Your own");
    assertThat(texts("")).endsWith("Your own", "Run a program or script…", "Open a recording…");
  }

  @Test
  void everyWordOfTheSearchHasToOccur() {
    assertThat(texts("LOST lock")).contains("Lock and lost updates").doesNotContain("Process pool");
    assertThat(texts("lost xyz")).isEmpty();
  }

  @Test
  void aScenarioIsFoundByItsIdAndInEveryLanguage() {
    assertThat(texts("lock-and-lost")).contains("Lock and lost updates");
    assertThat(texts("丢失的更新")).contains("Lock and lost updates").doesNotContain("Process pool");
  }

  @Test
  void aGroupWithoutEntriesHasNoHeading() {
    assertThat(texts("open recording")).containsExactly("Your own", "Open a recording…");
  }

  @Test
  void aFoldedGroupShowsItsHeadingOnlyUntilSomebodySearches() {
    assertThat(model.toggle("threads")).isEqualTo(Set.of("threads"));
    assertThat(texts("")).contains("Threads").doesNotContain("Lock and lost updates");
    assertThat(texts("lost lock")).contains("Lock and lost updates");
    assertThat(model.toggle("threads")).isEmpty();
    assertThat(texts("")).contains("Lock and lost updates");
  }

  @Test
  void programsThatWereRunAreOfferedWithTheirArguments() {
    model.programs(List.of(ProgramForm.of(Map.of("program", "/tmp/app.jar", "arguments", "-v 3"))));
    assertThat(texts("")).endsWith("Open a recording…", "app.jar -v 3");
  }

  @Test
  void lessonsOfOthersStandUnderTheNameOfTheirFolderAndWhatIsWrongAmongThem(@TempDir Path folder)
      throws Exception {
    Path course = Files.createDirectories(folder.resolve("first week"));
    for (String name : List.of("till", "bank")) {
      Path lesson = Files.createDirectories(course.resolve(name));
      for (Map.Entry<String, String> file : LessonTemplate.files(name).entrySet()) {
        Files.writeString(lesson.resolve(file.getKey()), file.getValue());
      }
    }
    Files.writeString(course.resolve("bank/lesson.toml"), "form = 0");
    List<FoundLesson> found = LessonPlace.read(course);
    List<Scenario> all = new ArrayList<>(Catalogue.ours());
    found.forEach(each -> each.lesson().ifPresent(all::add));
    model.lessons(all, found.stream().filter(each -> each.lesson().isEmpty()).toList());
    assertThat(texts(""))
        .containsSubsequence(
            "Stages of futures", "Lessons: first week", "Two at one till", "bank", "Your own");
    assertThat(texts("钱箱")).containsExactly("Lessons: first week", "Two at one till");
    assertThat(model.toggle("lessons:first_week")).contains("lessons:first_week");
    assertThat(texts("")).doesNotContain("Two at one till", "bank");
    model.reveal("till");
    assertThat(texts("")).contains("Two at one till");
  }

  private List<String> texts(String search) {
    return model.rows(search).stream().map(Entry::text).toList();
  }

  @Test
  void filesOfOtherToolsAreCalledAsTheyAreAndRecordingsWithoutTheirEnding() {
    assertThat(
            List.of(
                "st.json",
                "dumps.jfr.gz",
                "trace",
                "lesson.interleave",
                "bank 2026-11-30 18.00.01.interleave"))
        .extracting(name -> new Entry.Recent(Path.of("folder", name), "").text())
        .containsExactly("st.json", "dumps.jfr.gz", "trace", "lesson", "bank");
  }
}
