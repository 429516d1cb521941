package interleave.app.command;

import interleave.engine.Run;
import interleave.words.Words;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What happens at Ctrl+C, or when this process is asked to terminate. Ctrl+C is the program's: it
 * hears of it as it would without us and may end as it likes, and then its exit code is ours. Only
 * at the second one, or when it takes too long, its tree is stopped. A request to terminate stops
 * the tree after a moment, and what was wished for is still written.
 */
final class Interruption implements AutoCloseable {
  private static final Words WORDS = Words.of("app");

  /** After so long at Ctrl+C it is said how to stop it, and after so long it is stopped. */
  private static final long SAID_MS = 2000;

  private static final long STOPPED_MS = 8000;

  /** How long the program may take over ending by itself when we are to terminate. */
  private static final long PATIENCE_MS = 2000;

  private static final long LONGEST_WRITE_S = 30;

  private final Run run;
  private final Terminal terminal;
  private final Thread hook = new Thread(this::terminated, "interleave interruption");
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicInteger times = new AtomicInteger();
  private @Nullable SignalHandler before;

  private Interruption(Run run, Terminal terminal) {
    this.run = run;
    this.terminal = terminal;
  }

  static Interruption of(Run run, Terminal terminal) {
    Interruption interruption = new Interruption(run, terminal);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    try {
      interruption.before = Signal.handle(new Signal("INT"), _ -> interruption.interrupted());
    } catch (IllegalArgumentException e) {
      // This JVM was told to leave signals alone: Ctrl+C ends it.
    }
    return interruption;
  }

  /** On a thread of its own for each Ctrl+C. */
  private void interrupted() {
    if (times.incrementAndGet() > 1) {
      run.stop();
      return;
    }
    try {
      if (!isInForeground()) {
        interruptProgram();
      }
      if (!hasEnded(SAID_MS)) {
        terminal.say(WORDS.get("interrupted"));
      }
      if (!hasEnded(STOPPED_MS)) {
        run.stop();
      }
    } catch (IOException e) {
      run.stop();
    }
  }

  private void terminated() {
    try {
      if (before != null || !isInForeground()) {
        interruptProgram(); // it was not Ctrl+C, or we alone have heard of it
      }
      if (!hasEnded(PATIENCE_MS)) {
        run.stop();
      }
    } catch (IOException e) {
      run.stop();
    }
    try {
      boolean _ = written.await(LONGEST_WRITE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasEnded(long millis) {
    try {
      run.ended().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void interruptProgram() throws IOException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + run.pid())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** In the foreground of a terminal the program hears of Ctrl+C together with us. */
  private boolean isInForeground() {
    try {
      Path stat = Path.of("/proc", Long.toString(run.pid()), "stat");
      String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
      // Behind the name: state, parent, process group, session, terminal, group in its foreground.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      return fields[2].equals(fields[5]);
    } catch (IOException | IndexOutOfBoundsException e) {
      Console console = System.console();
      return console != null && console.isTerminal();
    }
  }

  /** All is done: nothing is to be interrupted any more. */
  @Override
  public void close() {
    written.countDown();
    if (before != null) {
      Signal.handle(new Signal("INT"), before);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs: we are being interrupted.
    }
  }
}
