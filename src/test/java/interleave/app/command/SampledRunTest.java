package interleave.app.command;

import static interleave.app.command.JsonTree.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where time goes in a Java program, by the JVM's own samples; told on the command line. */
class SampledRunTest {
  private static final String SHARES = "src/test/resources/java/Shares.java";

  @TempDir Path folder;

  @Test
  void aProgramWithAFlightRecordingOfItsOwnIsSampledAndIsAsItWas() throws IOException {
    Path file = folder.resolve("run.json");
    Path saved = folder.resolve("run.interleave");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Said said =
        Said.by(
            "run",
            "--headless",
            "--samples=5",
            "-J",
            "-Djava.io.tmpdir=" + temporary,
            "--summary",
            file.toString(),
            "--record",
            saved.toString(),
            SHARES);
    assertThat(said.code()).as(said.err()).isEqualTo(5);
    assertThat(said.out()).isEqualTo("7\n");
    assertThat(said.err()).isEmpty();
    assertThat(temporary).isEmptyDirectory(); // where JFR keeps what it records, as a rule
    Map<String, Object> summary = JsonTree.summary(file);
    assertThat(summary.get("notes")).isEqualTo(List.of());
    Map<String, Object> samples = JsonTree.map(summary, "samples");
    assertThat(samples).containsEntry("interval_ns", 5_000_000L);
    long slow = self(samples, "Shares.slow");
    assertThat(slow).isGreaterThan(self(samples, "Shares.fast")).isGreaterThan(3);
    assertThat(list(samples, "functions"))
        .filteredOn(each -> each.get("name").equals("Shares.slow"))
        .allSatisfy(
            each -> {
              assertThat(each).containsEntry("file", "Shares.java");
              assertThat((long) each.get("line")).isBetween(18L, 19L);
            });
    Said told = Said.by("info", saved.toString());
    assertThat(told.out()).contains("Shares.slow").contains("samples of running threads");
  }

  private static long self(Map<String, Object> samples, String name) {
    return list(samples, "functions").stream()
        .filter(each -> each.get("name").equals(name))
        .mapToLong(each -> (long) each.get("self"))
        .sum();
  }

  @Test
  void anIntervalIsInMilliseconds() {
    assertThat(RunTime.interval("")).isEqualTo(10_000_000);
    assertThat(RunTime.interval("2.5")).isEqualTo(2_500_000);
    assertThat(RunTime.interval("20ms")).isEqualTo(20_000_000);
    assertThat(RunTime.isInterval("race.py")).isFalse();
    Said said = Said.by("run", "--headless", "--samples=5000", "lock-and-lost-updates");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--samples takes milliseconds from 1 to 1000");
  }
}
