package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.Alone;
import interleave.engine.Await;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an Interleave leaves that is killed, and what becomes of it. */
@Alone
class KilledInterleaveTest {
  @TempDir Path folder;

  @Test
  void whatAKilledInterleaveLeftIsOfferedSavedAndGone() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    Process interleave = InterruptionTest.behaving(place, "busy");
    try (BufferedReader output = interleave.inputReader()) {
      assertThat(output.readLine()).isEqualTo("READY");
      String before = System.setProperty("java.io.tmpdir", place.toString());
      try {
        assertThat(Said.by("recover").out()).isEqualTo("No recording was left behind.\n");
        List<ProcessHandle> tree = interleave.toHandle().descendants().toList();
        interleave.destroyForcibly().waitFor();
        Await.until("nothing of it runs", () -> tree.stream().noneMatch(ProcessHandle::isAlive));
        recovered(place);
      } finally {
        System.setProperty("java.io.tmpdir", before);
      }
    }
    assertThat(place).isEmptyDirectory();
  }

  private void recovered(Path place) {
    String file = folder.resolve("saved.interleave").toString();
    assertThat(Said.with("run", "--headless", "thread").err())
        .startsWith("interleave: 1 recording of a run that was cut short lies in " + place);
    assertThat(Said.with("run", "--headless", "thread").err()).isEmpty();
    assertThat(Said.by("recover").out()).contains("program.Behaving", place.toString());
    assertThat(Said.by("recover", "open", "1").out()).contains("lost        0");
    assertThat(Said.by("recover", "delete", "2").code()).isEqualTo(2);
    assertThat(Said.by("recover", "save", "1", "/dev/null").err()).contains("no regular file");
    assertThat(Said.by("recover", "save", "1", file).code()).isZero();
    assertThat(Said.by("info", file).out()).contains("program.Behaving");
    assertThat(Said.by("recover", "delete", "all").out()).startsWith("0 recordings were deleted");
  }
}
