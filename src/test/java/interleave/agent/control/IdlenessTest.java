package interleave.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A thread that waits, beside one that runs. */
@EnabledOnOs(OS.LINUX)
class IdlenessTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean busy = true;

  private static long system() {
    try {
      Path own = Files.readSymbolicLink(Path.of("/proc/thread-self"));
      return Long.parseLong(own.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whoMayWaitForAThreadThatRunsIsNotTakenForOneThatWaitsForNobodyHere() throws Exception {
    CompletableFuture<Long> number = new CompletableFuture<>();
    Thread waiter = Thread.ofPlatform().start(() -> waits(number));
    CountDownLatch begun = new CountDownLatch(1);
    Thread runner = Thread.ofPlatform().start(() -> runs(begun));
    begun.await();
    try {
      Idleness idle = new Idleness();
      for (int look = 0; look < 10; look++) {
        assertThat(idle.waits(waiter, number.get())).isFalse();
      }
      busy = false;
      runner.join();
      Await.until("it is seen to wait", () -> idle.waits(waiter, number.join()));
    } finally {
      busy = false;
      end.countDown();
      waiter.join();
    }
  }

  private void waits(CompletableFuture<Long> number) {
    number.complete(system());
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runs(CountDownLatch begun) {
    begun.countDown();
    while (busy) {
      Thread.onSpinWait();
    }
  }
}
