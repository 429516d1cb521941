package interleave.laboratory;

import interleave.explore.Subject;
import interleave.explore.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of one program. What will be asked for next they run before it is, so that they have
 * something to do while it is thought about; and where there is much to run there are more of them.
 * None of that can be told from what is asked and answered: a run that nobody asks for then is
 * forgotten.
 */
final class Crew {
  /** So many runs a host may know of, that which it makes and those that it makes then. */
  private static final int AHEAD = 2;

  /** With more the search would not keep up. */
  private static final int MOST_HOSTS = Math.min(3, Runtime.getRuntime().availableProcessors());

  private static final int MOST_KNOWN = 64;

  /** A program that does this to the world should do it only in one place at a time. */
  private static final Set<String> OF_THE_WORLD =
      Set.of("network", "process", "input", "native", "waits", "file");

  private final Starter starter;
  private final int before;
  private final List<RunningHost> hosts = new CopyOnWriteArrayList<>();

  /** One that has started by itself, and is to be taken in. */
  private final AtomicReference<@Nullable RunningHost> another = new AtomicReference<>();

  private int starts = 1;
  private final Map<Subject.Order, List<Result>> known = new LinkedHashMap<>();
  private boolean alone;
  private long runs;
  private volatile boolean closed;

  /** Starts a host, and waits until it can be asked. */
  interface Starter {
    RunningHost start() throws IOException;
  }

  /** What came of a run. */
  interface Result {
    /**
     * What it told.
     *
     * @throws IOException where it did not come about
     */
    Trace trace() throws IOException;
  }

  /**
   * @param before how many runs there are before each further host
   */
  Crew(Starter starter, int before) {
    this.starter = starter;
    this.before = before;
  }

  /** The runs that are asked for next, the first of them now. */
  void expect(List<Subject.Order> orders) {
    try {
      for (int i = 0; i < orders.size(); i++) {
        Subject.Order order = orders.get(i);
        long wanted = Collections.frequency(orders.subList(0, i + 1), order);
        if (there(order) < wanted && !hosts.isEmpty()) {
          RunningHost free = freest();
          if (i == 0 || free.busy() < AHEAD) {
            free.ask(order);
          }
        }
      }
    } catch (IOException e) {
      // Whoever asks for it will see.
    }
    grow();
  }

  private void grow() {
    RunningHost started = another.getAndSet(null);
    if (started != null) {
      hosts.add(started);
    }
    if (!alone && starts < MOST_HOSTS && runs > (long) starts * before) {
      starts++;
      Thread.ofVirtual().name("interleave another host").start(this::startAnother);
    }
  }

  private void startAnother() {
    try {
      RunningHost started = starter.start();
      another.set(started);
      if (closed) {
        end(another.getAndSet(null));
      }
    } catch (IOException e) {
      // Then there is one.
    }
  }

  private long there(Subject.Order order) {
    long asked = hosts.stream().mapToLong(each -> each.asked(order)).sum();
    return asked + known.getOrDefault(order, List.of()).size();
  }

  private RunningHost freest() {
    return Collections.min(hosts, Comparator.comparingInt(RunningHost::busy));
  }

  /** What came of that run, where it was made already; null where not. */
  @Nullable Result known(Subject.Order order) {
    List<Result> all = known.get(order);
    if (all == null) {
      return null;
    }
    Result first = all.removeFirst();
    if (all.isEmpty()) {
      known.remove(order);
    }
    return first;
  }

  /** A host that was asked for that run. */
  RunningHost with(Subject.Order order) throws IOException {
    for (RunningHost each : hosts) {
      if (each.asked(order) > 0) {
        return each;
      }
    }
    if (hosts.isEmpty()) {
      hosts.add(starter.start());
    }
    RunningHost host = freest();
    host.ask(order);
    return host;
  }

  /** A run is over; what came of it where it is the one that is wanted, else that is kept. */
  @Nullable Result told(Subject.Order order, Result result, Subject.Order wanted) {
    runs++;
    alone |= isOfTheWorld(result);
    if (order.equals(wanted)) {
      return result;
    }
    known.computeIfAbsent(order, _ -> new ArrayList<>()).add(result);
    if (known.size() > MOST_KNOWN) {
      known.remove(known.keySet().iterator().next());
    }
    return null;
  }

  private static boolean isOfTheWorld(Result result) {
    try {
      return result.trace().told().stream().anyMatch(told -> OF_THE_WORLD.contains(told.key()));
    } catch (IOException e) {
      return true; // nobody knows
    }
  }

  /** That one is of no use any more. */
  void end(@Nullable RunningHost host) {
    if (host != null) {
      hosts.remove(host);
      host.close();
    }
  }

  /** From any thread. */
  void stop() {
    hosts.forEach(RunningHost::stop);
  }

  void close() {
    closed = true;
    hosts.forEach(RunningHost::leave);
    hosts.clear();
    end(another.getAndSet(null));
  }
}
