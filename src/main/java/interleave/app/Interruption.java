package interleave.app;

import interleave.engine.Run;
import java.io.Console;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What happens at Ctrl+C, or when this process is asked to terminate: the program hears of it first
 * and may end as it likes, then its tree is stopped, and what was wished for is still written.
 */
final class Interruption implements AutoCloseable {
  /** How long the program may take over ending by itself. */
  private static final long PATIENCE_MS = 2000;

  private static final long LONGEST_WRITE_S = 30;

  private final Run run;
  private final Thread hook = new Thread(this::interrupted, "interleave interruption");
  private final CountDownLatch written = new CountDownLatch(1);

  private Interruption(Run run) {
    this.run = run;
  }

  static Interruption of(Run run) {
    Interruption interruption = new Interruption(run);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interrupted() {
    try {
      if (!atTerminal()) {
        forward(); // at a terminal it has heard of it already: it is in the foreground with us
      }
      run.ended().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException | IOException e) {
      run.stop();
    }
    try {
      boolean _ = written.await(LONGEST_WRITE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean atTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private void forward() throws IOException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + run.pid())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** All is done: nothing is to be interrupted any more. */
  @Override
  public void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs: we are being interrupted.
    }
  }
}
