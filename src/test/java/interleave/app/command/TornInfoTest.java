package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.file.TornTimelineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornInfoTest {
  @TempDir Path folder;

  @Test
  void whatIsWrongWithAFileThatWasCutIsToldOnceAndAsAProblem() throws IOException {
    Path file = folder.resolve("run.interleave");
    TornTimelineTest.save(folder, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    Said info = Said.by("info", file.toString());
    assertThat(info.code()).isZero();
    assertThat(info.out()).containsOnlyOnce("ends too early").containsPattern("problem +The file");
    Said json = Said.by("info", "--json", file.toString());
    assertThat(json.out()).containsOnlyOnce("ends too early");
  }
}
