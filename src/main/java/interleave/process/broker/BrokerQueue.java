package interleave.process.broker;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A queue that a broker keeps: first come, first served, for messages and for those who wait. Any
 * number of processes may put into it and take from it, each through a {@link BrokerClient} of its
 * own.
 *
 * <p>Messages are texts, of at most 1 MiB. One thread uses it.
 */
public final class BrokerQueue {
  private static final int PREVIEW = 60;

  /** Queues by such names are ours: no picture shows them. */
  private static final String OURS = "interleave.";

  private final BrokerClient client;
  private final String name;
  private final Recorder recorder = Recorder.current();
  private final long key;
  private int object;
  private long lastNumber;
  private int ahead = 1;

  /** Has arrived, and nobody has asked for it yet. */
  final Deque<StompFrame> arrived = new ArrayDeque<>();

  boolean subscribed;

  BrokerQueue(BrokerClient client, String name, long key) {
    this.client = client;
    this.name = name;
    this.key = key;
  }

  /** A queue that nobody is told of is in no picture. */
  private int object() {
    if (object == 0) {
      object = recorder.object(ObjectType.QUEUE, key, name);
    }
    return object;
  }

  private boolean isOurs() {
    return name.startsWith(OURS);
  }

  /**
   * Lets the broker send so many messages before the first is acknowledged. It is one otherwise, or
   * a slow worker would keep what a quick one could do.
   */
  public BrokerQueue ahead(int messages) {
    ahead = messages;
    return this;
  }

  int ahead() {
    return ahead;
  }

  public String name() {
    return name;
  }

  /**
   * Puts a message at the end; its number is one more than that of the one before, which is enough
   * where one process alone puts. It is there once, also when the broker is gone for a moment (see
   * {@link PutToken}).
   */
  public void put(String text) {
    put(lastNumber + 1, text);
  }

  /** As {@link #put(String)}, with a number that no other message of this queue has. */
  public void put(long number, String text) {
    lastNumber = number;
    StompFrame frame = frame(number, text, 1);
    int site = recorder.callerSite();
    putBegins(site);
    client.once(List.of(frame));
    putEnds(site, number, text, true);
  }

  StompFrame frame(long number, String text, int deliveries) {
    return client.frames.message(name, number, text, deliveries);
  }

  void putBegins(int site) {
    if (!isOurs()) {
      recorder.log().event(EventKind.PUT_REQUEST, 0, object(), site, 0);
    }
  }

  /** With {@code done} false nobody knows whether it is there. */
  void putEnds(int site, long number, String text, boolean done) {
    if (isOurs()) {
      return;
    }
    if (done) {
      recorder.log().text(EventKind.PUT, 0, object(), site, number, preview(text));
    } else {
      recorder.log().event(EventKind.PUT_ABANDONED, Flags.FAILED, object(), site, 0);
    }
  }

  /** Takes the oldest message; waits until there is one. */
  public Delivery take() {
    return take(StompConnection.FOR_EVER).orElseThrow();
  }

  /** As {@link #take()}, but gives up after {@code longest}; empty then. */
  public Optional<Delivery> take(Duration longest) {
    return take(System.nanoTime() + Math.max(longest.toNanos(), 0));
  }

  private Optional<Delivery> take(long deadline) {
    if (isOurs()) {
      return client.receive(this, deadline);
    }
    int site = recorder.callerSite();
    recorder.log().event(EventKind.GET_REQUEST, 0, object(), site, 0);
    Optional<Delivery> taken = Optional.empty();
    boolean asked = false;
    try {
      taken = client.receive(this, deadline);
      asked = true;
    } finally {
      if (taken.isPresent()) {
        Delivery it = taken.get();
        int flags = it.deliveries() > 1 ? Flags.AGAIN : 0;
        recorder.log().text(EventKind.GET, flags, object(), site, it.number(), preview(it.text()));
      } else {
        int how = asked ? Flags.TIMED_OUT : Flags.FAILED;
        recorder.log().event(EventKind.GET_ABANDONED, how, object(), site, 0);
      }
    }
    return taken;
  }

  private static String preview(String text) {
    return text.length() <= PREVIEW ? text : text.substring(0, PREVIEW - 1) + "…";
  }

  @Override
  public String toString() {
    return "queue " + name;
  }
}
