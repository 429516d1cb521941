package interleave.remote;

import interleave.event.Recording;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerPost;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends what a worker on this machine records to the machine of the run that it works for, while it
 * is written. The worker never waits for it: what cannot be sent yet stays in the recording's
 * files, and what they have no room for is counted as lost, as always. A thread of its own, a
 * daemon.
 */
public final class RecordingShipper implements AutoCloseable {
  /** System property: ns that this machine's clock is to be ahead, for tests of clocks. */
  public static final String CLOCK_PROPERTY = "interleave.clock.ahead";

  private static final int LARGEST_BATCH = 128 << 10;
  private static final int SMALLEST_ROOM = 8 << 10;
  private static final long HELLO_AGAIN = TimeUnit.SECONDS.toNanos(2);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final BrokerAddress address;
  private final long id = new SecureRandom().nextLong();
  private final long ahead = Long.getLong(CLOCK_PROPERTY, 0);
  private final BatchPacking packing;
  private final SendWindow window = new SendWindow();
  private final Thread thread = new Thread(this::run, "interleave shipper");
  private long pace = TimeUnit.MILLISECONDS.toNanos(50);
  private long saidHello;
  private long packed;
  private boolean welcome;
  private volatile long deadline = Long.MAX_VALUE;
  private volatile long unsent;

  private RecordingShipper(Recording recording, BrokerAddress address) {
    this.address = address;
    packing = new BatchPacking(recording, ahead);
  }

  /**
   * Begins to send.
   *
   * @param recording what the worker on this machine writes
   * @param address the broker that it works with
   */
  public static RecordingShipper start(Recording recording, BrokerAddress address) {
    RecordingShipper shipper = new RecordingShipper(recording, address);
    shipper.thread.setDaemon(true);
    shipper.thread.start();
    return shipper;
  }

  private long now() {
    return System.nanoTime() + ahead;
  }

  private void run() {
    try (packing) {
      long pause = FIRST_PAUSE;
      while (!isOver()) {
        try (BrokerPost post = BrokerPost.open(address, Mail.of(id), false)) {
          pause = FIRST_PAUSE;
          hello(post);
          send(post, window.again(System.nanoTime()));
          ship(post);
        } catch (IOException e) {
          if (!isOver()) {
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
          }
        }
      }
      unsent = packing.waiting() + window.bytes();
    } catch (IOException e) {
      unsent = Math.max(1, window.bytes());
    }
  }

  private boolean isOver() {
    return System.nanoTime() - deadline > 0;
  }

  private boolean isEnding() {
    return deadline != Long.MAX_VALUE;
  }

  /** Until all is sent of what ends, or it is too late. */
  private void ship(BrokerPost post) throws IOException {
    while (!isOver()) {
      long time = System.nanoTime();
      if (time - saidHello > HELLO_AGAIN && !welcome) {
        hello(post);
      }
      send(post, window.overdue(time));
      boolean more = gather(post, time);
      if (isEnding() && welcome && !more && window.isEmpty()) {
        post.send(Mail.RECORDINGS, new Message.Farewell(id, 0).encode());
        deadline = System.nanoTime() - 1;
        return;
      }
      hear(post, more ? time : Math.min(deadline, time + pace));
    }
    long left = packing.waiting() + window.bytes();
    post.send(Mail.RECORDINGS, new Message.Farewell(id, left).encode());
  }

  private void hello(BrokerPost post) throws IOException {
    saidHello = System.nanoTime();
    post.send(Mail.RECORDINGS, new Message.Hello(id, Place.key(), Place.name()).encode());
  }

  private static void send(BrokerPost post, List<byte[]> messages) throws IOException {
    for (byte[] message : messages) {
      post.send(Mail.RECORDINGS, message);
    }
  }

  /** Sends a batch when it is time to; returns whether there may be more at once. */
  private boolean gather(BrokerPost post, long time) throws IOException {
    long room = Math.min(LARGEST_BATCH, window.room());
    boolean late = time - packed < pace && !isEnding();
    if (late || room <= 0 || room < SMALLEST_ROOM && !window.isEmpty()) {
      return false;
    }
    byte[] parts = packing.pack(room, time, isEnding());
    if (parts.length == 0) {
      packed = time;
      return false;
    }
    byte[] message = new Message.Batch(id, window.next(), parts).encode();
    window.sent(message, time);
    post.send(Mail.RECORDINGS, message);
    if (parts.length < room) {
      packed = time;
    }
    return parts.length >= room;
  }

  /** Hears what there is to hear until then, and answers. */
  private void hear(BrokerPost post, long until) throws IOException {
    byte[] bytes = post.receive(until);
    long heard = now();
    Message message = bytes == null ? null : Message.parse(bytes);
    if (message instanceof Message.Question(long who, long asked) && who == id) {
      Message answer = new Message.Answer(id, asked, heard, now());
      post.send(Mail.RECORDINGS, answer.encode());
    } else if (message instanceof Message.Grant grant && grant.shipper() == id) {
      welcome = true;
      window.granted(grant, System.nanoTime());
      pace = TimeUnit.MILLISECONDS.toNanos(Math.clamp(grant.paceMillis(), 1, 10_000));
    }
  }

  /**
   * The worker has ended: sends what is left of its recording, for so long at most.
   *
   * @return about how many bytes of events were not sent
   */
  public long finish(Duration longest) {
    deadline = System.nanoTime() + longest.toNanos();
    LockSupport.unpark(thread);
    try {
      thread.join(longest.plusSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return unsent;
  }

  /** Sends no more. */
  @Override
  public void close() {
    finish(Duration.ZERO);
  }
}
