import java.util.concurrent.ArrayBlockingQueue;

/** One writes letters, two carry them out. When all is done, all must go home. */
class Letters {
  static final ArrayBlockingQueue<String> box = new ArrayBlockingQueue<>(4);
  static final int CARRIERS = 2;
  static final String LAST = "the last one";

  static void carry() {
    try {
      while (!box.take().equals(LAST)) {}
      System.out.println(Thread.currentThread().getName() + " goes home.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] carriers = new Thread[CARRIERS];
    for (int i = 0; i < CARRIERS; i++) {
      carriers[i] = new Thread(Letters::carry, "Carrier-" + (i + 1));
      carriers[i].start();
    }
    box.put("to Anna");
    box.put("to Ben");
    box.put(LAST);
    for (Thread carrier : carriers) {
      carrier.join();
    }
    System.out.println("All are at home.");
  }
}
