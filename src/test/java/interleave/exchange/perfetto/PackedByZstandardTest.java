package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import interleave.exchange.perfetto.zstd.Zstandard;
import interleave.timeline.ThreadLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets that are packed by Zstandard. */
class PackedByZstandardTest {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/exchange/perfetto");

  @Test
  void packetsTellTheSameHoweverTheyArePacked() throws IOException {
    ToldTrace plain = ToldTrace.of(FOLDER.resolve("sched-compact.pftrace"));
    ToldTrace packed = ToldTrace.of(FOLDER.resolve("sched-zstd.pftrace"));
    assertThat(packed.problems).isEqualTo(plain.problems);
    assertThat(packed.threads).isEqualTo(plain.threads);
    OpenedFiles one = OpenedFiles.of(FOLDER.resolve("sched-compact.pftrace"));
    OpenedFiles other = OpenedFiles.of(FOLDER.resolve("sched-zstd.pftrace"));
    assertThat(other.timeline().counters().events()).isEqualTo(one.timeline().counters().events());
    for (ThreadLane lane : one.timeline().lanes()) {
      assertThat(other.timeline().lanes().get(lane.index()).spans().size())
          .isEqualTo(lane.spans().size());
    }
  }

  @Test
  void aFrameOfEachSortOfBlockIsUnpacked() {
    assertUnpacks("28b52ffd2401090000615b6e8ca9", "a");
    assertUnpacks("28b52ffd240001000099e9d851", "");
    assertUnpacks("28b52ffd6458014d0000106162010053aa1c16ed6bfded", "ab".repeat(300)); // by a copy
    assertUnpacks("28b52ffd00584d00001000000100272ac002", "\0".repeat(300)); // of one byte
  }

  private static void assertUnpacks(String hex, String text) {
    byte[] packed = HexFormat.of().parseHex(hex);
    Zstandard unpacked = new Zstandard(1 << 20);
    assertThat(unpacked.unpack(packed, 0, packed.length)).as(text).isTrue();
    assertThat(new String(unpacked.bytes(), 0, unpacked.size())).isEqualTo(text);
  }

  @Test
  void whateverTheBytesAreItIsSaidThatTheyAreDamagedAndNotMoreUnpackedThanAllowed()
      throws IOException {
    byte[] packed = Files.readAllBytes(FOLDER.resolve("sched-zstd.pftrace"));
    Random random = new Random(8878);
    Zstandard unpacked = new Zstandard(1 << 16);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = packed.clone();
      for (int n = random.nextInt(1, 9); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      unpacked.unpack(damaged, 8, damaged.length);
      assertThat(unpacked.size()).isLessThanOrEqualTo(1 << 16);
    }
  }
}
