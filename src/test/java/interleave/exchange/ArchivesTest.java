package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that hold more than can be shown at once. */
class ArchivesTest {
  @TempDir Path folder;

  private Path archive(String... names) throws IOException {
    Path file = folder.resolve("several.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("folder/"));
      for (String name : names) {
        zip.putNextEntry(new ZipEntry("folder/" + name.substring(name.indexOf('/') + 1)));
        zip.write(Files.readAllBytes(OpenedFiles.path(name)));
      }
    }
    return file;
  }

  @Test
  void filesOfOtherFormatsThanTheOneThatIsShownAreNamed() throws IOException {
    OpenedFiles opened = OpenedFiles.of(archive("chrome/clang-14.json", "strace/c.strace"));
    assertThat(opened.timeline().lanes()).hasSize(71);
    assertThat(opened.problems())
        .contains(
            "Of what the archive holds folder/clang-14.json is shown, and 1 more (first"
                + " folder/c.strace) left out: unpack it, and open them one by one.");
  }

  @Test
  void whatIsNoDumpIsNamedWhereDumpsAreShownTogether() throws IOException {
    OpenedFiles opened =
        OpenedFiles.of(
            archive("dump/jstack-le-17.txt", "dump/kill3-25.txt", "chrome/clang-14.json"));
    assertThat(opened.timeline().sightings().moments()).hasSize(3);
    assertThat(opened.problems())
        .contains(
            "One more file lies in the archive (folder/clang-14.json) and is not shown: unpack it,"
                + " and open them one by one.");
  }

  @Test
  void anArchiveWithNothingElseSaysNothingOfThat() throws IOException {
    OpenedFiles opened = OpenedFiles.of(archive("dump/jstack-le-17.txt"));
    assertThat(opened.problems()).isEmpty();
  }

  @Test
  void anArchiveThatIsCutOffSaysSo() throws IOException {
    Path whole = archive("chrome/clang-14.json", "strace/c.strace");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    OpenedFiles opened = OpenedFiles.of(cut);
    assertThat(opened.timeline().lanes()).hasSize(71);
    assertThat(opened.problems())
        .contains("The archive is cut off: only the first file in it is shown.");
  }
}
