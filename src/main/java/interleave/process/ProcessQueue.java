package interleave.process;

import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.KeptQueue;
import interleave.process.broker.SharedBroker;
import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A queue between processes. Any number of processes may put into it and get from it; it is first
 * come, first served, for messages and for those who wait.
 *
 * <pre>{@code
 * ProcessQueue<String> q = ProcessQueue.unbounded("q");
 * ChildProcess.of(Program.class, "write", q).start();   // static void write(ProcessQueue<String> q) { q.put("A"); }
 * String value = q.get();                               // waits until there is one
 * }</pre>
 *
 * <p>Messages are strings, booleans, numbers, byte arrays, and lists and records of such, of at
 * most 16 MiB each. Record classes must be named when the queue is made; no other class is ever
 * constructed from what another process sent, and Java's serialization is not used.
 *
 * <p>The messages are kept by the process that made the queue, and the queue ends with it: whoever
 * uses it then gets a {@link QueueClosedException}. A process that dies harms nobody else:
 *
 * <ul>
 *   <li>a message that it had not put completely was never put;
 *   <li>a message that was on its way to it and had not arrived goes back to the head of the queue.
 * </ul>
 *
 * <p>Where the process has a broker ({@link SharedBroker}), or one is named, the broker keeps the
 * messages instead, for processes of other machines, too. They have at most 1 MiB then, and two who
 * get at the same instant may get theirs in the other order; all else is the same, and the queue
 * ends with the process that made it as well. When the connection to the broker breaks while
 * something is put or got, that fails, and nobody knows whether it was done.
 *
 * <p>Any number of threads may use the same object.
 *
 * @param <T> the messages' type; the compiler checks it within a process, and a cast does in the
 *     process that gets
 */
public final class ProcessQueue<T> implements AutoCloseable {
  private final QueueHandle handle;
  private final RecordTypes records;
  private final QueueStore store;
  private final @Nullable Maker maker;
  private final Recorder recorder = Recorder.current();
  private final int object;

  /** What only the process that made the queue can do. */
  private interface Maker {
    void end();
  }

  private ProcessQueue(
      QueueHandle handle, RecordTypes records, QueueStore store, @Nullable Maker maker) {
    this.handle = handle;
    this.records = records;
    this.store = store;
    this.maker = maker;
    object = recorder.object(ObjectType.QUEUE, handle.key(), handle.name());
  }

  /**
   * A new queue that takes as many messages as are put.
   *
   * @param name for people
   * @param records the record classes that messages may be or hold
   */
  public static <T> ProcessQueue<T> unbounded(String name, Class<?>... records) {
    return create(SharedBroker.file(), name, 0, List.of(records));
  }

  /**
   * As {@link #unbounded(String, Class...)}, kept by a broker.
   *
   * @param broker the file with its address
   */
  public static <T> ProcessQueue<T> unbounded(Path broker, String name, Class<?>... records) {
    return create(Optional.of(broker), name, 0, List.of(records));
  }

  /**
   * A new queue that holds at most {@code capacity} messages; put waits while it is full.
   *
   * @param name for people
   * @param records the record classes that messages may be or hold
   */
  public static <T> ProcessQueue<T> bounded(String name, int capacity, Class<?>... records) {
    return create(SharedBroker.file(), name, positive(capacity), List.of(records));
  }

  /**
   * As {@link #bounded(String, int, Class...)}, kept by a broker.
   *
   * @param broker the file with its address
   */
  public static <T> ProcessQueue<T> bounded(
      Path broker, String name, int capacity, Class<?>... records) {
    return create(Optional.of(broker), name, positive(capacity), List.of(records));
  }

