package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThreadLane;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cut off or damaged ends in a sentence with the place, and what was read is kept. */
class DamagedFlightTest {
  private static final int PLACES = 200;

  @TempDir Path folder;

  /** How many waits are shown of it; -1 where it ends in a sentence. */
  private long waits(byte[] bytes) throws IOException {
    try (OpenedRecording opened = FlightFiles.open(folder, bytes)) {
      Heard heard = Heard.of(opened);
      return heard.count(EventKind.LOCK_REQUEST) + heard.count(EventKind.PARK_BEGIN);
    } catch (IOException e) {
      assertThat(e.getMessage()).endsWith(".").containsAnyOf("byte", "flight recording");
      return -1;
    }
  }

  @Test
  void ofAFileThatIsCutOffAnywhereAllIsShownUpToThere() throws IOException {
    byte[] whole = FlightFiles.bytes("open-25");
    long before = -1;
    for (int i = 1; i <= PLACES; i++) {
      long found = waits(Arrays.copyOf(whole, (int) ((long) whole.length * i / PLACES)));
      assertThat(found).as("cut at %d of %d", i, PLACES).isGreaterThanOrEqualTo(before);
      before = found;
    }
    assertThat(before).isGreaterThan(60);
  }

  /** They have no number of Java's: the key of a chunk is another. */
  @Test
  void threadsWhoseNamesLieBehindTheCutAreCalledUnnamed() throws IOException {
    byte[] whole = FlightFiles.bytes("open-25");
    byte[] cut = Arrays.copyOf(whole, whole.length * 9 / 10);
    try (OpenedRecording opened = FlightFiles.open(folder, cut)) {
      assertThat(LiveTimeline.load(opened.recording()).lanes())
          .extracting(ThreadLane::name)
          .contains("main")
          .filteredOn(each -> each.contains("27") || each.contains("named"))
          .containsExactlyInAnyOrder(
              "unnamed thread (key 25)",
              "unnamed thread (key 26)",
              "unnamed thread (key 27)",
              "unnamed thread (key 28)");
    }
  }

  @Test
  void theLastChunkMayEndAnywhere() throws IOException {
    byte[] whole = FlightFiles.bytes("chunks-17");
    int first = (int) ByteBuffer.wrap(whole).getLong(8);
    long ofFirst = waits(Arrays.copyOf(whole, first));
    assertThat(ofFirst).isPositive();
    for (int i = 1; i < 20; i++) {
      int cut = first + (whole.length - first) * i / 20;
      try (OpenedRecording opened = FlightFiles.open(folder, Arrays.copyOf(whole, cut))) {
        Heard heard = Heard.of(opened);
        assertThat(heard.processes).hasSize(1);
        assertThat(heard.count(EventKind.LOCK_REQUEST) + heard.count(EventKind.PARK_BEGIN))
            .isGreaterThanOrEqualTo(ofFirst);
        assertThat(opened.problems()).anyMatch(each -> each.contains("cut off or damaged at byte"));
      }
    }
  }

  @Test
  void afterADamagedChunkTheNextIsFound() throws IOException {
    byte[] bytes = FlightFiles.bytes("chunks-17");
    int first = (int) ByteBuffer.wrap(bytes).getLong(8);
    long all = waits(bytes);
    Arrays.fill(bytes, 0, 200, (byte) 0x55);
    try (OpenedRecording opened = FlightFiles.open(folder, bytes)) {
      Heard heard = Heard.of(opened);
      assertThat(heard.count(EventKind.LOCK_REQUEST) + heard.count(EventKind.PARK_BEGIN))
          .isBetween(1L, all - 1);
      assertThat(opened.problems())
          .contains(
              "From byte 0 to "
                  + first
                  + " there is nothing that is a part of a flight recording: that was left out.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "virtual-25", "profiled-25", "dumps-25"})
  void whateverIsInItItEndsInASentenceOrIsShown(String name) throws IOException {
    byte[] whole = FlightFiles.bytes(name);
    Random random = new Random(name.hashCode());
    int shown = 0;
    for (int i = 0; i < 60; i++) {
      byte[] damaged = whole.clone();
      for (int hits = 1 << random.nextInt(8); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      shown += waits(damaged) >= 0 ? 1 : 0;
    }
    assertThat(shown).isPositive();
  }

  @Test
  void nothingButAHeadIsNoRecording() {
    byte[] head = Arrays.copyOf(FlightFiles.bytes("open-25"), 68);
    assertThatThrownBy(() -> FlightFiles.open(folder, head))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("byte 0 ends before it says what its events are");
    assertThatThrownBy(() -> FlightFiles.open(folder, Arrays.copyOf(head, 30)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing that is a part of a flight recording");
  }

  @Test
  void aRecordingOfBeforeJdk9IsNamedAsWhatItIs() {
    byte[] old = FlightFiles.bytes("profiled-25");
    old[5] = 1;
    assertThatThrownBy(() -> FlightFiles.open(folder, old))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("JDK 8");
  }

  @Test
  void openingCanBeCancelled() throws IOException {
    Path file = FlightFiles.file(folder, repeated(FlightFiles.bytes("waits-25"), 20));
    Progress progress = (_, _) -> false;
    assertThatThrownBy(() -> new JfrFormat().open(file, progress))
        .isInstanceOf(CancellationException.class);
  }

  private static byte[] repeated(byte[] bytes, int times) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length * times);
    for (int i = 0; i < times; i++) {
      all.put(bytes);
    }
    return all.array();
  }

  @Test
  void itIsKnownByItsFirstBytes() {
    JfrFormat format = new JfrFormat();
    assertThat(format.begins(FlightFiles.bytes("waits-17"))).isTrue();
    assertThat(List.of("FLR", "FLRX", "{}"))
        .noneMatch(each -> format.begins(each.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
