package interleave.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import interleave.program.RunOrigin;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PastedTextTest {
  @Test
  void aThreadDumpThatWasCopiedIsOpenedAsAFileOfItWouldBe() throws IOException {
    String dump = Files.readString(OpenedFiles.path("dump/jstack-le-17.txt"));
    RunOrigin origin = PastedText.of(dump).orElseThrow();
    assertThat(origin.title()).startsWith("Pasted at ");
    RunOrigin.Saved saved = (RunOrigin.Saved) origin;
    assertThat(OpenedFiles.of(saved.file()).timeline().sightings().size()).isEqualTo(28);
    Files.delete(saved.file());
  }

  @Test
  void anyOtherTextIsNotOpened() throws IOException {
    assertThat(PastedText.of("")).isEmpty();
    assertThat(PastedText.of("at eleven we meet")).isEmpty();
  }
}
