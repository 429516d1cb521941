package interleave.process;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.Delivery;
import interleave.process.broker.MakerToken;
import interleave.process.broker.RefusedConnectionException;
import interleave.process.broker.SharedBroker;
import interleave.process.broker.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lends this machine to the {@link ProcessPool}s of a broker: workers that run static methods of
 * the classes on the class path of this process, for one pool after the other, until the broker is
 * gone. Never classes of the JDK, and never code that came in a message.
 *
 * <p>Run by {@code interleave worker}; by itself it is {@code java -cp interleave.jar:classes
 * interleave.process.Lender FILE WORKERS}.
 */
public final class Lender {
  /** A worker that dies is not replaced at once, or it would be for ever where none can live. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Path file;
  private final int workers;
  private final BrokerAddress address;
  private final Set<Long> ended = ConcurrentHashMap.newKeySet();
  private volatile @Nullable BrokerClient looking;
  private volatile boolean leaving;

  private Lender(Path file, int workers) throws IOException {
    this.file = file;
    this.workers = workers;
    address = BrokerAddress.read(file);
  }

  /**
   * Lends this machine until the broker is gone.
   *
   * @param args the file with the broker's address, and how many workers
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Path.of(args[0]);
    SharedBroker.use(file);
    new Lender(file, Integer.parseInt(args[1])).lend();
  }

  private void lend() throws IOException, InterruptedException {
    FastExit.waitingFor(this::leave);
    FastExit.waitingFor(MakerToken::leave);
    BrokerClient first = BrokerClient.connect(address); // or it is told why that cannot be
    try (first) {
      MakerToken.watch(address, MakerToken.RUN, this::leave);
      Delivery pool = next(first);
      while (true) {
        if (!ended.contains(pool.number())) {
          serve(pool.number(), pool.text());
        }
        pool = next(BrokerClient.connect(address));
      }
    } catch (BrokerGoneException | RefusedConnectionException e) {
      System.out.println("The broker is gone.");
    }
  }

  /**
   * Waits for a pool, and leaves it to other machines, too. This connection is closed before the
   * pool is served: by it the broker would give it to us once more, and it would lie there.
   */
  private Delivery next(BrokerClient broker) {
    try (broker) {
      looking = broker;
      if (leaving) {
        broker.breakOff();
      }
      Delivery pool = broker.queue(PoolChannel.OPEN_POOLS).take();
      Transaction both = broker.begin();
      (ended.contains(pool.number()) ? both.acknowledge(pool) : both.putBack(pool)).commit();
      return pool;
    }
  }

  private void leave() {
    leaving = true;
    BrokerClient broker = looking;
    if (broker != null) {
      broker.breakOff();
    }
  }

  /** Returns when the pool is no more. */
  private void serve(long pool, String name) throws IOException, InterruptedException {
    MakerToken.watch(address, PoolChannel.token(pool), () -> ended.add(pool));
    String many = workers == 1 ? "a worker" : workers + " workers";
    System.out.println("Lending " + many + " to the pool “" + name + "”.");
    List<ChildProcess> here = new ArrayList<>();
    for (int number = 1; number <= workers; number++) {
      here.add(worker(pool, name, number));
    }
    while (!here.isEmpty()) {
      CompletableFuture<?>[] ends =
          here.stream().map(ChildProcess::ended).toArray(CompletableFuture<?>[]::new);
      CompletableFuture.anyOf(ends).join();
      for (int i = here.size() - 1; i >= 0; i--) {
        if (here.get(i).isAlive()) {
          continue;
        }
        if (ended.contains(pool)) {
          here.remove(i);
        } else {
          Thread.sleep(PAUSE); // it died over a task
          here.set(i, worker(pool, name, i + 1));
        }
      }
    }
  }

  private ChildProcess worker(long pool, String name, int number) {
    List<String> words = new ArrayList<>(List.of(Worker.PULL));
    words.addAll(BrokerWorker.arguments(BrokerPlace.of(address, file, false), pool, name, true));
    return ChildProcess.worker("Lent-" + number, words).daemon().start();
  }
}
