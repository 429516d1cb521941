package interleave.process.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A process' own way to a broker.
 *
 * <pre>{@code
 * try (BrokerClient broker = BrokerClient.connect(address)) {
 *   BrokerQueue tasks = broker.queue("tasks");
 *   Delivery task = tasks.take();                 // waits until there is one
 *   broker.begin().acknowledge(task).put(broker.queue("results"), task.number(), "done").commit();
 * }
 * }</pre>
 *
 * <p>When the connection breaks it is made anew, and a message that was taken over the old one is
 * given to somebody again. When the broker does not come back, or refuses what is said to it time
 * after time, a {@link BrokerGoneException} is thrown.
 *
 * <p>One thread uses it and its queues.
 */
public final class BrokerClient implements AutoCloseable {
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  /** So long a broker of this run may be away. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  /** And one that others use, too: whoever has ended it starts it again. */
  private static final long PATIENCE_WITH_OTHERS = TimeUnit.SECONDS.toNanos(60);

  /** Where so much was refused, each soon after the last, it will be the next time, too. */
  private static final int MOST_REFUSALS = 5;

  private final BrokerAddress address;
  private final Map<String, BrokerQueue> queues = new LinkedHashMap<>();
  final BrokerFrames frames;
  private final PutToken token = new PutToken(this);
  private volatile @Nullable StompConnection connection;
  private volatile boolean leaving;
  private int connections;
  private int refusals;
  private long refused;
  private long receipts;

  private BrokerClient(BrokerAddress address) {
    this.address = address;
    frames = new BrokerFrames(address.run());
  }

  /**
   * Connects to a broker.
   *
   * @param file what {@link Broker#address} said
   */
  public static BrokerClient connect(Path file) throws IOException {
    return connect(BrokerAddress.read(file));
  }

  /** Connects to the broker of that address. */
  public static BrokerClient connect(BrokerAddress address) throws IOException {
    BrokerClient client = new BrokerClient(address);
    client.reconnect(StompConnection.open(client.address));
    return client;
  }

  /** The queue of that name; it is there as soon as somebody uses it. */
  public BrokerQueue queue(String name) {
    BrokerQueue queue = queues.get(name);
    if (queue == null) {
      queue = new BrokerQueue(this, name, address.keyOf(name));
      queues.put(name, queue);
    }
    return queue;
  }

  /** A new transaction, with nothing in it yet. */
  public Transaction begin() {
    return new Transaction(this);
  }

  /** Does all of it, for certain and once. */
  void once(List<StompFrame> frames) {
    token.once(frames);
  }

  /** Does not know this queue any more. */
  void forget(BrokerQueue queue) {
    queues.remove(queue.name());
  }

  /** See {@link Transaction#commit}. */
  boolean together(List<StompFrame> frames, List<Delivery> acknowledged) {
    for (Delivery delivery : acknowledged) {
      if (delivery.connection() != connections) {
        return false;
      }
    }
    String transaction = "t" + ++receipts;
    List<StompFrame> all = new ArrayList<>();
    all.add(StompFrame.of("BEGIN", "transaction", transaction));
    for (StompFrame frame : frames) {
      all.add(frame.with("transaction", transaction));
    }
    all.add(StompFrame.of("COMMIT", "transaction", transaction));
    try {
      ask(all);
      return true;
    } catch (IOException e) {
      recover(e);
      return false;
    }
  }

  /** Sends, and waits until the broker has done the last of it. */
  private void ask(List<StompFrame> frames) throws IOException {
    StompConnection to = connected();
    String receipt = "r" + ++receipts;
    List<StompFrame> all = new ArrayList<>(frames);
    all.add(all.removeLast().with("receipt", receipt));
    to.send(all);
    StompFrame answer;
    do {
      answer = to.receive(StompConnection.FOR_EVER);
      keep(answer);
    } while (answer == null
        || !answer.command().equals("RECEIPT")
        || !answer.header("receipt-id").equals(receipt));
  }

