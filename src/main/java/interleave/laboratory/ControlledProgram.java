package interleave.laboratory;

import interleave.engine.Installation;
import interleave.explore.Subject;
import interleave.explore.Trace;
import interleave.program.Program;
import interleave.words.Words;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real program in hosts that make one run of it after the other. A host that ends, says nothing
 * any more, or what is not understood, costs that run; the next one gets another host.
 */
public final class ControlledProgram implements Subject, Closeable {
  private static final Words WORDS = Words.of("laboratory");

  /** Until it has started, which compiles and imports the program. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  /** Hosts themselves see that a thread does not come to a point; so long for all of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** To start another host, and to warm it up, takes as long as more than a thousand runs. */
  private static final int RUNS_BEFORE_ANOTHER = 2000;

  private final Hosts hosts;
  private final Duration patience;
  private final Crew crew;
  private volatile boolean stopped;

  /** When a run is given up, on {@link System#nanoTime}; null where nobody has said. */
  private volatile @Nullable Long until;

  /**
   * A program, whose host is started with the first run.
   *
   * @throws IOException with a sentence, where it is none that can be controlled
   */
  public static ControlledProgram of(Program program, Installation installation)
      throws IOException {
    return new ControlledProgram(HostCommand.of(program, installation), PATIENCE);
  }

  ControlledProgram(Hosts hosts, Duration patience) {
    this(hosts, patience, RUNS_BEFORE_ANOTHER);
  }

  ControlledProgram(Hosts hosts, Duration patience, int before) {
    this.hosts = hosts;
    this.patience = patience;
    crew = new Crew(() -> RunningHost.start(hosts, FIRST, this::patience), before);
  }

  /**
   * The same program; a lesson with the variables that it is about, where these can be observed.
   */
  public static Program watched(Program program) {
    return program instanceof Program.Lesson lesson && !lesson.observing()
        ? lesson.observing(lesson.isObservable())
        : program;
  }

  @Override
  public void expect(List<Order> orders) {
    if (!stopped) {
      crew.expect(orders);
    }
  }

  @Override
  public Trace run(Order order) throws IOException {
    if (stopped) {
      throw new IOException(WORDS.get("stopped"));
    }
    Crew.Result known = crew.known(order);
    while (known == null) {
      RunningHost host = crew.with(order);
      Order head = host.head();
      known = crew.told(head, result(host), order);
    }
    return known.trace();
  }

  private Crew.Result result(RunningHost host) {
    try {
      Trace trace = next(host);
      return () -> trace;
    } catch (IOException e) {
      return () -> {
        throw e;
      };
    }
  }

  private Trace next(RunningHost host) throws IOException {
    try {
      return host.next(this::patience);
    } catch (SocketTimeoutException e) {
      crew.end(host);
      throw new IOException(WORDS.get("silent", patience.toSeconds()), e);
    } catch (EOFException e) {
      String words = host.lastWords();
      crew.end(host);
      throw new IOException(
          words.isEmpty() ? WORDS.get("ended") : WORDS.get("ended.words", words), e);
    } catch (IOException e) {
      crew.end(host);
      throw e;
    }
  }

  private Duration patience() {
    Long limit = until;
    Duration left =
        limit == null ? patience : Duration.ofNanos(Math.max(1, limit - System.nanoTime()));
    return left.compareTo(patience) < 0 ? left : patience;
  }

  /**
   * Gives up a run that says nothing at that time.
   *
   * @param nanoTime on {@link System#nanoTime}; null for no such time
   */
  void until(@Nullable Long nanoTime) {
    until = nanoTime;
  }

  /** The run that goes on is given up, and there is no other. From any thread. */
  public void stop() {
    stopped = true;
    crew.stop();
  }

  /** Ends the hosts. */
  @Override
  public void close() {
    crew.close();
    hosts.close();
  }
}
