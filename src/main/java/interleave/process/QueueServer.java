package interleave.process;

import interleave.event.Recorder;
import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a queue's messages in the process that made the queue. All connections are served by one
 * thread, which alone touches the {@link MessageLine}: so there is one order of things, and no
 * lock. A connection that says something wrong is told so and closed; the others do not notice.
 */
final class QueueServer implements Closeable, MessageLine.Outcome<QueuePeer> {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Path socket;
  private final RecordTypes records;
  private final MessageLine<QueuePeer> line;
  private final ServerSocketChannel door;
  private final Selector selector;
  private final List<QueuePeer> peers = new ArrayList<>();
  private final Closeable nudge;
  private volatile boolean closing;

  private QueueServer(Path socket, int capacity, RecordTypes records) throws IOException {
    this.socket = socket;
    this.records = records;
    line = new MessageLine<>(capacity, this);
    door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(socket));
    door.configureBlocking(false);
    selector = Selector.open();
    nudge = selector::wakeup;
    door.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * Begins to serve a new queue.
   *
   * @param socket path of the socket that will be made
   * @param capacity 0 for a queue without bound
   */
  static QueueServer start(Path socket, String name, int capacity, RecordTypes records)
      throws IOException {
    QueueServer server = new QueueServer(socket, capacity, records);
    Thread thread = new Thread(server::serve, "interleave queue " + name);
    thread.setDaemon(true);
    Recorder.current().service(thread);
    thread.start();
    FastExit.waitingFor(server.nudge);
    return server;
  }

  private void serve() {
    try {
      while (!closing) {
        await();
        accept();
        for (QueuePeer peer : peers) {
          serve(peer);
        }
        line.expire(System.nanoTime());
        dismissBroken();
      }
    } catch (IOException e) {
      // whoever waits is told by the end of the connection
    } finally {
      end();
    }
  }

  private void await() throws IOException {
    long deadline = line.nextDeadline();
    if (FastExit.hasBegun()) {
      // Still here for a shutdown hook of the program's, but not in a system call.
      LockSupport.parkNanos(NANOS_PER_MILLI);
      selector.selectNow();
    } else if (deadline == MessageLine.NEVER) {
      selector.select();
    } else {
      long millis = Math.ceilDiv(deadline - System.nanoTime(), NANOS_PER_MILLI);
      if (millis > 0) {
        selector.select(millis);
      } else {
        selector.selectNow();
      }
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
      peers.add(new QueuePeer(channel, selector));
    }
    selector.selectedKeys().clear();
  }

  private void serve(QueuePeer peer) {
    peer.read();
    peer.flush();
    long now = System.nanoTime(); // after whatever was asked for in what has arrived
    try {
      for (MessageFrame frame = peer.next(); frame != null; frame = peer.next()) {
        handle(peer, frame, now);
      }
    } catch (RefusedBytesException e) {
      byte[] reason = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      peer.sendLast(MessageFrame.make(QueueFrames.REFUSED, reason.length).put(reason));
    }
  }

  private void handle(QueuePeer peer, MessageFrame frame, long now) throws RefusedBytesException {
    if (!peer.greeted()) {
      if (frame.type() != QueueFrames.HELLO || frame.nextLong() != QueueFrames.MAGIC) {
        throw new RefusedBytesException(
            "This is a queue, and whoever connected does not speak its language.");
      }
      peer.greet();
      return;
    }
    if (frame.type() == QueueFrames.GOT) {
      if (!line.got(peer, frame.nextLong(), now)) {
        throw new RefusedBytesException(
            "A message was acknowledged that had not been handed over.");
      }
      return;
    }
    if (line.busy(peer)) {
      throw new RefusedBytesException("A second request came before the first was answered.");
    }
    switch (frame.type()) {
      case QueueFrames.PUT -> {
        long deadline = deadline(frame.nextLong(), now);
        ValueReader.verify(frame.rest(), records);
        line.put(peer, frame.nextBytes(), deadline, now);
      }
      case QueueFrames.GET -> line.get(peer, deadline(frame.nextLong(), now), now);
      default -> throw new RefusedBytesException("A queue knows no request " + frame.type() + ".");
    }
  }

  private static long deadline(long longest, long now) {
    long deadline = now + Math.max(longest, 0);
    return longest < 0 || deadline < now ? MessageLine.NEVER : deadline;
  }

  private void dismissBroken() {
    // Letting one go may hand its message to another that turns out to be broken.
    for (List<QueuePeer> broken = broken(); !broken.isEmpty(); broken = broken()) {
      peers.removeAll(broken);
      for (QueuePeer peer : broken) {
        peer.close();
        line.gone(peer, System.nanoTime());
      }
    }
  }

  private List<QueuePeer> broken() {
    List<QueuePeer> broken = new ArrayList<>();
    for (QueuePeer peer : peers) {
      if (peer.broken()) {
        broken.add(peer);
      }
    }
    return broken;
  }

  @Override
  public void accepted(QueuePeer putter, MessageLine.Message message) {
    putter.send(
        MessageFrame.make(QueueFrames.ACCEPTED, 2 * Long.BYTES)
            .putLong(message.id())
            .putLong(message.time()));
  }

  @Override
  public void handed(QueuePeer getter, MessageLine.Message message) {
    ByteBuffer frame =
        MessageFrame.make(QueueFrames.MESSAGE, 2 * Long.BYTES + message.value().length);
    getter.send(frame.putLong(message.id()).putLong(message.time()).put(message.value()));
  }

  @Override
  public void timedOut(QueuePeer waiting) {
    waiting.send(MessageFrame.make(QueueFrames.TIMED_OUT, 0));
  }

  /** Ends the queue; messages that are in it are gone. */
  @Override
  public void close() {
    closing = true;
    selector.wakeup();
  }

  private void end() {
    FastExit.notWaitingFor(nudge);
    try (door;
        selector) {
      peers.forEach(QueuePeer::close);
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // nothing is left to be closed then
    }
  }
}
