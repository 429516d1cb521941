package interleave.worker;

import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerGoneException;
import interleave.process.broker.BrokerQueue;
import interleave.process.broker.Delivery;
import interleave.process.door.Door;
import interleave.process.door.Stranger;
import interleave.process.door.Strangers;
import interleave.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets workers on other machines join a run: opens the door to its broker, tells whoever comes what
 * there is to do, and says who has come, gone, or been sent away. Ends with the broker, or when it
 * is closed. A thread of its own, a daemon.
 */
public final class Reception implements AutoCloseable {
  private static final Words WORDS = Words.of("worker");
  private static final Duration LOOK = Duration.ofMillis(500);

  private final WorkerRole role;
  private final BrokerAddress outside;
  private final @Nullable Door door;
  private final Path guests;
  private boolean marked;
  private final BrokerClient broker;
  private final Consumer<News> told;
  private final Attendance attendance = new Attendance();
  private final Strangers strangers = new Strangers();
  private final Queue<Stranger> atDoor = new ConcurrentLinkedQueue<>();
  private volatile List<String> here = List.of();
  private volatile boolean closed;

  private Reception(
      WorkerRole role,
      BrokerAddress inside,
      Path file,
      InetSocketAddress place,
      Consumer<News> told)
      throws IOException {
    this.role = role;
    this.told = told;
    guests = file.resolveSibling(BrokerAddress.GUESTS);
    broker = BrokerClient.connect(file);
    try {
      // One that somebody else runs has its own way to the network.
      door = inside.isOfRun() ? Door.open(inside, place, atDoor::add) : null;
      outside = door == null ? inside : named(door.address(), place);
    } catch (IOException e) {
      broker.close();
      throw e;
    }
  }

  /**
   * Opens one for the run that is recorded there.
   *
   * @param role what its workers do
   * @param place where to listen; port 0 for one of the system's choice
   * @param told hears what the user is to be told, on the reception's thread
   */
  public static Reception open(
      Path recording, WorkerRole role, InetSocketAddress place, Consumer<News> told)
      throws IOException {
    Path file = recording.resolve(BrokerAddress.FILE);
    Reception reception = new Reception(role, BrokerAddress.read(file), file, place, told);
    Thread.ofPlatform().daemon().name("interleave reception").start(reception::receive);
    return reception;
  }

  /** Who listens at all addresses of this machine is found by the usual one. */
  private static BrokerAddress named(BrokerAddress door, InetSocketAddress place) {
    List<InetAddress> all = MachineAddresses.all();
    return place.getAddress().isAnyLocalAddress() && !all.isEmpty()
        ? door.at(all.getFirst().getHostAddress())
        : door;
  }

  /** What is to be typed on another machine. */
  public JoinCommand command() {
    return new JoinCommand(outside);
  }

  /** Who works for the run from elsewhere, a phrase each. */
  public List<String> here() {
    return here;
  }

  /** How many were sent away. */
  public long strangers() {
    return strangers.all();
  }

  /** Whether nobody can join any more. */
  public boolean isClosed() {
    return closed;
  }

  private void receive() {
    try (broker;
        door) {
      BrokerQueue greetings = broker.queue(Greeting.QUEUE);
      while (!closed) {
        greetings.take(LOOK).ifPresent(this::greeted);
        attendance.missing(System.nanoTime()).forEach(this::tell);
        for (@Nullable Stranger next = atDoor.poll(); next != null; next = atDoor.poll()) {
          refused(next);
        }
        here = attendance.here().stream().map(Reception::phrase).toList();
        mark(!here.isEmpty() && (door == null || door.guests() > 0));
      }
    } catch (BrokerGoneException e) {
      // the run is over
    } finally {
      closed = true;
      mark(false);
    }
  }

  /** Lets the run know whether somebody from elsewhere is there, for whom its broker stays. */
  private void mark(boolean anybody) {
    try {
      if (!anybody) {
        Files.deleteIfExists(guests);
      } else if (!marked) { // once: the broker takes it away when it ends
        Files.createFile(guests);
      }
      marked = anybody;
    } catch (IOException e) {
      // then nobody waits for them
    }
  }

  private void greeted(Delivery delivery) {
    broker.begin().acknowledge(delivery).commit();
    try {
      Greeting greeting = Greeting.parse(delivery.text());
      attendance.hear(greeting, System.nanoTime()).ifPresent(this::tell);
      if (!greeting.leaving()) {
        broker.queue(greeting.answers()).put(role.text());
      }
    } catch (RefusedMessageException e) {
      tell(true, WORDS.get("unread", String.valueOf(e.getMessage())));
    }
  }

  private void tell(Attendance.Change change) {
    boolean lost = change.how() == Attendance.Change.How.SILENT;
    tell(lost, WORDS.get("change." + change.how(), phrase(change.who())));
  }

  private static String phrase(Greeting who) {
    String host = who.host().isEmpty() ? WORDS.get("unnamed") : who.host();
    return WORDS.count("workers", who.workers(), host, Long.toString(who.pid()));
  }

  private void refused(Stranger stranger) {
    long times = strangers.count(stranger);
    if (times > 0) {
      String sentence = WORDS.get("stranger." + stranger.reason(), stranger.from());
      tell(true, times == 1 ? sentence : WORDS.get("stranger.times", sentence, times));
    }
  }

  private void tell(boolean warning, String sentence) {
    told.accept(new News(warning, sentence));
  }

  /** Closes the door; who is in leaves. */
  @Override
  public void close() {
    closed = true;
    if (door != null) {
      door.close();
    }
  }
}
