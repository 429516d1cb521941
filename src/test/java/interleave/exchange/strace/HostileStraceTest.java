package interleave.exchange.strace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.exchange.OpenedFiles;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileStraceTest {
  @TempDir Path folder;

  @Test
  void whatIsDamagedIsShownAsFarAsItGoesOrRefused() throws IOException {
    List<String> real = List.of("strace/c.strace", "strace/rust.strace", "strace/c-r.strace");
    Random random = new Random(11);
    int opened = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bytes = Files.readAllBytes(OpenedFiles.path(real.get(round % real.size())));
      for (int i = 0; i < 1 + round; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] part = Arrays.copyOf(bytes, bytes.length / 4 + random.nextInt(bytes.length / 2));
      Path file = Files.write(folder.resolve("damaged" + round + ".strace"), part);
      try {
        OpenedFiles.of(file);
        opened++;
      } catch (IOException e) {
        assertThat(e).hasMessageContaining(" ");
      }
    }
    assertThat(opened).isGreaterThan(50);
  }

  @Test
  void whatHadNotComeBackGoesOnToTheTornEnd() throws IOException {
    Timeline timeline =
        OpenedFiles.text(
                folder,
                "torn.strace",
                """
                5 1795984223.5 execve("./a", ["./a"], 0x7f /* 35 vars */) = 0 <0.000100>
                5 1795984223.6 nanosleep({tv_sec=9, tv_nsec=0},  <unfinished ...>
                6 1795984224.6 --- SIGCHLD {si_signo=SIG\
                """)
            .timeline();
    assertThat(timeline.lanes().getFirst().spans().state(1)).isEqualTo(ThreadState.SLEEPING);
  }

  @Test
  void aProgramWhoseFirstWordWasCutIsCalledByItsFile() throws IOException {
    String line =
        """
        5 1.5 execve("/root/.pyenv/versions/3.11.7/bin/python3", ["/root/.pyenv/versions/3.11.7/bin"..., "mp.py", "a long"...], 0x7f) = 0 <0.0001>
        """;
    Timeline timeline = OpenedFiles.text(folder, "cut.strace", line).timeline();
    assertThat(timeline.processes().getFirst().name()).isEqualTo("mp.py");
    assertThat(timeline.processes().getFirst().command())
        .isEqualTo("/root/.pyenv/versions/3.11.7/bin/python3 mp.py a long…");
  }

  @Test
  void aCallThatWasCutOffAtTheBeginBeganWhenItSaysHowLongItTook() throws IOException {
    OpenedFiles opened =
        OpenedFiles.text(
            folder,
            "cut.strace",
            """
            5 1795984223.500000 <... read resumed>"abc", 3) = 3 <0.250000>
            5 1795984223.600000 <... futex resumed>) = 0
            5 1795984223.700000 exit_group(7) = ?
            5 1795984223.800000 +++ exited with 7 +++
            """);
    assertThat(opened.timeline().now() - opened.timeline().start()).isEqualTo(550_000_000L);
    assertThat(opened.problems())
        .containsExactly("1 event of kind “end of a call that did not begin” is not drawn.");
    ProcessTrack.Exit exit = opened.timeline().processes().getFirst().exit();
    assertThat(exit == null ? null : exit.code()).isEqualTo(7);
  }

  @Test
  void openingIsCancelled() {
    Path file = OpenedFiles.path("strace/go.strace");
    assertThatThrownBy(() -> new StraceFormat().open(file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }
}
