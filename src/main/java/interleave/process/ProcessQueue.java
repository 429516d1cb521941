package interleave.process;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
 * <p>Any number of threads may use the same object.
 *
 * @param <T> the messages' type; the compiler checks it within a process, and a cast does in the
 *     process that gets
 */
public final class ProcessQueue<T> implements AutoCloseable {
  private final QueueHandle handle;
  private final RecordTypes records;
  private final QueueConnections connections;
  private final @Nullable QueueServer server;
  private final Recorder recorder = Recorder.current();
  private final int object;

  private ProcessQueue(QueueHandle handle, RecordTypes records, @Nullable QueueServer server) {
    this.handle = handle;
    this.server = server;
    this.records = records;
    connections = new QueueConnections(handle.socket());
    object = recorder.object(ObjectType.QUEUE, handle.key(), handle.name());
  }

  /**
   * A new queue that takes as many messages as are put.
   *
   * @param name for people
   * @param records the record classes that messages may be or hold
   */
  public static <T> ProcessQueue<T> unbounded(String name, Class<?>... records) {
    return create(name, 0, List.of(records));
  }

  /**
   * A new queue that holds at most {@code capacity} messages; put waits while it is full.
   *
   * @param name for people
   * @param records the record classes that messages may be or hold
   */
  public static <T> ProcessQueue<T> bounded(String name, int capacity, Class<?>... records) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "A bounded queue holds at least one message, not " + capacity + ".");
    }
    return create(name, capacity, List.of(records));
  }

  private static <T> ProcessQueue<T> create(String name, int capacity, List<Class<?>> classes) {
    for (Class<?> type : classes) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type.getName() + " is not a record class.");
      }
    }
    RecordTypes records = RecordTypes.among(classes);
    long key = SocketPlace.newKey();
    try {
      QueueHandle handle =
          new QueueHandle(key, name, SocketPlace.socket("q", key), records.names());
      QueueServer server = QueueServer.start(handle.socket(), name, capacity, records);
      ProcessQueue<T> queue = new ProcessQueue<>(handle, records, server);
      if (capacity > 0) {
        queue.record(EventKind.QUEUE_CAPACITY, 0, 0, capacity);
      }
      return queue;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The queue " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  /**
   * The queue that another process made. A process started by {@link ChildProcess} gets its queues
   * as arguments and has no need for this.
   *
   * @param handle what {@link #handle()} said there
   */
  public static <T> ProcessQueue<T> connect(String handle) {
    QueueHandle parsed = QueueHandle.parse(handle);
    return new ProcessQueue<>(parsed, parsed.types(), null);
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
    ByteBuffer request =
        MessageFrame.make(QueueFrames.PUT, Long.BYTES + value.length).putLong(longest).put(value);
    try {
      MessageFrame answer = connections.ask(request);
      if (answer.type() == QueueFrames.TIMED_OUT) {
        record(EventKind.PUT_ABANDONED, Flags.TIMED_OUT, site, 0);
        return false;
      }
      long id = answer.nextLong();
      if (recorder.on()) {
        recorder
            .log()
            .textAt(EventKind.PUT, 0, object, site, id, answer.nextLong(), Preview.of(message));
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
      MessageFrame answer =
          connections.ask(MessageFrame.make(QueueFrames.GET, Long.BYTES).putLong(longest));
      if (answer.type() == QueueFrames.TIMED_OUT) {
        record(EventKind.GET_ABANDONED, Flags.TIMED_OUT, site, 0);
        return Optional.empty();
      }
      long time = System.nanoTime();
      long id = answer.nextLong();
      answer.nextLong();
      Object value = ValueReader.decode(answer.rest().slice(), records);
      if (value == null) {
        throw new RefusedBytesException("A message is nothing at all.");
      }
      if (recorder.on()) {
        recorder.log().textAt(EventKind.GET, 0, object, site, id, time, Preview.of(value));
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
    connections.close();
    if (server != null) {
      server.close();
    }
  }

  @Override
  public String toString() {
    return "queue " + name();
  }
}
