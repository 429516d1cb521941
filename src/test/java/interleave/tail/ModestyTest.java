package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What goes on beside a program gives way to it. */
class ModestyTest {
  private static final Path CALLER = Path.of("/proc/thread-self/stat");

  /** How willing to give way the calling thread is; 0 as a rule, 19 at most. */
  private static String nice() {
    try {
      String stat = Files.readString(CALLER);
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16];
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void aThreadGivesWayAndNoOtherDoes() throws Exception {
    assumeTrue(Files.isReadable(CALLER), "this system does not tell of its threads");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/renice")), "there is no renice here");
    String before = nice();
    CompletableFuture<String> after = new CompletableFuture<>();
    Thread modest =
        new Thread(
            () -> {
              Modesty.begin(false);
              while (!nice().equals("19") && !Thread.interrupted()) {
                LockSupport.parkNanos(1_000_000);
              }
              after.complete(nice());
            });
    modest.start();
    assertThat(after.get(1, TimeUnit.MINUTES)).isEqualTo("19");
    assertThat(nice()).isEqualTo(before);
  }
}
