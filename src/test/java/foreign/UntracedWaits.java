package foreign;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.stream.LongStream;

/** Waits in code that has no hooks, each half a second long, and a stream that computes. */
public final class UntracedWaits {
  private static final long HALF_MS = 500;

  /** They are about to wait, and both want the class. */
  private static final CountDownLatch ABOUT_TO = new CountDownLatch(3);

  private static final CountDownLatch BOTH = new CountDownLatch(2);

  private UntracedWaits() {}

  /** A latch of the program's own. */
  private static final class Gate extends AbstractQueuedSynchronizer {
    @Override
    protected int tryAcquireShared(int ignored) {
      return getState() == 0 ? -1 : 1;
    }

    @Override
    protected boolean tryReleaseShared(int ignored) {
      setState(1);
      return true;
    }
  }

  /** Takes its time to be initialised. */
  private static final class Slow {
    static int value = slowly();

    private static int slowly() {
      try {
        BOTH.await();
        Thread.sleep(HALF_MS);
      } catch (InterruptedException e) {
        return 0;
      }
      return 1;
    }
  }

  private static long compute(long seed) {
    long x = seed;
    for (int i = 0; i < 10_000_000; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
    }
    return x;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Gate gate = new Gate();
    PipedInputStream in = new PipedInputStream();
    try (ServerSocket server = new ServerSocket(0);
        PipedOutputStream out = new PipedOutputStream(in)) {
      Thread[] all = {
        new Thread(() -> waits(gate), "own-synchronizer"),
        new Thread(() -> accept(server), "accept"),
        new Thread(() -> read(in), "piped"),
        new Thread(UntracedWaits::computeSlowly, "one-of-two"),
        new Thread(UntracedWaits::computeSlowly, "two-of-two"),
      };
      for (Thread each : all) {
        each.start();
      }
      ABOUT_TO.await();
      Thread.sleep(HALF_MS);
      gate.releaseShared(1);
      out.write(1);
      out.flush();
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
        client.getOutputStream().flush();
      }
      for (Thread each : all) {
        each.join();
      }
    }
    long sum = LongStream.range(0, 150).parallel().map(UntracedWaits::compute).sum();
    System.out.println("computed " + sum);
  }

  private static void computeSlowly() {
    BOTH.countDown();
    compute(Slow.value);
  }

  private static void waits(Gate gate) {
    ABOUT_TO.countDown();
    gate.acquireShared(1);
  }

  private static void accept(ServerSocket server) {
    ABOUT_TO.countDown();
    try (Socket accepted = server.accept()) {
      accepted.getInetAddress();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  private static void read(PipedInputStream in) {
    ABOUT_TO.countDown();
    try {
      in.read();
    } catch (IOException e) {
      System.out.println(e);
    }
  }
}
