package interleave.laboratory;

import interleave.engine.Installation;
import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.program.Program;
import interleave.words.Words;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real program in a host that makes one run of it after the other. A host that ends, says nothing
 * any more, or what is not understood, costs that run; the next one gets another host.
 */
public final class ControlledProgram implements Subject, Closeable {
  private static final Words WORDS = Words.of("laboratory");

  /** Until it has started, which compiles and imports the program. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  /** Hosts themselves see that a thread does not come to a point; so long for all of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int WARM_STEPS = 2_000;

  private static final long MOST_LINES = 20_000_000;

  private final Hosts hosts;
  private final Duration patience;
  private volatile @Nullable HostLink link;
  private Hosts.@Nullable Host process;
  private long runs;
  private volatile boolean stopped;

  /** When a run is given up, on {@link System#nanoTime}; null where nobody has said. */
  private @Nullable Long until;

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
    this.hosts = hosts;
    this.patience = patience;
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
  public Trace run(Order order) throws IOException {
    if (stopped) {
      throw new IOException(WORDS.get("stopped"));
    }
    HostLink to = host();
    try {
      return run(order, to);
    } catch (SocketTimeoutException e) {
      end();
      throw new IOException(WORDS.get("silent", patience.toSeconds()), e);
    } catch (EOFException e) {
      String words = process == null ? "" : process.lastWords();
      end();
      throw new IOException(
          words.isEmpty() ? WORDS.get("ended") : WORDS.get("ended.words", words), e);
    } catch (IOException e) {
      end();
      throw e;
    }
  }

  private Trace run(Order order, HostLink to) throws IOException {
    String id = Long.toString(++runs);
    String schedule =
        order.schedule().stream().map(ThreadId::text).collect(Collectors.joining(" "));
    String then = order.chooser().isPresent() ? "ask" : "on";
    to.say("run", id, schedule, then, Integer.toString(order.steps()));
    TraceReader reader = new TraceReader(id);
    for (long lines = 0; !reader.isOver(); lines++) {
      List<String> line = to.read(patience());
      if (lines > MOST_LINES) {
        throw new IOException(WORDS.get("long"));
      }
      if (line.getFirst().equals("ask")) {
        answer(order, reader, TraceReader.threads(line, 1), to);
      } else {
        reader.take(line);
      }
    }
    return reader.trace();
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

  private static void answer(Order order, TraceReader reader, List<ThreadId> enabled, HostLink to)
      throws IOException {
    Optional<ThreadId> chosen =
        order.chooser().flatMap(each -> each.choose(reader.steps(), enabled));
    if (chosen.isPresent()) {
      to.say("choose", chosen.get().text());
    } else {
      to.say("stop");
    }
  }

  /** The host, which is started if there is none. */
  private HostLink host() throws IOException {
    HostLink known = link;
    if (known != null) {
      return known;
    }
    try (HostLink.Door door = new HostLink.Door()) {
      Hosts.Host started = hosts.start(door.address());
      process = started;
      HostLink to = door.await(FIRST, started::isAlive);
      link = to;
      warmUp(to);
      return to;
    } catch (EOFException e) {
      String words = process == null ? "" : process.lastWords();
      end();
      throw new IOException(
          words.isEmpty() ? WORDS.get("ended.first") : WORDS.get("ended.first.words", words), e);
    } catch (IOException e) {
      end();
      throw e;
    }
  }

  /** In the first run of a process much happens once only: it is none that others are like. */
  private void warmUp(HostLink to) throws IOException {
    run(new Order(List.of(), Optional.empty(), WARM_STEPS), to);
  }

  private void end() {
    HostLink to = link;
    Hosts.Host host = process;
    link = null;
    process = null;
    try {
      if (to != null) {
        to.close();
      }
    } catch (IOException e) {
      // It is gone anyway.
    }
    if (host != null) {
      host.end();
    }
  }

  /** The run that goes on is given up, and there is no other. From any thread. */
  public void stop() {
    stopped = true;
    HostLink to = link;
    try {
      if (to != null) {
        to.say("stop");
      }
    } catch (IOException e) {
      // It is gone.
    }
  }

  /** Ends the host. */
  @Override
  public void close() {
    HostLink to = link;
    Hosts.Host host = process;
    try {
      if (to != null && host != null) {
        to.say("bye");
        host.leave();
      }
    } catch (IOException e) {
      // Then it is ended.
    }
    end();
    hosts.close();
  }
}
