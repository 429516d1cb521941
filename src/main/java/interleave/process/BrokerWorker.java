package interleave.process;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.process.broker.MakerToken;
import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a worker process that gets its tasks from a broker, until its pool is no more. A
 * task is given back, and to another worker, when this process dies over it; that it is done and
 * its result go to the broker together.
 */
final class BrokerWorker {
  /** So many workers may die over a task. */
  static final int MOST_DELIVERIES = 3;

  private final BrokerPlace place;
  private final long pool;
  private final boolean lent;
  private final PoolWorker runs;

  private BrokerWorker(BrokerPlace place, long pool, String poolName, boolean lent) {
    this.place = place;
    this.pool = pool;
    this.lent = lent;
    runs = new PoolWorker("", pool, poolName);
  }

  /** The arguments that {@link #of} understands. */
  static List<String> arguments(BrokerPlace place, long pool, String poolName, boolean lent) {
    return Argument.write(List.of(place.toString(), pool, poolName, lent));
  }

  static BrokerWorker of(List<String> arguments) throws RefusedBytesException {
    List<@Nullable Object> values = new ArrayList<>();
    for (String argument : arguments) {
      values.add(Argument.read(argument, RecordTypes.NONE));
    }
    if (values.size() == 4
        && values.get(0) instanceof String place
        && values.get(1) instanceof Long pool
        && values.get(2) instanceof String poolName
        && values.get(3) instanceof Boolean lent) {
      return new BrokerWorker(BrokerPlace.parse(place).orElseThrow(), pool, poolName, lent);
    }
    throw new RefusedBytesException("A worker is told a broker, a key and a name.");
  }

  void serve() throws IOException {
    BrokerAddress address = place.address();
    BrokerClient broker = BrokerClient.connect(address);
    FastExit.waitingFor(broker::breakOff);
    FastExit.waitingFor(MakerToken::leave);
    MakerToken.watch(address, PoolChannel.token(pool), BrokerWorker::leave);
    LentClasses classes = new LentClasses(lent, place.check());
    BrokerQueue tasks = PoolChannel.tasks(broker, pool);
    BrokerQueue results = PoolChannel.results(broker, pool);
    try {
      results.put(ProcessHandle.current().pid(), String.valueOf(PoolChannel.HERE));
      while (true) {
        Delivery task = tasks.take();
        String answer = answer(task, classes);
        broker.begin().acknowledge(task).put(results, task.number(), answer).commit();
      }
    } catch (BrokerGoneException e) {
      leave(); // and with the broker the pool
    }
  }

  private String answer(Delivery task, LentClasses classes) {
    if (task.deliveries() > MOST_DELIVERIES) {
      String reason = "it was given to " + MOST_DELIVERIES + " workers, which died over it";
      return text(PoolChannel.LOST, ValueWriter.encode(List.of(reason)));
    }
    PoolWorker.Answer answer;
    try {
      ByteBuffer order = ByteBuffer.wrap(Base64.getDecoder().decode(task.text()));
      answer = runs.run(task.number(), order, classes);
    } catch (IllegalArgumentException e) {
      answer = PoolWorker.failure(e);
    }
    if (answer.value().length > BrokerCrew.LARGEST) {
      answer =
          PoolWorker.failure(
              new IllegalArgumentException(
                  "The result takes %d bytes, and a broker passes on %d."
                      .formatted(answer.value().length, BrokerCrew.LARGEST)));
    }
    boolean failed = answer.type() == PoolFrames.FAILURE;
    return text(failed ? PoolChannel.FAILURE : PoolChannel.RESULT, answer.value());
  }

  private static String text(char kind, byte[] value) {
    return kind + Base64.getEncoder().encodeToString(value);
  }

  /** A task may have left threads behind that would keep this process for ever. */
  private static void leave() {
    System.exit(0);
  }
}
