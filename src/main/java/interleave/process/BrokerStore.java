package interleave.process;

import interleave.process.broker.BrokenWaitException;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerLine;
import interleave.process.broker.KeptMessage;
import interleave.process.broker.KeptQueue;
import interleave.process.broker.LineCooler;
import interleave.process.broker.MakerToken;
import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose messages a broker keeps, of this machine or another. A thread takes a free
 * connection for each message, or opens another. What was refused by the server of a queue is
 * refused here, before it is sent.
 *
 * <p>When a connection breaks while somebody waits, it is made anew. When it breaks while the
 * broker has not answered, nobody knows whether it has done what it was asked for; whoever asked is
 * told that the queue is gone, and nothing is put twice.
 */
final class BrokerStore implements QueueStore, LineCooler.Warm {
  /** What numbers of this process begin with. */
  private static final AtomicLong NUMBERS =
      new AtomicLong((SocketPlace.newKey() & Integer.MAX_VALUE) << Integer.SIZE);

  /** So long a broker may be away. */
  private static final long PATIENCE = 2_000_000_000;

  private static final Duration REST = Duration.ofMillis(50);

  private final BrokerAddress broker;
  private final KeptQueue queue;
  private final RecordTypes records;
  private final ConcurrentLinkedDeque<BrokerLine> free = new ConcurrentLinkedDeque<>();
  private final Set<BrokerLine> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private BrokerStore(BrokerAddress broker, KeptQueue queue, RecordTypes records) {
    this.broker = broker;
    this.queue = queue;
    this.records = records;
    FastExit.waitingFor(MakerToken::leave);
  }

  /** Makes a new queue, which ends with this process. */
  static BrokerStore make(BrokerAddress broker, long key, int capacity, RecordTypes records)
      throws IOException {
    BrokerStore store = new BrokerStore(broker, new KeptQueue(key, capacity > 0), records);
    MakerToken.hold(broker, token(key));
    if (capacity > 0) {
      BrokerLine line = BrokerLine.open(broker);
      line.makeRoom(store.queue, capacity);
      store.free.push(line);
    }
    return store;
  }

  /** The queue that another process made. */
  static BrokerStore connect(BrokerAddress broker, KeptQueue queue, RecordTypes records)
      throws IOException {
    BrokerStore store = new BrokerStore(broker, queue, records);
    MakerToken.watch(broker, token(queue.key()), store::close);
    return store;
  }

  private static String token(long key) {
    return "queue." + Long.toHexString(key);
  }

  @Override
  public @Nullable Entered put(byte[] value, long longest)
      throws IOException, InterruptedException {
    if (value.length > BrokerLine.LARGEST) {
      throw new RefusedBytesException(
          "A message of " + value.length + " bytes is too large for a broker; it takes 1 MiB.");
    }
    ValueReader.verify(ByteBuffer.wrap(value), records);
    long number = NUMBERS.incrementAndGet();
    long deadline = deadline(longest);
    return by(
        line ->
            line.put(queue, number, value, deadline)
                ? new Entered(number, System.nanoTime())
                : null);
  }

  @Override
  public @Nullable Left get(long longest) throws IOException, InterruptedException {
    long deadline = deadline(longest);
    return by(
        line -> {
          KeptMessage message = line.get(queue, deadline);
          return message == null ? null : new Left(message.number(), message.body());
        });
  }

  private static long deadline(long longest) {
    long now = System.nanoTime();
    return longest < 0 || now + longest < now ? BrokerLine.NEVER : now + longest;
  }

  private interface Use<R> {
    @Nullable R of(BrokerLine line) throws IOException;
  }

  /** Where a connection breaks while somebody waits the wait goes on by another. */
  private <R> @Nullable R by(Use<R> use) throws IOException, InterruptedException {
    while (true) {
      BrokerLine line = line();
      try {
        return by(line, use);
      } catch (BrokenWaitException e) {
        if (closed) {
          throw e;
        }
      }
    }
  }

  private <R> @Nullable R by(BrokerLine line, Use<R> use) throws IOException, InterruptedException {
    busy.add(line);
    FastExit.waitingFor(line);
    try {
      if (closed) {
        throw new IOException("The queue is closed.");
      }
      R done = use.of(line);
      release(line);
      return done;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // the exception says it from here on
      throw new InterruptedException("interrupted at a queue");
    } catch (IOException e) {
      FastExit.hold(e);
      ParentWatch.look();
      line.close();
      throw e;
    } catch (RuntimeException e) {
      line.close();
      throw e;
    } finally {
      busy.remove(line);
      FastExit.notWaitingFor(line);
      if (closed) {
        close();
      }
    }
  }

  private void release(BrokerLine line) throws IOException {
    if (!line.isUsable()) {
      line.close();
      return;
    }
    free.push(line);
    if (line.isWarm(Long.MIN_VALUE)) {
      LineCooler.warm(this);
    }
  }

  @Override
  public boolean cool(long since) {
    boolean later = false;
    for (BrokerLine line : free) {
      if (line.isWarm(since)) {
        later = true;
      } else if (line.isWarm(Long.MIN_VALUE) && free.remove(line)) {
        try {
          line.cool();
          release(line);
        } catch (IOException e) {
          close(line);
        }
      }
    }
    return later;
  }

  private BrokerLine line() throws IOException, InterruptedException {
    for (BrokerLine line = free.poll(); line != null; line = free.poll()) {
      if (line.isUsable()) {
        return line;
      }
      line.close();
    }
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        return BrokerLine.open(broker);
      } catch (IOException e) {
        FastExit.hold(e);
        ParentWatch.look();
        if (closed || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(REST);
      }
    }
  }

  /** The maker has ended it, or is gone. */
  @Override
  public void close() {
    closed = true;
    for (BrokerLine line : busy) {
      close(line);
    }
    for (BrokerLine line = free.poll(); line != null; line = free.poll()) {
      close(line);
    }
  }

  private static void close(BrokerLine line) {
    try {
      line.close();
    } catch (IOException e) {
      // it is gone in any case
    }
  }

  /** Ends what {@link #make} made, for all. */
  void end() {
    close();
    MakerToken.end(broker, token(queue.key()));
  }
}
