package interleave.exchange.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.OpenedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDumpTest {
  private static final List<String> REAL =
      List.of(
          "dump/jstack-le-17.txt",
          "dump/dump-to-file-25.txt",
          "dump/dump-to-file-25.json",
          "dump/faulthandler-3.6.txt",
          "dump/pyspy-3.13.txt",
          "dump/pyspy-3.13.json");

  @TempDir Path folder;

  /** Damaged bytes, and files that end anywhere, end in a sentence or in what is left. */
  @Test
  void whatIsDamagedIsShownAsFarAsItGoesOrRefused() throws IOException {
    Random random = new Random(7);
    int opened = 0;
    for (int round = 0; round < 120; round++) {
      byte[] bytes = Files.readAllBytes(OpenedFiles.path(REAL.get(round % REAL.size())));
      for (int i = 0; i < 1 + round % 20; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] part = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      Path file = Files.write(folder.resolve("damaged" + round + ".txt"), part);
      try {
        OpenedFiles.of(file);
        opened++;
      } catch (IOException e) {
        assertThat(e).hasMessageContaining(" ");
      }
    }
    assertThat(opened).isGreaterThan(60);
  }

  @Test
  void aJsonThatIsCutOffTellsTheLine() throws IOException {
    String text = Files.readString(OpenedFiles.path("dump/dump-to-file-25.json"));
    OpenedFiles opened = OpenedFiles.text(folder, "cut.json", text.substring(0, 6000));
    assertThat(opened.timeline().sightings().size()).isEqualTo(9);
    assertThat(opened.problems()).anyMatch(told -> told.contains("The file ends within line"));
  }

  @Test
  void openingIsCancelled() throws IOException {
    Path file = OpenedFiles.path("dump/jstack-le-17.txt");
    assertThatThrownBy(() -> new DumpFormat().open(file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aStackWithoutEndIsCutAndCounted() throws IOException {
    String endless =
        "Full thread dump X:\n\n\"a\" #1 prio=5 tid=0x1 nid=0x1 runnable\n"
            + "\tat a.B.c(B.java:1)\n".repeat(5_000);
    OpenedFiles opened = OpenedFiles.text(folder, "deep.txt", endless);
    assertThat(opened.problems())
        .containsExactly("3000 events of kind “frame deeper than 2000” are not drawn.");
  }

  @Test
  void aThreadWhoseNameIsAbsurdlyLongIsShownLikeAnother() throws IOException {
    List<String> names = List.of("-".repeat(20_000) + "x1", "1".repeat(20_000) + "x", "pool-1");
    StringBuilder dump = new StringBuilder("Full thread dump X:\n");
    for (String name : names) {
      int number = 1 + names.indexOf(name);
      dump.append("\n\"%s\" #%2$d prio=5 tid=0x%2$d nid=0x%2$d".formatted(name, number));
      dump.append(" runnable\n\tat a.B.c(B.java:1)\n");
    }
    OpenedFiles opened = OpenedFiles.text(folder, "long.txt", dump.toString());
    assertThat(opened.timeline().lanes()).hasSize(3);
  }
}
