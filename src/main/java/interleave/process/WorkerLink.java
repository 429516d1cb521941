package interleave.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A worker process and the connection that it makes to its pool. One thread uses it. */
final class WorkerLink implements PoolSeat.Link, AutoCloseable {
  private static final int SECONDS_TO_LEAVE = 10;

  private final ChildProcess child;
  private final ServerSocketChannel door;
  private final Path socket;
  private @Nullable SocketChannel channel;

  private WorkerLink(ChildProcess child, ServerSocketChannel door, Path socket) {
    this.child = child;
    this.door = door;
    this.socket = socket;
  }

  /** Starts a worker, which will connect to a socket of its own. */
  static WorkerLink start(String name, long key, String pool) {
    try {
      Path socket = SocketPlace.socket("w", SocketPlace.newKey());
      ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(socket));
      List<String> words = new ArrayList<>(List.of(Worker.SERVE));
      words.addAll(PoolWorker.arguments(socket.toString(), key, pool));
      ChildProcess child = ChildProcess.worker(name, words).daemon();
      WorkerLink link = new WorkerLink(child, door, socket);
      try {
        child.start();
      } catch (UncheckedIOException e) {
        link.close();
        throw e;
      }
      // So that nobody waits at the door for one who died on the way.
      child.ended().thenRun(link::closeDoor);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The pool " + pool + " cannot talk to a worker: " + e.getMessage(), e);
    }
  }

  @Override
  public ChildProcess child() {
    return child;
  }

  /** Waits until the worker is there. */
  void open() throws IOException {
    channel = door.accept();
    closeDoor();
  }

  void send(ByteBuffer frame) throws IOException {
    MessageFrame.send(opened(), frame);
  }

  MessageFrame receive() throws IOException {
    return MessageFrame.await(opened());
  }

  private SocketChannel opened() {
    SocketChannel opened = channel;
    if (opened == null) {
      throw new IllegalStateException("no worker is there");
    }
    return opened;
  }

  @Override
  public boolean wasThere() {
    return channel != null;
  }

  /**
   * Waits for the end of a worker that has broken its connection; one that stays nevertheless is
   * killed.
   */
  @Override
  public Ending ending() throws InterruptedException {
    try {
      return child.ended().get(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      child.kill();
      return child.ended().join();
    } catch (ExecutionException e) {
      throw new AssertionError("nothing completes it so", e);
    }
  }

  private void closeDoor() {
    try {
      door.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      // the folder is deleted with the recording
    }
  }

  @Override
  public void close() {
    closeDoor();
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // it is gone in any case
    }
  }

  /** As in {@code worker 1234}. */
  @Override
  public String toString() {
    return "worker " + child.pid();
  }
}
