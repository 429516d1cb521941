package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
  @TempDir Path parent;

  @Test
  void eachFolderIsANewOneWithANameThatBeginsAsWanted() throws IOException {
    Path one = OwnerOnly.newFolder(parent, "run-");
    Path other = OwnerOnly.newFolder(parent, "run-");
    assertThat(one).isDirectory().hasParent(parent).isNotEqualTo(other);
    assertThat(other).isDirectory();
    assertThat(one.getFileName().toString()).matches("run-\\d+");
  }

  @Test
  void aFileIsEmptyAndHasItsEnding() throws IOException {
    Path file = OwnerOnly.newFile(parent, "pasted-", ".txt");
    assertThat(file).isEmptyFile().hasParent(parent);
    assertThat(file.getFileName().toString()).matches("pasted-\\d+\\.txt");
  }

  @Test
  void nobodyElseMayLookInto() throws IOException {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path folder = OwnerOnly.newFolder(parent, "run-");
    Path file = OwnerOnly.newFile(parent, "run-", "");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whereNothingCanBeMadeItSaysSoAndDoesNotTryForEver() {
    Path missing = parent.resolve("missing");
    assertThatThrownBy(() -> OwnerOnly.newFolder(missing, "run-"))
        .isInstanceOf(NoSuchFileException.class);
  }
}
