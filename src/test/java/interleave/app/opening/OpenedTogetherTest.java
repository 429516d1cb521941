package interleave.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
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
    Path together = OpenedTogether.of(List.of(one, other));
    assertThat(together.getFileName()).hasToString("jstack-le-17.txt and 1 more");
    assertThat(OpenedFiles.of(together).timeline().sightings().moments()).hasSize(2);
  }

  @Test
  void whatAreNoPartsIsOpenedOneByOne() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "nothing of ours");
    Path dump = OpenedFiles.path("dump/jstack-le-17.txt");
    assertThat(OpenedTogether.of(List.of(text, dump))).isEqualTo(text);
    assertThat(OpenedTogether.of(List.of(dump))).isEqualTo(dump);
  }
}
