package interleave.process;

import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A static method that runs in a process of its own.
 *
 * <pre>{@code
 * ChildProcess child = ChildProcess.of(Program.class, "greet", "world");   // static void greet(String whom)
 * child.start();
 * child.join();
 * }</pre>
 *
 * <p>The child is another JVM with the same classes, and nothing else in common: its static fields
 * have their first values again. It prints where its parent prints, and it has nothing to read from
 * its standard input.
 *
 * <p>A child never outlives its parent. Like a thread, it keeps its parent from ending unless it is
 * a {@link #daemon}; and when the parent is ended by force, the child ends at once.
 *
 * <p>Any thread may call any method.
 */
public final class ChildProcess {
  private final List<String> arguments;
  private final Recorder recorder = Recorder.current();
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private String name;
  private boolean daemon;
  private volatile @Nullable Process process;

  private ChildProcess(String name, List<String> arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  /**
   * A process that will run a static method.
   *
   * @param owner class of the method
   * @param method its name; it need not be public
   * @param arguments strings, numbers, booleans, byte arrays, lists and records of such, and {@link
   *     ProcessQueue}s
   * @throws IllegalArgumentException when there is no such method, or it does not take such
   *     arguments
   */
  public static ChildProcess of(Class<?> owner, String method, Object... arguments) {
    EntryPoint entry = EntryPoint.of(owner, method, arguments.length);
    entry.check(arguments);
    List<String> words = new ArrayList<>(List.of(Worker.RUN, entry.owner(), entry.name()));
    words.addAll(Argument.write(Arrays.asList(arguments)));
    return new ChildProcess(method, words);
  }

  /** A process that will run the {@code main} method of a class. */
  public static ChildProcess ofMain(Class<?> program, String... arguments) {
    List<String> words =
        new ArrayList<>(List.of(Worker.MAIN, EntryPoint.main(program.getName()).owner()));
    words.addAll(Argument.write(List.of(arguments)));
    return new ChildProcess(program.getSimpleName(), words);
  }

  /** A process that will run a worker with these arguments. */
  static ChildProcess worker(String name, List<String> arguments) {
    return new ChildProcess(name, arguments);
  }

  /** Names the process for people. Otherwise it is called like its method. */
  public ChildProcess named(String name) {
    this.name = name;
    return this;
  }

  /** Lets the parent end without waiting for this child, which then ends too. */
  public ChildProcess daemon() {
    daemon = true;
    return this;
  }

  public String name() {
    return name;
  }

  /**
   * Starts it.
   *
   * @throws UncheckedIOException when the system cannot start a process
   * @throws IllegalStateException when it was started before
   */
  public synchronized ChildProcess start() {
    if (process != null) {
      throw new IllegalStateException("The process " + name + " was started before.");
    }
    int site = recorder.callerSite();
    List<String> words = new ArrayList<>(arguments);
    words.add(1, Argument.write(name));
    words.add(2, Long.toString(ProcessHandle.current().pid()));
    // The time from before: the child may have recorded something by the time we are told of it.
    long time = Clock.now();
    Process started;
    try {
      started = WorkerCommand.of(words).start();
    } catch (IOException e) {
      recorder
          .log()
          .text(EventKind.CHILD_START_FAILED, 0, 0, site, 0, String.valueOf(e.getMessage()));
      throw new UncheckedIOException(
          "The process " + name + " could not be started: " + e.getMessage(), e);
    }
    process = started;
    recorder.log().textAt(EventKind.CHILD_START, 0, 0, site, started.pid(), time, name);
    Thread watch = new Thread(() -> watch(started), "end of " + name);
    watch.setDaemon(daemon);
    recorder.service(watch);
    watch.start();
    return this;
  }

  private void watch(Process started) {
    while (true) {
      try {
        Ending ending = new Ending(started.waitFor());
        ending.record(recorder, started.pid());
        recorder.log().event(EventKind.THREAD_END, 0, 0, 0, 0);
        recorder.release(recorder.log());
        ended.complete(ending);
        return;
      } catch (InterruptedException e) {
        // nobody has a reason to; the child is still there
      }
    }
  }

  /** Waits until it has ended. */
  public void join() throws InterruptedException {
    await(null);
  }

  /** As {@link #join()}, but waits no longer than that. Returns whether it has ended. */
  public boolean join(Duration longest) throws InterruptedException {
    return await(longest);
  }

  private boolean await(@Nullable Duration longest) throws InterruptedException {
    long pid = started().pid();
    int site = recorder.callerSite();
    if (longest != null) {
      recorder.log().event(EventKind.WAIT_LIMIT, 0, 0, 0, Math.max(1, longest.toNanos()));
    }
    recorder.log().event(EventKind.CHILD_WAIT_BEGIN, 0, 0, site, pid);
    int how = 0;
    try {
      if (longest == null) {
        ended.get();
      } else {
        ended.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      how = Flags.TIMED_OUT;
      return false;
    } catch (InterruptedException e) {
      how = Flags.INTERRUPTED;
      throw e;
    } catch (ExecutionException e) {
      throw new AssertionError("nothing completes it so", e);
    } finally {
      recorder.log().event(EventKind.CHILD_WAIT_END, how, 0, site, pid);
    }
  }

  /**
   * Asks it to end, as SIGTERM does on Unix. It may take its time; {@link #join} waits for its end.
   */
  public void terminate() {
    end(0, ProcessHandle::destroy);
  }

  /** Ends it at once, as SIGKILL does on Unix; it can do nothing more. */
  public void kill() {
    end(Flags.KILL, ProcessHandle::destroyForcibly);
  }

  private void end(int flags, Consumer<ProcessHandle> how) {
    Process running = started();
    if (running.isAlive()) {
      recorder
          .log()
          .event(
              EventKind.CHILD_TERMINATE,
              flags,
              0,
              recorder.callerSite(),
              Ending.asked(flags == Flags.KILL) << 32 | running.pid());
      how.accept(running.toHandle());
    }
  }

  /** Whether it was started and has not ended. */
  public boolean isAlive() {
    Process started = process;
    return started != null && started.isAlive();
  }

  /** The number by which the system knows it. */
  public long pid() {
    return started().pid();
  }

  /** The code with which it ended, 128 + n where signal n ended it; empty while it has not. */
  public OptionalInt exitCode() {
    Ending ending = ended.getNow(null);
    return ending == null ? OptionalInt.empty() : OptionalInt.of(ending.exitCode());
  }

  /**
   * The signal that ended it, such as {@code SIGTERM}; empty while it runs, and where it ended by
   * itself.
   */
  public Optional<String> signal() {
    Ending ending = ended.getNow(null);
    return ending == null || ending.signal() == 0
        ? Optional.empty()
        : Optional.of(ending.signalName());
  }

  /** Completed when it has ended, and that is recorded. */
  CompletableFuture<Ending> ended() {
    return ended;
  }

  private Process started() {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("The process " + name + " has not been started.");
    }
    return started;
  }

  @Override
  public String toString() {
    Process started = process;
    return name + (started == null ? " (not started)" : " (pid " + started.pid() + ")");
  }
}
