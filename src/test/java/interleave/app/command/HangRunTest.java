package interleave.app.command;

import static interleave.app.command.JsonTree.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that hang for ever, and one that does not, as they really run. */
class HangRunTest {
  private static final String SCRIPTS = "src/test/resources/python/";

  @TempDir Path folder;

  private Said run(String... words) {
    List<String> line = new ArrayList<>(List.of("run", "--headless", "--stop-deadlocked"));
    line.addAll(List.of("--timeout", "120", "--summary", summary().toString()));
    line.addAll(List.of(words));
    return Said.by(line.toArray(String[]::new));
  }

  private Path summary() {
    return folder.resolve("run.json");
  }

  private Map<String, Object> deadlock() throws IOException {
    List<Map<String, Object>> all = list(JsonTree.summary(summary()), "deadlocks");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aDeadlockWithinTheJdksOwnCodeIsNamedAsTheJvmNamesIt() throws IOException {
    Said said = run("-cp", "target/test-classes", "foreign.Bins");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DEADLOCKED);
    assertThat(said.err())
        .containsOnlyOnce("A deadlock: ")
        .contains("waits for monitor ConcurrentHashMap ", "None of them can go on.");
    assertThat(deadlock()).containsEntry("kind", "for_ever").containsEntry("resolved", false);
  }

  @Test
  void aLatchThatNobodyIsLeftToCountDownIsNamed() throws IOException {
    Said said = run("-cp", "target/test-classes", "foreign.Unopened");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DEADLOCKED);
    assertThat(said.err())
        .containsOnlyOnce("Everyone waits, nothing is left to wake them: ")
        .contains("pool-1-thread-1 waits for latch ", "1 left to count down");
    assertThat(deadlock()).containsEntry("kind", "everyone");
    assertThat(list(deadlock(), "members")).hasSize(2);
  }

  @Test
  void whoJoinsAQueueOfWhichNothingIsToldToBeDoneIsNamed() throws IOException {
    Said said = run(SCRIPTS + "unfinished.py");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DEADLOCKED);
    assertThat(said.err())
        .contains(
            "Everyone waits, nothing is left to wake them: ",
            "MainThread waits in join of a queue, 1 left to be told done",
            "worker waits for something to come in queue orders");
  }

  @Test
  void aLockThatASignalHandlerReleasesIsNoDeadlock() {
    Said said = run(SCRIPTS + "signals_by_lock.py");
    assertThat(said).isEqualTo(new Said(0, "done\n", ""));
  }
}
