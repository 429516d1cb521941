package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.exchange.KnownFormats;
import interleave.file.Progress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
  @TempDir Path folder;

  @Test
  void aMissingRecordingIsMissingOnce() {
    Path file = folder.resolve("run.interleave");
    Throwable missing = catchThrowable(() -> KnownFormats.ALL.open(file, Progress.UNHEARD));
    assertThat(Errors.sentence(missing))
        .isEqualTo("There is no file " + file + ": check the path.");
  }

  @Test
  void aMissingFileOfTheSystemsIsToldInASentence() {
    assertThat(Errors.sentence(new NoSuchFileException("notes.txt")))
        .isEqualTo("There is no file notes.txt.");
  }

  @Test
  void anExceptionWithoutWordsIsNamed() {
    assertThat(Errors.sentence(new IllegalStateException())).isEqualTo("IllegalStateException.");
  }
}
