package interleave.process.broker;

import interleave.event.Recorder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the way to a broker, which can be cut and mended again, as a cable is pulled and put
 * back. Who connects to its {@link #address} talks with the broker; who does while it is cut finds
 * nobody, and those who were connected are so no more, on either side.
 *
 * <p>Threads of ours pass on what comes. Any thread may call any method.
 */
public class Relay implements AutoCloseable {
  private static final int PIECE = 8192;

  private final BrokerAddress broker;
  private final ServerSocket door;
  private final Path address;
  private final List<Closeable> open = new ArrayList<>();
  private boolean cut;

  /** Begins to relay to the broker whose address is in that file. */
  public Relay(Path file) throws IOException {
    broker = BrokerAddress.read(file);
    door = new ServerSocket(0, 0, InetAddress.getByName(BrokerAddress.HOST));
    URI here = broker.uri();
    here =
        URI.create(
            here.toString()
                .replace(here.getAuthority(), BrokerAddress.HOST + ":" + door.getLocalPort()));
    address = Files.createTempFile("interleave-relay-", ".address");
    new BrokerAddress(here, broker.user(), broker.key(), broker.fingerprint()).write(address);
    serve("relay", this::welcome);
  }

  /** The broker's, by way of this. */
  public final Path address() {
    return address;
  }

  /** Ends all connections, on both sides, and makes none until it is mended. */
  public final synchronized void cut() {
    cut = true;
    open.forEach(Relay::close);
    open.clear();
  }

  public final synchronized void mend() {
    cut = false;
  }

  /** Whether a piece is passed on; where it is not, the way is cut. */
  protected boolean passes(boolean toBroker, byte[] piece, int count) {
    return true;
  }

  private void welcome() {
    try {
      while (true) {
        Socket caller = door.accept();
        try {
          connect(caller);
        } catch (IOException e) {
          close(caller);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private synchronized void connect(Socket caller) throws IOException {
    if (cut) {
      throw new IOException("cut");
    }
    Socket called = new Socket(broker.host(), broker.port());
    open.add(caller);
    open.add(called);
    caller.setTcpNoDelay(true);
    called.setTcpNoDelay(true);
    serve("relay to the broker", () -> pass(true, caller, called));
    serve("relay from the broker", () -> pass(false, called, caller));
  }

  private void pass(boolean toBroker, Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try (from;
        to) {
      int count = from.getInputStream().read(piece);
      while (count >= 0 && passes(toBroker, piece, count)) {
        to.getOutputStream().write(piece, 0, count);
        count = from.getInputStream().read(piece);
      }
    } catch (IOException e) {
      // it is cut, or one of the two has left
    }
  }

  private static void serve(String name, Runnable what) {
    Thread thread = new Thread(what, name);
    thread.setDaemon(true);
    Recorder.current().service(thread);
    thread.start();
  }

  private static void close(Closeable each) {
    try {
      each.close();
    } catch (IOException e) {
      // it is gone in any case
    }
  }

  @Override
  public void close() {
    cut();
    close(door);
    try {
      Files.deleteIfExists(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
