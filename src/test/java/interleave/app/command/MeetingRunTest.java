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

/** The scenarios of semaphores, latches, barriers, conditions and forks, as they really run. */
class MeetingRunTest {
  @TempDir Path folder;

  private Map<String, Object> run(String... words) throws IOException {
    Path file = folder.resolve("run.json");
    List<String> line = new ArrayList<>(List.of("run", "--headless"));
    line.addAll(List.of(words));
    line.addAll(List.of("--summary", file.toString()));
    Said said = Said.by(line.toArray(String[]::new));
    assertThat(said.code()).as(said.err()).isZero();
    return JsonTree.summary(file);
  }

  private static Map<String, Object> named(Map<String, Object> summary, String name) {
    return list(summary, "synchronizers").stream()
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allCarsParkAndThePlacesAreFreeInTheEnd() throws IOException {
    Map<String, Object> run = run("semaphore", "-p", "cars=4", "places=2", "stay=0.02", "fair=on");
    assertThat(named(run, "places"))
        .containsEntry("kind", "semaphore")
        .containsEntry("total", 2L)
        .containsEntry("level", 2L);
    assertThat((long) named(run, "places").get("waits")).isPositive();
  }

  @Test
  void aRaceOpensItsBarrierOnceALapAndItsLatchesOnce() throws IOException {
    Map<String, Object> run = run("barrier-and-latch", "-p", "runners=3", "laps=2", "lap=0.02");
    assertThat(list(named(run, "lapEnd"), "openings")).hasSize(2);
    assertThat(list(named(run, "start"), "openings")).hasSize(1);
    Map<String, Object> finish = list(named(run, "finish"), "openings").getFirst();
    assertThat((long) finish.get("ns"))
        .isGreaterThan((long) list(named(run, "lapEnd"), "openings").getLast().get("ns"));
  }

  @Test
  void orderedForksFeedEveryPhilosopher() throws IOException {
    Map<String, Object> run =
        run("dining-philosophers", "-p", "strategy=ordered", "pause=0.01", "eating=0.01");
    assertThat(list(run, "deadlocks")).noneMatch(each -> each.get("resolved").equals(false));
    assertThat(list(run, "output"))
        .last()
        .extracting(each -> each.get("text"))
        .isEqualTo("All are full.");
    assertThat(list(run, "locks")).hasSize(5).allMatch(lock -> lock.get("acquires").equals(6L));
  }

  @Test
  void allItemsGoThroughTheBuffer() throws IOException {
    Map<String, Object> run = run("condition", "-p", "pairs=2", "items=5", "pause=0.01");
    assertThat(list(run, "output"))
        .last()
        .extracting(each -> each.get("text"))
        .isEqualTo("0 left in the buffer.");
  }

  @Test
  void whoeverReadsWithAStampedLockTakesItOnlyWhenSomebodyWrote() throws IOException {
    Map<String, Object> run =
        run("readers-writers", "-p", "lock=stamped", "writers=0", "rounds=2", "reading=0.01");
    assertThat(list(run, "locks")).allMatch(lock -> lock.get("acquires").equals(0L));
    assertThat(list(run, "output")).hasSize(4);
  }
}
