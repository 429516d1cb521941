package interleave.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import interleave.program.RunOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedTogetherTest {
  @TempDir Path folder;

  @Test
  void severalDumpsAreMomentsOfOneRecording() throws IOException {
    Path one = OpenedFiles.path("dump/jstack-le-17.txt");
    Path other =
        Files.writeString(
            folder.resolve("later.txt"), Files.readString(one).replace("20:29:45", "20:31:45"));
    Path together = OpenedTogether.of(List.of(one, other)).getFirst();
    assertThat(together.getFileName()).hasToString("jstack-le-17.txt and 1 more");
    assertThat(OpenedFiles.of(together).timeline().sightings().moments()).hasSize(2);
  }

  @Test
  void recordingsAreSeveralAndDumpsAmongThemOne() throws IOException {
    Path dump = OpenedFiles.path("dump/jstack-le-17.txt");
    Path later = OpenedFiles.path("dump/kill3-25.txt");
    Path trace = OpenedFiles.path("chrome/clang-14.json");
    Path calls = OpenedFiles.path("strace/c.strace");
    List<Path> found = OpenedTogether.of(List.of(dump, trace, later, calls));
    assertThat(found).hasSize(3).contains(trace, calls);
    assertThat(found.get(1).getFileName()).hasToString("jstack-le-17.txt and 1 more");
  }

  @Test
  void whatIsOpenedTogetherIsToldToLieWhereItsFirstFileIs() throws IOException {
    Path one = OpenedFiles.path("dump/jstack-le-17.txt");
    Path other = OpenedFiles.path("dump/kill3-25.txt");
    RunOrigin.Saved together =
        OpenedTogether.origin(OpenedTogether.of(List.of(one, other)).getFirst());
    assertThat(together.title()).isEqualTo("jstack-le-17.txt and 1 more");
    assertThat(together.summary()).isEqualTo("A recording: " + one.toAbsolutePath().getParent());
    assertThat(OpenedTogether.origin(one)).isEqualTo(new RunOrigin.Saved(one));
  }

  @Test
  void ofFilesOfWhichOneIsNoRecordingThatOneIsOpenedWhichSaysSo() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "nothing of ours");
    Path dump = OpenedFiles.path("dump/jstack-le-17.txt");
    Path gone = folder.resolve("gone.json");
    assertThat(OpenedTogether.of(List.of(dump, text))).containsExactly(text);
    assertThat(OpenedTogether.of(List.of(dump, gone))).containsExactly(gone);
    assertThat(OpenedTogether.of(List.of(dump))).containsExactly(dump);
  }
}
