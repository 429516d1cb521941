package interleave.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.interleave");
  }

  @Test
  void onlyItsOwnerReadsWhatWasSavedWhateverWasThereBefore() throws IOException {
    write(file);
    assertThat(mode(file)).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    write(file);
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void whatIsNoRegularFileStaysAsItIs() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    refused(file);
    assertThat(Files.readAttributes(file, "isOther")).containsEntry("isOther", true);
    Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));
    refused(device);
    assertThat(device).isSymbolicLink();
    Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));
    refused(nowhere);
    assertThatThrownBy(() -> write(folder)).hasMessageContaining("is a folder");
    assertThat(Files.list(folder)).containsExactlyInAnyOrder(file, device, nowhere);
  }

  @Test
  void whatSomebodyHasOpenIsNotReplaced() throws IOException {
    try (var open = new java.io.FileOutputStream(file.toFile())) {
      refused(Path.of("/dev/stdin"));
      try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
        Path own = descriptors.filter(it -> leadsTo(it, file)).findFirst().orElseThrow();
        refused(own);
        refused(Path.of("/dev/fd").resolve(own.getFileName()));
        refused(Files.createSymbolicLink(folder.resolve("out"), own));
      }
      open.flush();
    }
    assertThat(file).isEmptyFile();
  }

  private static boolean leadsTo(Path descriptor, Path file) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void whereTheDiskIsFullIsSaidWithHowMuchIsFreeAndTheOldFileStays() throws IOException {
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    _ -> {
                      throw new IOException("No space left on device");
                    }))
        .hasMessageStartingWith("There is no room for it in " + folder)
        .hasMessageContaining("B are free")
        .hasMessageContaining("elsewhere");
    assertThat(file).hasContent("old");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void aLinkToAFileStaysOne() throws IOException {
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    write(link);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  private static void refused(Path file) {
    assertThatThrownBy(() -> write(file)).hasMessageContaining("is no regular file");
  }

  private static void write(Path file) throws IOException {
    WholeFile.write(file, out -> out.write("new".getBytes(UTF_8)));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