  private void keep(@Nullable StompFrame frame) {
    if (frame != null && frame.command().equals("MESSAGE")) {
      BrokerQueue queue = queues.get(frame.header("subscription"));
      if (queue != null) {
        queue.arrived.add(frame);
      }
    }
  }

  /** The next message of that queue; empty when the time is up. */
  Optional<Delivery> receive(BrokerQueue queue, long deadline) {
    while (true) {
      try {
        if (!queue.subscribed) {
          queue.subscribed = true;
          subscribe(queue);
        }
        StompFrame frame = queue.arrived.poll();
        if (frame == null) {
          StompFrame next = connected().receive(deadline);
          if (next == null) {
            return Optional.empty();
          }
          keep(next);
        } else {
          Delivery delivery = delivery(queue, frame);
          if (!BrokerFrames.again(frame)) {
            return Optional.of(delivery);
          }
          // Brokers tell that it was somebody else's before, but not how often: it goes to the end
          // of the queue with its count one higher, and comes from there.
          begin().putBack(delivery).commit();
        }
      } catch (IOException e) {
        recover(e);
      }
    }
  }

  private Delivery delivery(BrokerQueue queue, StompFrame frame) {
    int deliveries = (int) Math.clamp(frame.number("deliveries", 1), 1, Short.MAX_VALUE);
    long number = frame.number("number", 0);
    return new Delivery(queue, number, frame.text(), deliveries, frame.header("ack"), connections);
  }

  private void subscribe(BrokerQueue queue) throws IOException {
    connected().send(frames.subscription(queue.name(), queue.ahead()));
  }

  /**
   * Says that the message is done with, and does not wait: it comes once more where the connection
   * breaks before the broker has heard of it.
   */
  public void acknowledge(Delivery delivery) {
    try {
      if (delivery.connection() == connections) {
        connected().send(StompFrame.of("ACK", "id", delivery.acknowledgment()));
      }
    } catch (IOException e) {
      recover(e);
    }
  }

  private StompConnection connected() throws IOException {
    StompConnection there = connection;
    if (there == null) {
      throw new IOException("The connection is closed.");
    }
    return there;
  }

  /** Connects anew, after pauses that grow. */
  private void recover(IOException because) {
    if (connection == null || leaving) {
      throw new BrokerGoneException("The connection to the broker is closed.", because);
    }
    if (because instanceof RefusedRequestException) {
      long now = System.nanoTime();
      refusals = now - refused < PATIENCE ? refusals + 1 : 1;
      refused = now;
      if (refusals >= MOST_REFUSALS) {
        throw new BrokerGoneException(String.valueOf(because.getMessage()), because);
      }
    }
    long end = System.nanoTime() + (address.run().isEmpty() ? PATIENCE : PATIENCE_WITH_OTHERS);
    for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        hangUp(); // or the broker would go on lending to it
        reconnect(StompConnection.open(address));
        if (leaving) {
          hangUp();
        }
        return;
      } catch (IOException e) {
        if (leaving || System.nanoTime() + pause > end) {
          throw new BrokerGoneException("The broker is gone: " + because.getMessage(), e);
        }
        LockSupport.parkNanos(pause);
      }
    }
  }

  private void reconnect(StompConnection anew) throws IOException {
    connection = anew;
    connections++;
    for (BrokerQueue queue : queues.values()) {
      queue.arrived.clear(); // it comes again
      if (queue.subscribed) {
        subscribe(queue);
      }
    }
  }

  /** Any thread may let the one that uses it find out that the broker is gone. */
  public void breakOff() {
    leaving = true;
    hangUp();
  }

  private void hangUp() {
    StompConnection there = connection;
    if (there != null) {
      there.close();
    }
  }

  /** Waits until the broker is gone, and is back. */
  public void awaitReturn() {
    int before = connections;
    while (connections == before) {
      try {
        keep(connected().receive(StompConnection.FOR_EVER));
      } catch (IOException e) {
        recover(e);
      }
    }
  }

  /** Leaves. What was taken and not acknowledged goes back. */
  @Override
  public void close() {
    leaving = true;
    token.giveUp();
    hangUp();
    connection = null;
  }
}
