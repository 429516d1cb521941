package interleave.laboratory;

import interleave.engine.CommandProgram;
import interleave.engine.Interpreter;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonProgram;
import interleave.engine.Settings;
import interleave.engine.StartException;
import interleave.explore.Ending;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.program.Program;
import interleave.words.Words;
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

  private static final Words WORDS = Words.of("laboratory");

  /** Of Python 3 the last whose frames are known. */
  private static final int NEWEST_MINOR = 13;

  private static final String RUN = "1";
  private static final int MOST_STEPS = 1_000_000;

  private final HostLink.Door door = new HostLink.Door();
  private final CompletableFuture<Trace> ended = new CompletableFuture<>();
  private final Conduct conduct;
  private final boolean watchesAll;
  private volatile @Nullable HostLink link;
  private volatile boolean closed;

  private RecordedControl(Conduct conduct, boolean watchesAll) throws IOException {
    this.conduct = conduct;
    this.watchesAll = watchesAll;
  }

  /** For a program that is started next, with {@link #settings}. */
  public static RecordedControl of(Program program, Schedule schedule) throws IOException {
    return of(program, new Conduct(schedule.choices(), false));
  }

  /** The same, where somebody may choose while it runs. */
  public static RecordedControl of(Program program, Conduct conduct) throws IOException {
    RecordedControl control = new RecordedControl(conduct, !(program instanceof Program.Lesson));
    Thread.ofPlatform().daemon().name("interleave control").start(control::follow);
    return control;
  }

  /**
   * Looks whether that can be controlled.
   *
   * @throws StartException with a sentence, where it cannot
   */
  public static void check(Launch launch) throws StartException {
    switch (launch) {
      case CommandProgram _ -> throw new StartException(WORDS.get("command"));
      case PythonProgram python -> check(python.interpreter());
      case JavaProgram _ -> {}
    }
  }

  private static void check(Interpreter python) throws StartException {
    boolean isKnown =
        python.implementation().equals("CPython")
            && python.major() == 3
            && python.minor() >= Interpreter.OLDEST_MINOR
            && python.minor() <= NEWEST_MINOR;
    if (!isKnown || python.freeThreaded()) {
      throw new StartException(WORDS.get("python", python.show()));
    }
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
        HostLink to = door.await(FIRST, () -> !closed && !conduct.isEnded())) {
      link = to;
      String chosen = conduct.given().stream().map(ThreadId::text).collect(Collectors.joining(" "));
      String then = conduct.asks() ? "ask" : "on";
      to.say("run", RUN, chosen, then, Integer.toString(MOST_STEPS));
      TraceReader reader = new TraceReader(RUN);
      while (!reader.isOver()) {
        List<String> line = to.read(PATIENCE);
        if (line.getFirst().equals("ask")) {
          answer(TraceReader.threads(line, 1), reader, to);
        } else {
          reader.take(line);
        }
      }
      Trace trace = reader.trace();
      ended.complete(trace);
      conduct.over(trace);
    } catch (IOException | RuntimeException e) {
      ended.completeExceptionally(e);
      conduct.fail(String.valueOf(e.getMessage()));
    }
  }

  private void answer(List<ThreadId> enabled, TraceReader reader, HostLink to) throws IOException {
    Optional<ThreadId> chosen = conduct.ask(reader::trace, reader.last(), enabled);
    if (chosen.isPresent()) {
      to.say("choose", chosen.get().text());
    } else {
      to.say("stop");
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    conduct.end();
    HostLink to = link;
    if (to != null) {
      to.close();
    }
  }
}