  private static int positive(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "A bounded queue holds at least one message, not " + capacity + ".");
    }
    return capacity;
  }

  private static <T> ProcessQueue<T> create(
      Optional<Path> broker, String name, int capacity, List<Class<?>> classes) {
    for (Class<?> type : classes) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type.getName() + " is not a record class.");
      }
    }
    RecordTypes records = RecordTypes.among(classes);
    long key = SocketPlace.newKey();
    try {
      ProcessQueue<T> queue =
          broker.isPresent()
              ? atBroker(broker.get(), key, name, capacity, records)
              : here(key, name, capacity, records);
      if (capacity > 0) {
        queue.record(EventKind.QUEUE_CAPACITY, 0, 0, capacity);
      }
      return queue;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The queue " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  private static <T> ProcessQueue<T> here(long key, String name, int capacity, RecordTypes records)
      throws IOException {
    Path socket = SocketPlace.socket("q", key);
    QueueHandle handle = new QueueHandle(key, name, socket.toString(), records.names());
    QueueServer server = QueueServer.start(socket, name, capacity, records);
    return new ProcessQueue<>(handle, records, new QueueConnections(socket), server::close);
  }

  private static <T> ProcessQueue<T> atBroker(
      Path broker, long key, String name, int capacity, RecordTypes records) throws IOException {
    BrokerAddress address = BrokerAddress.read(broker);
    BrokerPlace place = BrokerPlace.of(address, broker, capacity > 0);
    QueueHandle handle = new QueueHandle(key, name, place.toString(), records.names());
    BrokerStore store = BrokerStore.make(address, key, capacity, records);
    return new ProcessQueue<>(handle, records, store, store::end);
  }

  /**
   * The queue that another process made. A process started by {@link ChildProcess} gets its queues
   * as arguments and has no need for this.
   *
   * @param handle what {@link #handle()} said there
   */
  public static <T> ProcessQueue<T> connect(String handle) {
    QueueHandle parsed = QueueHandle.parse(handle);
    RecordTypes types = parsed.types();
    Optional<BrokerPlace> place = BrokerPlace.parse(parsed.place());
    if (place.isEmpty()) {
      return new ProcessQueue<>(parsed, types, new QueueConnections(parsed.socket()), null);
    }
    try {
      KeptQueue kept = new KeptQueue(parsed.key(), place.get().bounded());
      BrokerStore store = BrokerStore.connect(place.get().address(), kept, types);
      return new ProcessQueue<>(parsed, types, store, null);
    } catch (IOException e) {
      ParentWatch.look();
      throw new QueueClosedException(
          "The queue " + parsed.name() + " is gone: " + e.getMessage(), e);
    }
  }

  public String name() {
    return handle.name();
  }

  /** A word with which another process can {@link #connect}. */
  public String handle() {
    return handle.toString();
  }

  /**
   * Puts a message at the end; waits while the queue is full.
   *
   * @throws InterruptedException when the thread is interrupted meanwhile; where that crosses with
   *     the queue's answer, the message is in the queue all the same
   */
  public void put(T message) throws InterruptedException {
    put(message, QueueFrames.FOR_EVER);
  }

  /**
   * As {@link #put(Object)}, but gives up after {@code longest}. Returns whether the message is in
   * the queue.
   */
  public boolean put(T message, Duration longest) throws InterruptedException {
    return put(message, Math.max(longest.toNanos(), 0));
  }

  private boolean put(T message, long longest) throws InterruptedException {
    byte[] value =
        ValueWriter.encode(Objects.requireNonNull(message, "a message must be something"));
    int site = recorder.callerSite();
    limit(longest);
    record(EventKind.PUT_REQUEST, 0, site, 0);
    try {
      QueueStore.Entered entered = store.put(value, longest);
      if (entered == null) {
        record(EventKind.PUT_ABANDONED, Flags.TIMED_OUT, site, 0);
        return false;
      }
      if (recorder.on()) {
        recorder
            .log()
            .textAt(
                EventKind.PUT, 0, object, site, entered.id(), entered.time(), Preview.of(message));
      }
      return true;
    } catch (InterruptedException e) {
      record(EventKind.PUT_ABANDONED, Flags.INTERRUPTED, site, 0);
      throw e;
    } catch (IOException e) {
      record(EventKind.PUT_ABANDONED, Flags.FAILED, site, 0);
      throw failure(e);
    }
  }

  /** What begins then ends by itself. */
  private void limit(long longest) {
    if (longest != QueueFrames.FOR_EVER) {
      record(EventKind.WAIT_LIMIT, 0, 0, Math.max(1, longest));
    }
  }

  /** Takes the oldest message; waits until there is one. */
  public T get() throws InterruptedException {
    return get(QueueFrames.FOR_EVER).orElseThrow();
  }

  /** As {@link #get()}, but gives up after {@code longest}; empty then. */
  public Optional<T> get(Duration longest) throws InterruptedException {
    return get(Math.max(longest.toNanos(), 0));
  }

  private Optional<T> get(long longest) throws InterruptedException {
    int site = recorder.callerSite();
    limit(longest);
    record(EventKind.GET_REQUEST, 0, site, 0);
    try {
      QueueStore.Left left = store.get(longest);
      if (left == null) {
        record(EventKind.GET_ABANDONED, Flags.TIMED_OUT, site, 0);
        return Optional.empty();
      }
      long time = Clock.now();
      Object value = ValueReader.decode(left.value(), records);
      if (value == null) {
        throw new RefusedBytesException("A message is nothing at all.");
      }
      if (recorder.on()) {
        recorder.log().textAt(EventKind.GET, 0, object, site, left.id(), time, Preview.of(value));
      }
      @SuppressWarnings("unchecked")
      T message = (T) value;
      return Optional.of(message);
    } catch (InterruptedException e) {
      record(EventKind.GET_ABANDONED, Flags.INTERRUPTED, site, 0);
      throw e;
    } catch (IOException e) {
      record(EventKind.GET_ABANDONED, Flags.FAILED, site, 0);
      throw failure(e);
    }
  }

  private RuntimeException failure(IOException e) {
    if (e instanceof RefusedBytesException) {
      return new IllegalArgumentException("The queue " + name() + " refused: " + e.getMessage(), e);
    }
    return new QueueClosedException(
        "The queue " + name() + " is gone: the process that made it has ended or closed it.", e);
  }

  private void record(EventKind kind, int flags, int site, long value) {
    recorder.log().event(kind, flags, object, site, value);
  }

  /**
   * In the process that made the queue, ends it, with whatever is in it; elsewhere, only lets go of
   * it.
   */
  @Override
  public void close() {
    store.close();
    if (maker != null) {
      maker.end();
    }
  }

  @Override
  public String toString() {
    return "queue " + name();
  }
}
