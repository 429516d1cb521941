package interleave.laboratory;

import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.words.Words;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A host that has started, with the runs that it was asked for and has not been heard of yet. */
final class RunningHost implements Closeable {
  private static final Words WORDS = Words.of("laboratory");
  private static final int WARM_STEPS = 2_000;
  private static final long MOST_LINES = 20_000_000;

  private final Hosts.Host process;
  private final HostLink link;
  private final Deque<Asked> asked = new ArrayDeque<>();
  private long runs;

  private record Asked(String id, Subject.Order order) {}

  private RunningHost(Hosts.Host process, HostLink link) {
    this.process = process;
    this.link = link;
  }

  /**
   * Starts one, and waits until it has made its first run: in that much happens once only, so it is
   * none that others are like.
   *
   * @param first how long it may take to come here
   */
  static RunningHost start(Hosts hosts, Duration first, Supplier<Duration> patience)
      throws IOException {
    try (HostLink.Door door = new HostLink.Door()) {
      Hosts.Host process = hosts.start(door.address());
      try {
        RunningHost host = new RunningHost(process, door.await(first, process::isAlive));
        host.ask(new Subject.Order(List.of(), Optional.empty(), WARM_STEPS));
        host.next(patience);
        return host;
      } catch (EOFException e) {
        String words = process.lastWords();
        process.end();
        throw new IOException(
            words.isEmpty() ? WORDS.get("ended.first") : WORDS.get("ended.first.words", words), e);
      } catch (IOException e) {
        process.end();
        throw e;
      }
    }
  }

  /** Has it make a run, when it has made those before. */
  void ask(Subject.Order order) throws IOException {
    String id = Long.toString(++runs);
    String schedule =
        order.schedule().stream().map(ThreadId::text).collect(Collectors.joining(" "));
    String then = order.chooser().isPresent() ? "ask" : "on";
    asked.add(new Asked(id, order));
    link.say("run", id, schedule, then, Integer.toString(order.steps()));
  }

  /** How many runs it was asked for. */
  int busy() {
    return asked.size();
  }

  long asked(Subject.Order order) {
    return asked.stream().filter(each -> each.order.equals(order)).count();
  }

  /** Which run is the next that it tells of. */
  Subject.Order head() {
    return asked.element().order;
  }

  /** Waits until that has ended. */
  Trace next(Supplier<Duration> patience) throws IOException {
    Asked head = asked.element();
    TraceReader reader = new TraceReader(head.id);
    for (long lines = 0; !reader.isOver(); lines++) {
      List<String> line = link.read(patience.get());
      if (lines > MOST_LINES) {
        throw new IOException(WORDS.get("long"));
      }
      if (line.getFirst().equals("ask")) {
        answer(head.order, reader, TraceReader.threads(line, 1));
      } else {
        reader.take(line);
      }
    }
    asked.remove();
    return reader.trace();
  }

  private void answer(Subject.Order order, TraceReader reader, List<ThreadId> enabled)
      throws IOException {
    Optional<ThreadId> chosen =
        order.chooser().flatMap(each -> each.choose(reader.steps(), enabled));
    if (chosen.isPresent()) {
      link.say("choose", chosen.get().text());
    } else {
      link.say("stop");
    }
  }

  /** What it said last, where it is gone; empty where it said nothing. */
  String lastWords() {
    return process.lastWords();
  }

  /** The run that goes on is given up. From any thread. */
  void stop() {
    try {
      link.say("stop");
    } catch (IOException e) {
      // It is gone.
    }
  }

  /** It is not needed any more. */
  void leave() {
    try {
      link.say("bye");
      process.leave();
    } catch (IOException e) {
      // Then it is ended.
    }
    close();
  }

  /** Ends it, whatever it does. */
  @Override
  public void close() {
    try {
      link.close();
    } catch (IOException e) {
      // It is gone anyway.
    }
    process.end();
  }
}
