package interleave.process;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.process.broker.SharedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A number of worker processes that share tasks. A task is a call of a static method; it runs in
 * whichever worker is free first, and tasks begin in the order in which they were handed in.
 *
 * <pre>{@code
 * ProcessPool pool = new ProcessPool(4);
 * Result square = pool.apply(Program.class, "square", 12);   // static int square(int n)
 * pool.close();                                              // no more tasks will come
 * pool.join();                                               // wait until all are done
 * System.out.println(square.get());
 * }</pre>
 *
 * <p>A worker that dies is replaced. The task that it had begun is lost, and whoever asks for its
 * result is told so; a task that it had not begun is given to another worker. So every task comes
 * to an end, and nobody waits for ever.
 *
 * <p>Where the process has a broker ({@link SharedBroker}), or one is named, tasks go through it,
 * and other machines can lend theirs: {@link Lender}. They run what is on their own class path. A
 * task whose worker dies, or whose machine is gone, is given to another then, to three in all
 * before it is lost: it may be begun more than once, but it counts once.
 *
 * <p>Workers do not keep their parent from ending; they end with it. Any thread may call any
 * method.
 */
public final class ProcessPool implements AutoCloseable {
  private static final int MOST_WORKERS = 256;

  private final String name;
  private final long key = SocketPlace.newKey();
  private final Recorder recorder = Recorder.current();
  private final int object;
  private final PoolTasks tasks = new PoolTasks();
  private final List<PoolSeat<?>> seats = new ArrayList<>();
  private final @Nullable BrokerCrew crew;
  private final AtomicInteger seatsLeft;
  private final AtomicLong lastTask = new AtomicLong();

  /** A pool of that many workers, which are started at once. */
  public ProcessPool(int workers) {
    this(workers, "pool");
  }

  /**
   * A pool of that many workers, which are started at once.
   *
   * @param name for people
   */
  public ProcessPool(int workers, String name) {
    this(SharedBroker.file(), workers, name);
  }

  /**
   * A pool whose tasks go through a broker, to so many workers of this machine, which are started
   * at once, and to all that other machines lend.
   *
   * @param broker the file with its address
   * @param workers may be none
   * @param name for people
   */
  public ProcessPool(Path broker, int workers, String name) {
    this(Optional.of(broker), workers, name);
  }

  private ProcessPool(Optional<Path> broker, int workers, String name) {
    int fewest = broker.isPresent() ? 0 : 1;
    if (workers < fewest || workers > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "A pool has " + fewest + " to " + MOST_WORKERS + " workers, not " + workers + ".");
    }
    this.name = name;
    object = recorder.object(ObjectType.POOL, key, name);
    seatsLeft = new AtomicInteger(workers);
    crew = broker.isEmpty() ? null : crew(broker.get());
    try {
      for (int number = 1; number <= workers; number++) {
        String worker = "Worker-" + number;
        seats.add(
            crew == null ? new LocalSeat(this, tasks, worker) : new BrokerCrew.Seat(crew, worker));
      }
    } catch (UncheckedIOException e) {
      terminate(); // a pool with all of them or none
      throw e;
    }
    if (crew != null) {
      crew.begin();
    }
    for (PoolSeat<?> seat : seats) {
      Thread thread = new Thread(seat, "interleave seat of " + name);
      thread.setDaemon(true);
      recorder.service(thread);
      thread.start();
    }
  }

  private BrokerCrew crew(Path broker) {
    try {
      return new BrokerCrew(this, tasks, broker);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The pool " + name + " cannot talk to its broker: " + e.getMessage(), e);
    }
  }

  /**
   * Hands in a task and does not wait for it.
   *
   * @param owner class of the method
   * @param method name of a static method; it need not be public
   * @param arguments strings, numbers, booleans, byte arrays, lists and records of such, and {@link
   *     ProcessQueue}s
   * @throws IllegalArgumentException when there is no such method, or it does not take such
   *     arguments
   * @throws IllegalStateException when the pool is closed
   */
  public Result apply(Class<?> owner, String method, Object... arguments) {
    EntryPoint entry = EntryPoint.of(owner, method, arguments.length);
    entry.check(arguments);
    List<Object> list = Arrays.asList(arguments);
    List<String> words = Argument.write(list);
    String call = Preview.call(method, list);
    tasks.checkOpen();
    PoolTask task = new PoolTask(lastTask.incrementAndGet(), entry, words, new Result(call), 0);
    if (crew != null) {
      crew.check(task);
    }
    recorder
        .log()
        .text(EventKind.TASK_SUBMITTED, 0, object, recorder.callerSite(), task.id(), call);
    tasks.add(task);
    return task.result();
  }

  /**
   * Hands in a task for each of the arguments, which the method takes one of; the results are in
   * the same order.
   */
  public List<Result> map(Class<?> owner, String method, Iterable<?> arguments) {
    List<Result> results = new ArrayList<>();
    for (Object argument : arguments) {
      results.add(apply(owner, method, argument));
    }
    return results;
  }

  /** Takes no more tasks. Those that are here will be done, and then the workers leave. */
  @Override
  public void close() {
    tasks.close();
  }

  /**
   * Waits until all workers have left.
   *
   * @throws IllegalStateException when the pool is not closed, since it would be for ever
   */
  public void join() throws InterruptedException {
    if (!tasks.closed()) {
      throw new IllegalStateException(
          "Close the pool before joining it: its workers wait for more tasks.");
    }
    for (PoolSeat<?> seat : seats) {
      seat.join();
    }
    if (crew != null) {
      crew.join();
    }
  }

  /** Ends the workers at once; tasks that are not done are lost. */
  public void terminate() {
    breakOff("The pool was terminated.");
    seats.forEach(PoolSeat::terminate);
    if (crew != null) {
      crew.finish();
    }
  }

  String name() {
    return name;
  }

  long key() {
    return key;
  }

  /** A worker died over {@code task}. */
  void lost(PoolTask task, String reason) {
    boolean terminated = tasks.broken().isPresent();
    end(
        task,
        terminated ? Flags.CANCELLED : Flags.LOST,
        terminated ? tasks.broken().get() : reason);
  }

  /** A seat will have no worker any more; when that was the last one, no task has a future. */
  void seatLeft(String reason) {
    boolean others = crew != null && !crew.isFinished() && crew.hasGuests();
    if (seatsLeft.decrementAndGet() == 0 && !others) {
      breakOff("No worker is left: " + reason + ".");
    }
  }

  /** Nobody will run a task any more. */
  void breakOff(String reason) {
    List<PoolTask> left = new ArrayList<>(tasks.breakOff(reason));
    if (crew != null) {
      left.addAll(crew.dropped());
    }
    for (PoolTask task : left) {
      end(task, Flags.CANCELLED, reason);
    }
  }

  boolean isBroken() {
    return tasks.broken().isPresent();
  }

  private void end(PoolTask task, int flags, String reason) {
    recorder.log().text(EventKind.TASK_ENDED, flags, object, 0, task.id(), reason);
    task.result().fail(new TaskLostException("The task " + task.result() + " is lost: " + reason));
  }
}
