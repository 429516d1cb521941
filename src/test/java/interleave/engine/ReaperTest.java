package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Collected;
import interleave.event.Recording;
import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaperTest {
  @ParameterizedTest
  @ValueSource(strings = {"traced", "untraced"})
  void nothingOfARunOutlivesAnInterleaveThatIsKilled(String how) throws Exception {
    Process host =
        new ProcessBuilder(
                EngineTest.UNTRACED.java().toString(),
                "-Dinterleave.agent=" + System.getProperty("interleave.agent"),
                "-cp",
                System.getProperty("java.class.path"),
                "program.EngineHost",
                how)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path recording = null;
    try (BufferedReader output = host.inputReader()) {
      boolean ready = false;
      while (recording == null || !ready) {
        String line = output.readLine();
        assertThat(line).as("the engine's JVM goes on").isNotNull();
        if (line.startsWith("/")) {
          recording = Path.of(line);
        }
        ready |= line.equals("READY");
      }
      assertThat(Marked.processes(recording)).hasSize(3).anyMatch(each -> each.contains("sleep"));
      host.destroyForcibly().waitFor();
    }
    Path folder = recording;
    Await.until("all are gone", () -> Marked.processes(folder).isEmpty());
    Await.until("nobody uses it", () -> Recording.abandoned(folder).isPresent());
    Recording kept = Recording.open(folder);
    assertThat(Collected.of(kept).events).isNotEmpty();
    kept.delete();
  }

  @Test
  void atANormalEndTheReaperGoesQuietly() throws Exception {
    Run run = new Engine(EngineTest.UNTRACED).start(EngineTest.sh("exit 0"), 1 << 28);
    run.ended().get();
    run.keepRecording();
    run.close();
    Path folder = run.recording().folder();
    Await.until(
        "no shell watches over it",
        () ->
            ProcessHandle.allProcesses()
                .filter(ProcessTree::lives)
                .noneMatch(
                    each -> each.info().commandLine().orElse("").contains(folder.toString())));
    assertThat(folder).exists();
    run.recording().delete();
  }
}
