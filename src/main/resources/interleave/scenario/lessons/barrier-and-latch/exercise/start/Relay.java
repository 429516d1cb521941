import java.util.concurrent.CountDownLatch;

/** Two swim, and only when both are out of the water the third may run. */
class Relay {
  static int swum = 0;
  static int early = 0; // whether the runner began before both had swum
  static final Object shore = new Object();
  static final CountDownLatch ashore = new CountDownLatch(1);

  static void swim() {
    synchronized (shore) {
      swum = swum + 1;
    }
    ashore.countDown();
  }

  static void run() {
    try {
      ashore.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (shore) {
      early = swum < 2 ? 1 : 0;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] team = {
      new Thread(Relay::swim, "Swimmer-1"),
      new Thread(Relay::swim, "Swimmer-2"),
      new Thread(Relay::run, "Runner")
    };
    for (Thread each : team) {
      each.start();
    }
    for (Thread each : team) {
      each.join();
    }
    System.out.println(early == 0 ? "A fair run." : "The runner was too early.");
  }
}
