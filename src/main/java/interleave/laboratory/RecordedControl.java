package interleave.laboratory;

import interleave.engine.Settings;
import interleave.explore.Ending;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.program.Program;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Controls the one run of a program that is recorded: its threads go on as a schedule says. What
 * the run tells is read by a thread of its own.
 */
public final class RecordedControl implements Closeable {
  /** Until the program has come to its {@code main}. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  /** A program that says nothing for so long is given up; it may compute. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String RUN = "1";

  private final HostLink.Door door = new HostLink.Door();
  private final CompletableFuture<Trace> ended = new CompletableFuture<>();
  private final Schedule schedule;
  private final int steps;
  private final boolean watchesAll;
  private volatile @Nullable HostLink link;
  private volatile boolean closed;

  private RecordedControl(Schedule schedule, int steps, boolean watchesAll) throws IOException {
    this.schedule = schedule;
    this.steps = steps;
    this.watchesAll = watchesAll;
  }

  /**
   * For a program that is started next, with {@link #settings}.
   *
   * @param steps how many it may do at most
   */
  public static RecordedControl of(Program program, Schedule schedule, int steps)
      throws IOException {
    RecordedControl control =
        new RecordedControl(schedule, steps, !(program instanceof Program.Lesson));
    Thread.ofPlatform().daemon().name("interleave control").start(control::follow);
    return control;
  }

  /** The same with this in control. */
  public Settings settings(Settings of) {
    return of.controlledBy(new Settings.Control(door.address(), watchesAll));
  }

  /**
   * What it told, and how its process left: in Python nobody inside is told that {@code sys.exit}
   * is how it ends.
   *
   * @param code with which the process left
   */
  public Optional<Trace> trace(int code) {
    return trace().map(trace -> leaving(trace, code));
  }

  static Trace leaving(Trace trace, int code) {
    Ending told = trace.ending();
    if (code == 0 || told.kind() != Ending.Kind.DONE) {
      return trace;
    }
    Ending exit =
        new Ending(
            Ending.Kind.EXIT, Integer.toString(code), told.values(), told.output(), told.waiting());
    return new Trace(
        trace.threads(), trace.objects(), trace.steps(), trace.stands(), exit, trace.told());
  }

  /** What it told, once it is over; empty where it told nothing that can be understood. */
  public Optional<Trace> trace() {
    return ended.isDone() && !ended.isCompletedExceptionally()
        ? Optional.of(ended.join())
        : Optional.empty();
  }

  private void follow() {
    try (door;
        HostLink to = door.await(FIRST, () -> !closed)) {
      link = to;
      String chosen =
          schedule.choices().stream().map(ThreadId::text).collect(Collectors.joining(" "));
      to.say("run", RUN, chosen, "on", Integer.toString(steps));
      TraceReader reader = new TraceReader(RUN);
      while (!reader.isOver()) {
        List<String> line = to.read(PATIENCE);
        reader.take(line);
      }
      ended.complete(reader.trace());
    } catch (IOException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    HostLink to = link;
    if (to != null) {
      to.close();
    }
  }
}
