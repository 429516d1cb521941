package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** One thread computes something and tells another one that it is there. Is that one sure of it? */
public final class Publication {
  static int data; // what the one computes and the other reads
  static boolean ready; // a plain flag
  static volatile boolean published; // one that orders what comes before it
  static boolean told; // one that only who has the monitor reads or writes
  static final Object monitor = new Object();
  static final CountDownLatch gate = new CountDownLatch(1);
  static final BlockingQueue<String> post = new ArrayBlockingQueue<>(1);

  private Publication() {}

  static void write(String way, int takes) {
    try {
      Thread.sleep(takes);
      data = 42;
      Thread.sleep(takes); // much may come between the two
      tell(way);
    } catch (InterruptedException e) {
      System.out.println("The writer gives up.");
    }
  }

  static void tell(String way) throws InterruptedException {
    switch (way) {
      case "plain" -> ready = true;
      case "volatile" -> published = true;
      case "lock" -> {
        synchronized (monitor) {
          told = true;
        }
      }
      case "latch" -> gate.countDown();
      case "queue" -> post.put("There it is.");
      default -> {} // the reader waits for the end of this thread
    }
  }

  static boolean isTold() {
    synchronized (monitor) {
      return told;
    }
  }

  static void await(String way, int pause, Thread writer) throws InterruptedException {
    switch (way) {
      case "plain" -> {
        while (!ready) {
          Thread.sleep(pause);
        }
      }
      case "volatile" -> {
        while (!published) {
          Thread.sleep(pause);
        }
      }
      case "lock" -> {
        while (!isTold()) {
          Thread.sleep(pause);
        }
      }
      case "latch" -> gate.await();
      case "queue" -> post.take();
      default -> writer.join();
    }
  }

  static void read(String way, int pause, Thread writer) {
    try {
      await(way, pause, writer);
      System.out.println("The reader has read " + data + ".");
    } catch (InterruptedException e) {
      System.out.println("The reader gives up.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("happens-before", args);
    String way = given.text("way");
    int takes = given.millis("takes");
    Thread writer = new Thread(() -> write(way, takes), "Writer");
    Thread reader = new Thread(() -> read(way, takes * 4 / 5, writer), "Reader");
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
