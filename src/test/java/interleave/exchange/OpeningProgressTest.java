package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of opening files of other tools: it moves forward, once, and can be ended. */
class OpeningProgressTest {
  @TempDir Path folder;

  private static List<Double> heard(List<Path> files) throws IOException {
    List<Double> heard = new ArrayList<>();
    Progress progress = (done, total) -> heard.add((double) done / total);
    try (OpenedRecording opened =
        files.size() == 1
            ? KnownFormats.ALL.open(files.getFirst(), progress)
            : KnownFormats.ALL.open(files, progress)) {
      assertThat(opened.manifest().title()).isNotEmpty();
    }
    return heard;
  }

  private static void assertForward(List<Double> heard) {
    assertThat(heard).hasSizeGreaterThan(1).isSorted();
    assertThat(heard.getLast()).isBetween(0.8, 1.0);
  }

  private Path packed(Path file) throws IOException {
    Path packed = folder.resolve(file.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(file, out);
    }
    return packed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chrome/go-1.19.json",
        "perfetto/sched-zstd.pftrace",
        "jfr/waits-25.jfr.gz",
        "dump/jstack-le-17.txt",
        "dump/dump-to-file-25.json",
        "dump/pyspy-3.13.json",
        "strace/go.strace"
      })
  void itMovesForwardFromBeginToEnd(String name) throws IOException {
    Path file = OpenedFiles.path(name);
    assertForward(heard(List.of(file)));
    if (!name.endsWith(".gz")) {
      assertForward(heard(List.of(packed(file))));
    }
  }

  @Test
  void ofSeveralDumpsEachIsAShare() throws IOException {
    Path first = OpenedFiles.path("dump/jstack-le-17.txt");
    Path copy = Files.copy(first, folder.resolve("again.txt"));
    Path third = Files.copy(first, folder.resolve("third.txt"));
    List<Double> heard = heard(List.of(first, copy, third));
    assertForward(heard);
    assertThat(heard).anyMatch(it -> it > 0.25 && it < 0.35).anyMatch(it -> it > 0.55 && it < 0.65);
  }

  @Test
  void filesThatAreReadAtOnceAreHeardOfTogether() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(OpenedFiles.path("strace/ff"))) {
      files = all.sorted().toList();
    }
    List<Double> heard = heard(files);
    assertForward(heard);
    assertThat(heard).anyMatch(it -> it > 0.02 && it < 0.3);
  }

  @Test
  void aDumpInJsonThatIsLargeIsHeardOfAndEndedWhileItIsRead() throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("{'threadDump': {'processId': '7', 'threadContainers': [{'threads': [");
    for (int i = 1; i <= 3000; i++) {
      text.append(i == 1 ? "" : ",").append("{'tid': '").append(i);
      text.append("', 'name': 'v").append(i).append("', 'stack': ['Main.run(Main.java:3)']}");
    }
    String json = text.append("]}]}}").toString().replace('\'', '"');
    Path file = Files.writeString(folder.resolve("large.json"), json);
    List<Double> heard = heard(List.of(file));
    assertForward(heard);
    assertThat(heard.stream().filter(it -> it > 0.1 && it < 0.8).count()).isGreaterThan(10);
    assertThat(heard.stream().filter(it -> it > 0.89).count())
        .as("while its threads are written")
        .isGreaterThan(10);
    assertThatThrownBy(() -> KnownFormats.ALL.open(file, (done, total) -> done < total / 3))
        .isInstanceOf(CancellationException.class);
  }
}
