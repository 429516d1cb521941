import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import jdk.jfr.*;

/** Threads that wait in the ways that a flight recording tells of, one after the other. */
public class Waits {
  static final Object MONITOR = new Object();
  static final Object SIGNAL = new Object();
  static final ReentrantLock LOCK = new ReentrantLock();
  static boolean told;

  @Label("Order")
  @Name("shop.Order")
  static class Order extends Event {
    @Label("Number")
    int number;

    @Label("Customer")
    String customer;
  }

  @Label("Stock Low")
  @Name("shop.StockLow")
  static class StockLow extends Event {
    @Label("Left")
    long left;
  }

  static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void holdsMonitor() {
    synchronized (MONITOR) {
      sleep(80);
    }
  }

  static void wantsMonitor() {
    synchronized (MONITOR) {
      sleep(1);
    }
  }

  static void holdsLock() {
    LOCK.lock();
    try {
      sleep(80);
    } finally {
      LOCK.unlock();
    }
  }

  static void wantsLock() {
    LOCK.lock();
    try {
      sleep(1);
    } finally {
      LOCK.unlock();
    }
  }

  static void waits() {
    synchronized (SIGNAL) {
      while (!told) {
        try {
          SIGNAL.wait();
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  static void waitsInVain() {
    synchronized (SIGNAL) {
      try {
        SIGNAL.wait(40);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  static void notifies() {
    synchronized (SIGNAL) {
      told = true;
      SIGNAL.notifyAll();
    }
  }

  static void order(int number) {
    Order order = new Order();
    order.begin();
    order.number = number;
    order.customer = "Ann & Søn";
    sleep(30);
    order.commit();
    StockLow low = new StockLow();
    low.left = 3;
    low.commit();
  }

  static void socket() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread client =
          new Thread(
              () -> {
                try (Socket s = new Socket(server.getInetAddress(), server.getLocalPort())) {
                  sleep(50);
                  s.getOutputStream().write(new byte[1000]);
                  s.getOutputStream().flush();
                  s.getInputStream().read();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              "client");
      client.start();
      try (Socket s = server.accept()) {
        s.getInputStream().readNBytes(1000);
        sleep(30);
        s.getOutputStream().write(1);
      }
      client.join();
    }
  }

  static void file() throws Exception {
    Path file = Files.createTempFile("waits", ".txt");
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      out.write(new byte[100_000]);
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      in.readAllBytes();
    }
    Files.delete(file);
  }

  static void pair(String name, Runnable first, Runnable second) throws Exception {
    Thread a = new Thread(first, name + "-1");
    Thread b = new Thread(second, name + "-2");
    a.start();
    sleep(20);
    b.start();
    a.join();
    b.join();
  }

  static int busy(long ms) {
    long end = System.nanoTime() + ms * 1_000_000;
    int n = 0;
    while (System.nanoTime() < end) {
      n += new Object().hashCode() & 1;
    }
    return n;
  }

  public static void main(String[] args) throws Exception {
    pair("monitor", Waits::holdsMonitor, Waits::wantsMonitor);
    pair("lock", Waits::holdsLock, Waits::wantsLock);
    pair("wait", Waits::waits, Waits::notifies);
    Thread vain = new Thread(Waits::waitsInVain, "in-vain");
    vain.start();
    vain.join();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<Integer> one = pool.submit(() -> busy(100));
    Future<?> two = pool.submit(() -> order(7));
    one.get();
    two.get();
    pool.shutdown();
    socket();
    file();
    try {
      Integer.parseInt("seven");
    } catch (NumberFormatException e) {
      order(8);
    }
    System.gc();
    System.out.println("done");
  }
}
