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

  private final Terminal terminal;
  private @Nullable Thread hook;
  private final CountDownLatch written = new CountDownLatch(1);
  private final AtomicInteger times = new AtomicInteger();
  private @Nullable SignalHandler before;

  /** Closed after the run, so that nothing of it is left behind when this process has ended. */
  Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** From now on that run is what is to be interrupted. */
  void of(Run run) {
    Thread atEnd = new Thread(() -> terminated(run), "interleave interruption");
    Runtime.getRuntime().addShutdownHook(atEnd);
    hook = atEnd;
    try {
      before = Signal.handle(new Signal("INT"), _ -> interrupted(run));
    } catch (IllegalArgumentException e) {
      // This JVM was told to leave signals alone: Ctrl+C ends it.
    }
  }

  /** On a thread of its own for each Ctrl+C. */
  private void interrupted(Run run) {
    if (times.incrementAndGet() > 1) {
      run.stop();
      return;
    }
    try {
      if (!isInForeground(run)) {
        interruptProgram(run);
      }
      if (!hasEnded(run, SAID_MS)) {
        terminal.say(WORDS.get("interrupted"));
      }
      if (!hasEnded(run, STOPPED_MS)) {
        run.stop();
      }
    } catch (IOException e) {
      run.stop();
    }
  }

  private void terminated(Run run) {
    try {
      if (before != null || !isInForeground(run)) {
        interruptProgram(run); // it was not Ctrl+C, or we alone have heard of it
      }
      if (!hasEnded(run, PATIENCE_MS)) {
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

  private static boolean hasEnded(Run run, long millis) {
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

  private static void interruptProgram(Run run) throws IOException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + run.pid())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** In the foreground of a terminal the program hears of Ctrl+C together with us. */
  private static boolean isInForeground(Run run) {
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
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException e) {
      // It runs: we are being interrupted.
    }
  }
}
