package interleave.process.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection by which one thread at a time puts a message into a {@link KeptQueue}, or gets one.
 * What it does is not recorded: who uses it tells.
 *
 * <p>All of a put or a get is done or nothing, and it is done when the broker has said so. An
 * interrupt closes the connection, and a message on its way here goes back.
 *
 * <p>A message is asked for only while somebody waits for one. But whoever gets one after the other
 * without a pause has the next one sent while it is busy with the last; who has got one is to
 * {@link #cool} the line soon when no more are wanted, so that none lies with a process that may
 * never want it.
 */
public final class BrokerLine extends AbstractInterruptibleChannel {
  /** A deadline that never comes. */
  public static final long NEVER = StompConnection.FOR_EVER;

  /** Messages have at most so many bytes, so that with their head they are not too large either. */
  public static final int LARGEST = StompParser.LARGEST_BODY - 4096;

  /** So long a broker takes to hand out a message that it has. */
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);

  /** Who gets that often gets in a loop. */
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(5);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long COLD = Long.MIN_VALUE;

  private final StompConnection connection;
  private final BrokerFrames frames;
  private long last;
  private long looked = System.nanoTime();
  private @Nullable String subscribed;
  private String subscription = "";
  private volatile long warm = COLD;
  private long lastGot = System.nanoTime() - 2 * SOON;

  /** Has come before anybody has asked for it. */
  private @Nullable StompFrame arrived;

  /** Has come, and not been taken: a broker may give it to others only when we are gone. */
  private boolean stray;

  private BrokerLine(StompConnection connection, BrokerFrames frames) {
    this.connection = connection;
    this.frames = frames;
  }

  public static BrokerLine open(BrokerAddress to) throws IOException {
    return new BrokerLine(StompConnection.open(to), new BrokerFrames(to.run()));
  }

  /** Whether it may be used once more. After a pause it is looked at: the broker may be gone. */
  public boolean isUsable() {
    long now = System.nanoTime();
    if (now - looked > PAUSE && isOpen()) {
      try {
        keep(connection.receive(now));
      } catch (IOException e) {
        return false;
      }
    }
    looked = now;
    return isOpen() && !stray && connection.isOpen();
  }

  /** Makes room for so many messages in a bounded queue that is new. */
  public void makeRoom(KeptQueue queue, int capacity) throws IOException {
    List<StompFrame> tokens = new ArrayList<>();
    for (int i = 0; i < capacity; i++) {
      tokens.add(token(queue));
    }
    together(tokens);
  }

  /**
   * Puts a message; waits while there is no room for it.
   *
   * @param deadline by {@link System#nanoTime}, or {@link #NEVER}
   * @return false when the time is up
   */
  public boolean put(KeptQueue queue, long number, byte[] body, long deadline) throws IOException {
    StompFrame message = frames.message(queue.messages(), number, body);
    boolean done = false;
    begin();
    try {
      boolean put = true;
      if (queue.bounded()) {
        put = exchange(queue.room(), message, deadline, false) != null;
      } else {
        ask(List.of(message));
      }
      done = true;
      return put;
    } finally {
      end(done);
    }
  }

  /**
   * Takes the oldest message; waits until there is one.
   *
   * @param deadline by {@link System#nanoTime}, or {@link #NEVER}
   * @return null when the time is up
   */
  public @Nullable KeptMessage get(KeptQueue queue, long deadline) throws IOException {
    StompFrame room = queue.bounded() ? token(queue) : null;
    boolean done = false;
    begin();
    try {
      StompFrame message = exchange(queue.messages(), room, deadline, true);
      done = true;
      return message == null
          ? null
          : new KeptMessage(message.number("number", 0), ByteBuffer.wrap(message.body()));
    } finally {
      end(done);
    }
  }

  private StompFrame token(KeptQueue queue) {
    return frames.message(queue.room(), 0, "", 1);
  }

  /**
   * Waits for a message, and takes it for the one that is put in its place.
   *
   * @param again whether the next one may be sent beforehand
   */
  private @Nullable StompFrame exchange(
      String from, @Nullable StompFrame put, long deadline, boolean again) throws IOException {
    StompFrame message;
    try {
      boolean known = from.equals(subscribed);
      if (!known) {
        cool();
        subscribe(from);
      }
      message = await(known, deadline);
    } catch (IOException e) {
      throw new BrokenWaitException(e);
    }
    if (message == null) {
      cool();
      return null;
    }
    StompFrame thanks = StompFrame.of("ACK", "id", message.header("ack"));
    List<StompFrame> all = new ArrayList<>();
    all.addAll(put == null ? List.of(thanks) : transaction(List.of(put, thanks)));
    long before = lastGot;
    lastGot = System.nanoTime();
    if (again && lastGot - before < SOON) {
      warm = lastGot;
      ask(all);
    } else {
      cool(all);
    }
    return message;
  }

  private void subscribe(String from) throws IOException {
    subscribed = from;
    subscription = "s" + ++last;
    connection.send(
        frames
            .subscription(subscription, from, 1)
            .with("receipt", subscription)
            // For Classic: what is there comes before the receipt.
            .with("activemq.dispatchAsync", "false"));
  }

  /** What is there already comes in any case, however far away the broker is. */
  private @Nullable StompFrame await(boolean known, long deadline) throws IOException {
    StompFrame here = arrived;
    arrived = null;
    if (here != null) {
      return here;
    }
    long until = known ? late(deadline) : NEVER;
    while (true) {
      StompFrame next = connection.receive(until);
      if (next == null || isForUs(next)) {
        return next;
      }
      if (next.header("receipt-id").equals(subscription)) {
        until = late(deadline);
      }
    }
  }

  private static long late(long deadline) {
    return deadline == NEVER ? NEVER : Math.max(deadline, System.nanoTime() + MOMENT);
  }

  private boolean isForUs(StompFrame frame) {
    return frame.command().equals("MESSAGE") && frame.header("subscription").equals(subscription);
  }

  /** Whether a message may be on its way here, asked for after {@code since} or never. */
  public boolean isWarm(long since) {
    return warm > since;
  }

  /** Asks for no more messages; one that has come goes back. */
  public void cool() throws IOException {
    if (subscribed != null) {
      cool(new ArrayList<>());
    }
  }

  private void cool(List<StompFrame> before) throws IOException {
    before.add(StompFrame.of("UNSUBSCRIBE", "id", subscription));
    subscribed = null;
    warm = COLD;
    ask(before);
    stray |= arrived != null;
    arrived = null;
  }

  private void together(List<StompFrame> frames) throws IOException {
    boolean done = false;
    begin();
    try {
      ask(transaction(frames));
      done = true;
    } finally {
      end(done);
    }
  }

  private List<StompFrame> transaction(List<StompFrame> frames) {
    String transaction = "t" + ++last;
    List<StompFrame> all = new ArrayList<>();
    all.add(StompFrame.of("BEGIN", "transaction", transaction));
    for (StompFrame frame : frames) {
      all.add(frame.with("transaction", transaction));
    }
    all.add(StompFrame.of("COMMIT", "transaction", transaction));
    return all;
  }

  /** Sends all at once, and waits until the broker has done each of it. */
  private void ask(List<StompFrame> frames) throws IOException {
    Set<String> open = new HashSet<>();
    List<StompFrame> asking = new ArrayList<>();
    for (StompFrame frame : frames) {
      boolean within =
          frame.command().equals("BEGIN") || frame.headers().containsKey("transaction");
      if (within && !frame.command().equals("COMMIT")) {
        asking.add(frame);
      } else {
        String receipt = "r" + ++last;
        open.add(receipt);
        asking.add(frame.with("receipt", receipt));
      }
    }
    connection.send(asking);
    while (!open.isEmpty()) {
      StompFrame answer = connection.receive(NEVER);
      if (answer != null && answer.command().equals("RECEIPT")) {
        open.remove(answer.header("receipt-id"));
      } else {
        keep(answer);
      }
    }
  }

  private void keep(@Nullable StompFrame frame) {
    if (frame != null && isForUs(frame)) {
      arrived = frame;
    }
  }

  @Override
  protected void implCloseChannel() {
    connection.close();
  }
}
