package interleave.remote;

import interleave.event.Recording;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes what workers on other machines record, and writes it into the recording of the run that
 * they work for. It looks for the broker in the recording's folder, by {@link BrokerAddress#FILE};
 * a run without one costs a look now and then. A thread of its own, a daemon.
 */
public final class RecordingReceiver implements AutoCloseable {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  /** When the run is over: so long nothing has come, or so long in all. */
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long LONGEST_END = TimeUnit.SECONDS.toNanos(2);

  private final Recording recording;
  private final Path address;
  private final long begin = System.nanoTime();
  private final Thread thread = new Thread(this::run, "interleave remote");
  private volatile long ending = Long.MAX_VALUE;
  private @Nullable Arrivals arrivals;
  private @Nullable BrokerPost post;

  private RecordingReceiver(Recording recording) {
    this.recording = recording;
    address = recording.folder().resolve(BrokerAddress.FILE);
  }

  /** One for that run, which begins now. */
  public static RecordingReceiver start(Recording recording) {
    RecordingReceiver receiver = new RecordingReceiver(recording);
    receiver.thread.setDaemon(true);
    receiver.thread.start();
    return receiver;
  }

  private void run() {
    while (!isOver(Long.MIN_VALUE)) {
      if (Files.exists(address)) {
        try {
          receive();
        } catch (IOException | RuntimeException e) {
          LockSupport.parkNanos(PAUSE); // it may come back; shippers send again what was lost
        }
      } else {
        LockSupport.parkNanos(LOOK);
      }
    }
    if (arrivals != null) {
      arrivals.close();
    }
  }

  /** Whether workers from elsewhere are with the run, who may have something to send yet. */
  public boolean hasGuests() {
    return Files.exists(address.resolveSibling(BrokerAddress.GUESTS));
  }

  private boolean isOver(long heard) {
    long now = System.nanoTime();
    long end = ending;
    return end != Long.MAX_VALUE && (now - Math.max(end, heard) > QUIET || now - end > LONGEST_END)
        || end != Long.MAX_VALUE && (arrivals == null || arrivals.size() == 0);
  }

  private void receive() throws IOException {
    try (BrokerPost open = BrokerPost.open(BrokerAddress.read(address), Mail.RECORDINGS, true)) {
      post = open;
      Arrivals known = arrivals == null ? arrivals() : arrivals;
      arrivals = known;
      long heard = System.nanoTime();
      while (!isOver(heard)) {
        long due = known.ask(System::nanoTime);
        byte[] message = open.receive(Math.min(due, System.nanoTime() + LOOK));
        if (message != null) {
          heard = System.nanoTime();
          known.heard(message, heard);
        }
      }
    } finally {
      post = null;
    }
  }

  private Arrivals arrivals() {
    return new Arrivals(recording, Place.name(), begin, this::send);
  }

  private void send(String queue, byte[] message) throws IOException {
    BrokerPost to = post;
    if (to != null) {
      to.send(queue, message);
    }
  }

  /** The run is over: takes what is under way, for two seconds at most, and then no more. */
  @Override
  public void close() {
    ending = System.nanoTime();
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(2 * LONGEST_END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
