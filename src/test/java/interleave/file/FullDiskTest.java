package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path folder;

  @Test
  void aTemporaryFolderThatIsNotThereIsNamedWithWhatToDo() {
    Path nowhere = folder.resolve("nowhere");
    IOException said = new NoSuchFileException(nowhere.resolve("interleave-7").toString());
    assertThat(FullDisk.told("full.opening", said, nowhere))
        .hasMessage(
            "Nothing can be written in the temporary folder "
                + nowhere
                + ", where it is unpacked: make the folder, allow it there, or name another one"
                + " with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER.")
        .hasCause(said);
  }

  @Test
  void whereAFolderMayNotBeWrittenToThatIsSaid() {
    Path nobodys = folder.resolve("none");
    IOException said = new AccessDeniedException(nobodys.resolve("x.json").toString());
    assertThat(FullDisk.told("full.saving", said, nobodys))
        .hasMessageStartingWith("Nothing can be written in the folder " + nobodys + ": ");
  }

  @Test
  void whatIsFullIsFullWhateverElse() {
    IOException said = new FileSystemException("x", null, "No space left on device");
    assertThat(FullDisk.told("full.opening", said, folder))
        .hasMessageStartingWith("There is no room to unpack it in " + folder);
  }

  @Test
  void whatHasToDoWithAnotherFileStaysAsItIs() {
    IOException said = new NoSuchFileException("trace.json");
    assertThat(FullDisk.told("full.opening", said, folder)).isSameAs(said);
  }
}
