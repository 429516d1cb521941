package interleave.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons of others in folders and zips, and those that mean harm. */
class LessonPlaceTest {
  @TempDir Path course;

  @AfterEach
  void forget() {
    Catalogue.lookIn(List.of());
  }

  private Path lesson(Path folder, String name) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve(name));
    for (Map.Entry<String, String> file : LessonTemplate.files(name).entrySet()) {
      Files.writeString(lesson.resolve(file.getKey()), file.getValue());
    }
    return lesson;
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path zip = course.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return zip;
  }

  private static Map<String, byte[]> entries(String before, String name) {
    Map<String, byte[]> entries = new TreeMap<>();
    LessonTemplate.files(name)
        .forEach((file, text) -> entries.put(before + file, text.getBytes(StandardCharsets.UTF_8)));
    return entries;
  }

  private List<String> told(Path place) {
    return LessonPlace.read(place).stream().map(FoundLesson::told).toList();
  }

  @Test
  void aFolderOfLessonsHasThoseInFoldersAndInZips() throws Exception {
    lesson(course, "till");
    lesson(course, ".hidden");
    Files.createDirectories(course.resolve("empty"));
    Map<String, byte[]> two = entries("more/bank/", "bank");
    two.putAll(entries("more/shop/", "shop"));
    two.put("__MACOSX/more/._lesson.toml", new byte[] {0});
    zip("week.zip", two);
    assertThat(LessonPlace.read(course))
        .allMatch(found -> found.lesson().isPresent(), "is read")
        .extracting(FoundLesson::name)
        .containsExactly("till", "bank", "shop");
    assertThat(LessonPlace.read(course.resolve("week.zip"))).hasSize(2);
    assertThat(LessonPlace.read(course.resolve("till"))).hasSize(1);
  }

  @Test
  void theCheckOfALessonIsAnotherWhereAnythingIsChanged() throws Exception {
    Path till = lesson(course, "till");
    String check = only(till).origin().check();
    assertThat(only(till).origin().check()).isEqualTo(check).hasSize(64);
    Files.writeString(till.resolve("till.py"), "print()", java.nio.file.StandardOpenOption.APPEND);
    assertThat(only(till).origin().check()).isNotEqualTo(check);
  }

  private static Scenario only(Path place) {
    return LessonPlace.read(place).getFirst().lesson().orElseThrow();
  }

  @Test
  void nothingIsReadFromOutsideOfTheFolder() throws Exception {
    Path till = lesson(course.resolve("a"), "till");
    Path secret = Files.writeString(course.resolve("secret.py"), "key = 1");
    Files.createSymbolicLink(till.resolve("helper.py"), secret);
    assertThat(told(till))
        .singleElement()
        .asString()
        .contains("helper.py: this file lies outside of the lesson's folder");
  }

  @Test
  void aZipWhoseFilesWouldLieOutsideOfItIsRefused() throws Exception {
    for (String slip :
        List.of("../evil.py", "a/../../evil.py", "/evil.py", "..\\evil.py", "C:evil.py")) {
      Map<String, byte[]> entries = entries("", "till");
      entries.put(slip, new byte[0]);
      assertThat(told(zip("slip.zip", entries)))
          .as(slip)
          .singleElement()
          .asString()
          .contains("would lie outside of it: " + slip);
    }
  }

  @Test
  void aFileThatIsTooLargeIsReadNoFurtherThanThat() throws Exception {
    Map<String, byte[]> entries = entries("", "till");
    entries.put("zeros.py", new byte[64 << 20]); // 64 kB in the zip
    assertThat(told(zip("bomb.zip", entries)))
        .singleElement()
        .asString()
        .contains("zeros.py: this file is larger than 256 kB");
    for (int i = 0; i < 120; i++) {
      entries.put("f" + i + ".py", new byte[0]);
    }
    entries.remove("zeros.py");
    assertThat(told(zip("many.zip", entries)))
        .singleElement()
        .asString()
        .contains("a lesson has at most 100 files");
    for (int i = 0; i < 90; i++) {
      entries.put("f" + i + ".py", new byte[200 << 10]);
      entries.remove("f" + (i + 90) + ".py");
    }
    assertThat(told(zip("large.zip", entries)))
        .singleElement()
        .asString()
        .contains("the lesson is larger than 2 MB");
  }

  @Test
  void whatIsNoZipOrNoTextIsSaid() throws Exception {
    Path none = Files.writeString(course.resolve("none.zip"), "no zip at all");
    assertThat(told(none)).singleElement().asString().contains("this is no zip");
    Path torn = zip("torn.zip", Map.of("a.txt", new byte[0]));
    byte[] bytes = Files.readAllBytes(torn);
    bytes[bytes.length - 2] = 1; // the length of a comment
    Files.write(torn, bytes);
    assertThat(told(torn)).singleElement().asString().contains("no zip: its end is missing");
    assertThat(told(zip("empty.zip", Map.of("a.txt", new byte[0]))))
        .singleElement()
        .asString()
        .contains("there is no lesson in this zip");
    assertThat(told(course.resolve("nowhere")))
        .singleElement()
        .asString()
        .contains("there is no such folder or zip");
    Path till = lesson(course, "till");
    Files.write(till.resolve("zh.toml"), "title = \"两\"".getBytes(StandardCharsets.UTF_16));
    assertThat(told(till)).singleElement().asString().contains("zh.toml: this is no text in UTF-8");
  }

  @Test
  void whatItsProgramsReadIsPartOfALessonInAFolderAndInAZip() throws Exception {
    Path till = lesson(course, "till");
    String named = "data = [\"prices/begin.csv\"]\n";
    Files.writeString(
        till.resolve("lesson.toml"), named + Files.readString(till.resolve("lesson.toml")));
    assertThat(told(till))
        .containsExactly(
            till.resolve("lesson.toml") + ":1: there is no file “prices/begin.csv” in this folder");
    byte[] bytes = {(byte) 0xff, 0, 7}; // no text
    Files.createDirectory(till.resolve("prices"));
    Files.write(till.resolve("prices/begin.csv"), bytes);
    Files.write(till.resolve("unread.bin"), new byte[LessonTexts.LARGEST + 1]);
    Scenario found = LessonPlace.read(till).getFirst().lesson().orElseThrow();
    assertThat(found.data().files())
        .containsExactly(Map.entry("prices/begin.csv", ByteBuffer.wrap(bytes)));
    found.data().layOut(course.resolve("out"));
    assertThat(course.resolve("out/prices/begin.csv")).hasBinaryContent(bytes);
    Map<String, byte[]> entries = entries("tills/", "till");
    entries.put("tills/lesson.toml", Files.readAllBytes(till.resolve("lesson.toml")));
    entries.put("tills/prices/begin.csv", bytes);
    FoundLesson zipped = LessonPlace.read(zip("tills.zip", entries)).getFirst();
    assertThat(zipped.lesson().orElseThrow().data()).isEqualTo(found.data());
    Files.write(till.resolve("prices/begin.csv"), new byte[] {1});
    Scenario changed = LessonPlace.read(till).getFirst().lesson().orElseThrow();
    assertThat(changed.origin().check()).isNotEqualTo(found.origin().check());
  }

  @Test
  void dataThatLeadOutOfTheFolderOrAreProgramsAreRefused() throws Exception {
    Path till = lesson(course, "till");
    Path file = till.resolve("lesson.toml");
    String text = Files.readString(file);
    for (String name : List.of("../a.csv", "/etc/passwd", "a/../../b.csv", ".hidden", "more.py")) {
      Files.writeString(file, "data = ['" + name + "']\n" + text);
      assertThat(told(till))
          .singleElement()
          .asString()
          .contains("lesson.toml:1: “" + name + "” cannot be data of a lesson");
    }
    Files.writeString(file, "data = ['a.csv']\n" + text);
    Files.createSymbolicLink(
        till.resolve("a.csv"), Files.writeString(course.resolve("b.csv"), "1"));
    assertThat(told(till)).singleElement().asString().contains("outside of the lesson's folder");
  }

  @Test
  void aFolderThatMayComeToBeThereIsTakenUpWhenItIsThere() throws Exception {
    Path later = course.resolve("later");
    Catalogue.lookIn(List.of(), List.of(later));
    assertThat(Catalogue.places()).containsExactly(later);
    assertThat(Catalogue.find("till")).isEmpty();
    assertThat(Catalogue.refused()).isEmpty();
    assertThat(Catalogue.refresh()).isFalse();
    lesson(later, "till");
    assertThat(Catalogue.refresh()).isTrue();
    assertThat(Catalogue.find("till")).isPresent();
  }

  @Test
  void ofTwoLessonsOfOneIdTheLaterIsRefused() throws Exception {
    Path a = course.resolve("a");
    Path b = course.resolve("b");
    lesson(a, "till");
    lesson(b, "till");
    lesson(b, "deadlock");
    Catalogue.lookIn(List.of(a, b));
    assertThat(Catalogue.find("till").orElseThrow().origin().shelf()).isEqualTo("a");
    assertThat(Catalogue.find("deadlock").orElseThrow().origin().isOurs()).isTrue();
    assertThat(Catalogue.refused())
        .extracting(FoundLesson::told)
        .anyMatch(it -> it.contains("the id “till” is that of the lesson in " + a.resolve("till")))
        .anyMatch(it -> it.contains("the id “deadlock” is that of a lesson of Interleave"))
        .hasSize(2);
    assertThat(Catalogue.all()).hasSize(Catalogue.ours().size() + 1);
  }

  @Test
  void aChangedFileIsTakenUp() throws Exception {
    Path till = lesson(course, "till");
    Catalogue.lookIn(List.of(course));
    assertThat(Catalogue.find("till").orElseThrow().title()).isEqualTo("Two at one till");
    assertThat(Catalogue.refresh()).isFalse();
    Path words = till.resolve("en.toml");
    Files.writeString(
        words, Files.readString(words).replace("Two at one till", "Three at two tills"));
    assertThat(Catalogue.refresh()).isTrue();
    assertThat(Catalogue.find("till").orElseThrow().title()).isEqualTo("Three at two tills");
    Files.writeString(words, "title = ");
    assertThat(Catalogue.refresh()).isTrue();
    assertThat(Catalogue.find("till")).isEmpty();
    assertThat(Catalogue.refused())
        .singleElement()
        .satisfies(it -> assertThat(it.told()).contains("en.toml:1: a value must stand here"));
  }
}
