package interleave.process;

import interleave.event.Recorder;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerLine;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.process.broker.MakerToken;
import interleave.process.broker.Transaction;
import interleave.process.value.RefusedBytesException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Passes a pool's tasks to workers through a broker, be they of this machine or of others that lend
 * theirs. Two threads of ours, with a connection each, put tasks and take results.
 *
 * <p>A task whose worker dies is given to another by the broker; {@link BrokerWorker} counts how
 * often. Its result comes with the word that the task is done, or not at all; should one come
 * twice, the first counts.
 */
final class BrokerCrew {
  /** So many tasks are with the broker at a time, and not all: it has little memory. */
  private static final int MOST_AWAY = 512;

  /** So many bytes become a message's text. */
  static final int LARGEST = BrokerLine.LARGEST / 4 * 3 - 8;

  private static final int MOST_TOGETHER = 64;
  private static final int RESULTS_AHEAD = 64;

  private final ProcessPool pool;
  private final PoolTasks tasks;
  private final BrokerAddress address;
  private final BrokerPlace place;
  private final BrokerClient out;
  private final BrokerClient back;
  private final Map<Long, PoolTask> away = new ConcurrentHashMap<>();
  private final Semaphore room = new Semaphore(MOST_AWAY);
  private final Set<Long> present = ConcurrentHashMap.newKeySet();
  private final Set<Long> own = ConcurrentHashMap.newKeySet();
  private final Closeable departure = this::leave;
  private volatile boolean finished;

  /**
   * Connects to a broker.
   *
   * @param file with its address
   */
  BrokerCrew(ProcessPool pool, PoolTasks tasks, Path file) throws IOException {
    this.pool = pool;
    this.tasks = tasks;
    address = BrokerAddress.read(file);
    place = BrokerPlace.of(address, file, false);
    out = BrokerClient.connect(address);
    back = BrokerClient.connect(address);
    FastExit.waitingFor(MakerToken::leave);
    FastExit.waitingFor(departure);
    MakerToken.hold(address, PoolChannel.token(pool.key()));
    out.queue(PoolChannel.OPEN_POOLS).put(pool.key(), pool.name());
  }

  void begin() {
    begin("interleave tasks of " + pool.name(), this::send);
    begin("interleave results of " + pool.name(), this::receive);
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    Recorder.current().service(thread);
    thread.start();
  }

  private void send() {
    BrokerQueue queue = PoolChannel.tasks(out, pool.key());
    try {
      for (List<PoolTask> next = next(); !next.isEmpty(); next = next()) {
        Transaction together = out.begin();
        for (PoolTask task : next) {
          away.put(task.id(), task);
          together.put(queue, task.id(), Base64.getEncoder().encodeToString(task.order()));
        }
        together.commit();
      }
      room.acquire(MOST_AWAY); // all results are here
      finish();
    } catch (BrokerGoneException | InterruptedException e) {
      broken(e);
    }
  }

  /**
   * Those that can go now; none when no more will come. There is room for many first, or each
   * result that comes would make one task go by itself.
   */
  private List<PoolTask> next() throws InterruptedException {
    room.acquire(MOST_TOGETHER);
    List<PoolTask> next = new ArrayList<>();
    PoolTask task = tasks.take(() -> finished);
    while (task != null) {
      next.add(task);
      task = next.size() < MOST_TOGETHER ? tasks.poll() : null;
    }
    room.release(MOST_TOGETHER - next.size());
    return next;
  }

  private void receive() {
    BrokerQueue results = PoolChannel.results(back, pool.key()).ahead(RESULTS_AHEAD);
    try {
      while (!finished) {
        Delivery result = results.take();
        heard(result.number(), result.text());
        back.acknowledge(result);
      }
    } catch (BrokerGoneException e) {
      broken(e);
    }
  }

  private void heard(long id, String text) {
    char kind = text.isEmpty() ? ' ' : text.charAt(0);
    if (kind == PoolChannel.HERE) {
      present.add(id);
      return;
    }
    PoolTask task = away.remove(id);
    if (task == null) {
      return; // it has come before
    }
    try {
      ByteBuffer value = ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(1)));
      if (kind == PoolChannel.RESULT) {
        task.complete(value);
      } else if (kind == PoolChannel.FAILURE) {
        task.fail(PoolWorker.texts(value));
      } else if (kind == PoolChannel.LOST) {
        pool.lost(task, PoolWorker.texts(value).getFirst());
      } else {
        throw new RefusedBytesException("it is of no kind that is known");
      }
    } catch (RefusedBytesException e) {
      task.refuse(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      task.refuse(new RefusedBytesException(String.valueOf(e.getMessage())));
    }
    room.release();
  }

  private void broken(Exception e) {
    if (!finished) {
      pool.breakOff("The broker is gone: " + e.getMessage());
      finish();
    }
  }

  /** Whether the broker has no task any more and will get none. */
  boolean isFinished() {
    return finished;
  }

  /** Those whose results are missing, of which nobody will hear any more. */
  List<PoolTask> dropped() {
    List<PoolTask> dropped = new ArrayList<>();
    for (Long id : away.keySet()) {
      PoolTask task = away.remove(id);
      if (task != null) {
        dropped.add(task);
        room.release();
      }
    }
    return dropped;
  }

  /** Whether workers have come that this process has not started. */
  boolean hasGuests() {
    return !own.containsAll(present);
  }

  /** Refuses what no message has room for. */
  void check(PoolTask task) {
    if (task.order().length > LARGEST) {
      throw new IllegalArgumentException(
          "Arguments take at most " + (LARGEST >> 10) + " KiB on their way through a broker.");
    }
  }

  /** All workers leave, wherever they are. */
  synchronized void finish() {
    if (!finished) {
      finished = true;
      tasks.nudge();
      MakerToken.end(address, PoolChannel.token(pool.key()));
      leave();
      FastExit.notWaitingFor(departure);
      notifyAll();
    }
  }

  private void leave() {
    out.breakOff();
    back.breakOff();
  }

  /** Waits until all that was handed in is done. */
  synchronized void join() throws InterruptedException {
    while (!finished) {
      wait();
    }
  }

  record Puller(ChildProcess child, Set<Long> present) implements PoolSeat.Link {
    @Override
    public boolean wasThere() {
      return present.contains(child.pid());
    }

    @Override
    public Ending ending() {
      return child.ended().join();
    }

    @Override
    public String toString() {
      return "worker " + child.pid();
    }
  }

  /** The seat of a worker of this machine, which gets its tasks from the broker. */
  static final class Seat extends PoolSeat<Puller> {
    private final BrokerCrew crew;

    Seat(BrokerCrew crew, String name) {
      super(crew.pool, () -> hire(crew, name));
      this.crew = crew;
    }

    private static Puller hire(BrokerCrew crew, String name) {
      List<String> words = new ArrayList<>(List.of(Worker.PULL));
      words.addAll(BrokerWorker.arguments(crew.place, crew.pool.key(), crew.pool.name(), false));
      ChildProcess child = ChildProcess.worker(name, words).daemon().start();
      crew.own.add(child.pid());
      return new Puller(child, crew.present);
    }

    @Override
    boolean serve(Puller here) {
      here.ending();
      return over();
    }

    @Override
    boolean over() {
      return crew.isFinished();
    }
  }
}
