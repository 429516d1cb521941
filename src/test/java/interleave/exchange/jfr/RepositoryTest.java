package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import interleave.timeline.CounterTrack;
import interleave.timeline.ThreadLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder in which a JVM keeps its chunks, each in a file of its own. */
class RepositoryTest {
  @TempDir Path folder;

  /** Where chunks begin. */
  private static List<byte[]> chunks(byte[] flight) {
    List<byte[]> chunks = new ArrayList<>();
    int at = 0;
    while (at < flight.length) {
      ChunkHead head = ChunkHead.of(flight, at, flight.length - at, at).orElseThrow();
      chunks.add(Arrays.copyOfRange(flight, at, at + (int) head.size()));
      at += (int) head.size();
    }
    return chunks;
  }

  @Test
  void aFolderOfChunksIsOneRecordingWhateverTheirNames() throws IOException {
    byte[] flight = FlightFiles.bytes("chunks-17");
    List<byte[]> chunks = chunks(flight);
    assertThat(chunks).hasSizeGreaterThan(1);
    for (int i = 0; i < chunks.size(); i++) {
      Files.write(folder.resolve("2026_11_%02d.jfr".formatted(90 - i)), chunks.get(i));
    }
    Files.writeString(folder.resolve("notes.txt"), "of something else");
    OpenedFiles of = OpenedFiles.of(folder);
    Path file = Files.write(Files.createTempFile("whole", ".jfr"), flight);
    OpenedFiles whole = OpenedFiles.of(file);
    Files.delete(file);
    assertThat(of.timeline().lanes())
        .extracting(ThreadLane::name)
        .isEqualTo(whole.timeline().lanes().stream().map(ThreadLane::name).toList());
    assertThat(of.timeline().now() - of.timeline().start())
        .isEqualTo(whole.timeline().now() - whole.timeline().start());
    assertThat(of.problems()).isEqualTo(whole.problems());
  }

  @Test
  void whatThreadsAllocatedIsACounterThatGrows() throws IOException {
    Path file = Files.write(folder.resolve("p.jfr"), FlightFiles.bytes("profiled-25"));
    OpenedFiles opened = OpenedFiles.of(file);
    List<CounterTrack> allocated =
        opened.timeline().counterTracks().stream()
            .filter(each -> each.name().endsWith(": allocated (sampled), bytes"))
            .toList();
    assertThat(allocated).isNotEmpty();
    int samples = 0;
    for (CounterTrack each : allocated) {
      samples += each.size();
      for (int i = 1; i < each.size(); i++) {
        assertThat(each.value(i)).isGreaterThan(each.value(i - 1));
      }
    }
    assertThat(samples).isEqualTo(87); // as the JDK's own tool counts
    assertThat(opened.problems()).noneMatch(each -> each.contains("ObjectAllocation"));
  }
}
