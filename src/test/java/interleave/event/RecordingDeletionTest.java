package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingDeletionTest {
  @TempDir Path folder;

  @Test
  void whoLaysALockIntoTheFolderMeanwhileIsNoFailure() throws Exception {
    for (int i = 0; i < 200; i++) {
      Recording recording = Recording.createIn(folder, 1 << 20);
      Path lock = recording.folder().resolve(UseLock.FILE);
      Thread other = new Thread(() -> layAnew(lock));
      other.start();
      recording.delete();
      other.join();
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** As whoever looks for what was left over, at the moment when nobody has it any more. */
  private static void layAnew(Path lock) {
    while (Files.exists(lock)) {
      Thread.onSpinWait();
    }
    try {
      Files.createFile(lock);
    } catch (IOException e) {
      // The folder is gone already.
    }
  }
}
