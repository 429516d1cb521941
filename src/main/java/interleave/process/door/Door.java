package interleave.process.door;

import interleave.process.broker.BrokerAddress;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;

/**
 * Lets others on the network come to a broker of this machine, by TLS and with its key, until it is
 * closed. Any thread.
 */
public final class Door implements AutoCloseable {
  /** So many may be there at once of whom it is not known yet who they are. */
  static final int MOST_ARRIVING = 16;

  /** So many may be in at once. */
  static final int MOST_GUESTS = 512;

  /** A worker that starts on a busy machine takes some seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int LOOK_MILLIS = 500;
  private static final int BACKLOG = 64;

  private final BrokerAddress inside;
  private final BrokerAddress address;
  private final ServerSocket server;
  private final SSLSocketFactory tls;
  private final Consumer<Stranger> strangers;
  private final Duration patience;
  private final Set<Arrival> arriving = ConcurrentHashMap.newKeySet();
  private final Set<Guest> guests = ConcurrentHashMap.newKeySet();

  private Door(
      BrokerAddress inside,
      BrokerAddress address,
      ServerSocket server,
      SSLSocketFactory tls,
      Consumer<Stranger> strangers,
      Duration patience) {
    this.inside = inside;
    this.address = address;
    this.server = server;
    this.tls = tls;
    this.strangers = strangers;
    this.patience = patience;
  }

  /**
   * Opens one.
   *
   * @param inside the broker's address on this machine
   * @param place where to listen; port 0 for one of the system's choice
   * @param strangers hears who was sent away, on any thread
   */
  public static Door open(
      BrokerAddress inside, InetSocketAddress place, Consumer<Stranger> strangers)
      throws IOException {
    return open(inside, place, strangers, PATIENCE);
  }

  /** One at which so long may be taken over saying who one is. */
  static Door open(
      BrokerAddress inside,
      InetSocketAddress place,
      Consumer<Stranger> strangers,
      Duration patience)
      throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(place, BACKLOG);
      server.setSoTimeout(LOOK_MILLIS);
      SelfSigned certificate = SelfSigned.make(Instant.now());
      BrokerAddress address =
          new BrokerAddress(
              uri(server.getInetAddress(), server.getLocalPort()),
              inside.user(),
              inside.key(),
              Optional.of(certificate.fingerprint()));
      SSLSocketFactory tls = certificate.context().getSocketFactory();
      Door door = new Door(inside, address, server, tls, strangers, patience);
      Thread.ofPlatform().daemon().name("interleave door").start(door::await);
      return door;
    } catch (GeneralSecurityException e) {
      server.close();
      throw new IOException("This Java makes no certificates: " + e.getMessage(), e);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  private static URI uri(InetAddress host, int port) {
    String text = host.getHostAddress();
    return BrokerAddress.uri(
        "tls://" + (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port);
  }

  /** What a worker on another machine needs to know. */
  public BrokerAddress address() {
    return address;
  }

  /** How many connections are let in. */
  public int guests() {
    return guests.size();
  }

  private void await() {
    while (!server.isClosed()) {
      try {
        admit(server.accept());
      } catch (SocketTimeoutException e) {
        // time to look
      } catch (IOException e) {
        // it is closed, or one was gone again; there may be no more descriptors for a moment
        arriving.forEach(Arrival::hurry);
      }
      arriving.forEach(Arrival::hurry);
    }
  }

  private void admit(Socket socket) throws IOException {
    Arrival arrival = new Arrival(socket, patience);
    if (arriving.size() >= MOST_ARRIVING || guests.size() >= MOST_GUESTS) {
      socket.close();
      strangers.accept(arrival.stranger(Stranger.Reason.CROWD));
      return;
    }
    arriving.add(arrival);
    Thread.ofVirtual().name("interleave arrival").start(() -> meet(arrival));
  }

  private void meet(Arrival arrival) {
    try (Guest guest = arrival.let(tls, inside)) {
      guests.add(guest);
      arriving.remove(arrival);
      try {
        if (!server.isClosed()) {
          guest.serve();
        }
      } finally {
        guests.remove(guest);
      }
    } catch (SentAwayException e) {
      if (!server.isClosed()) {
        strangers.accept(arrival.stranger(e.reason()));
      }
    } catch (IOException e) {
      // the guest is gone, or the broker
    } finally {
      arriving.remove(arrival);
      arrival.close();
    }
  }

  /** Nobody comes in any more, and whoever is in leaves. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // nobody comes in by it
    }
    arriving.forEach(Arrival::close);
    guests.forEach(Guest::close);
  }
}
