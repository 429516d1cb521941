import java.util.concurrent.Semaphore;

/** Two musicians play three parts, and want to begin each of them together. */
class Rehearsal {
  static final Semaphore mutex = new Semaphore(1);
  static final Semaphore entrance = new Semaphore(0);
  static final int[] parts = new int[2]; // which part each of them plays
  static int counted = 0;
  static int ahead = 0; // by how many parts one was ahead of the other, at most

  static void begin(int musician) throws InterruptedException {
    mutex.acquire();
    parts[musician] = parts[musician] + 1;
    ahead = Math.max(ahead, parts[musician] - parts[1 - musician]);
    mutex.release();
  }

  static void meet() throws InterruptedException {
    mutex.acquire();
    counted = counted + 1;
    if (counted == 2) {
      counted = 0;
      entrance.release(2);
    }
    mutex.release();
    entrance.acquire();
  }

  static void play(int musician) {
    try {
      for (int part = 0; part < 3; part++) {
        begin(musician);
        meet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread anna = new Thread(() -> play(0), "Anna");
    Thread ben = new Thread(() -> play(1), "Ben");
    anna.start();
    ben.start();
    anna.join();
    ben.join();
    System.out.println("At most " + ahead + " ahead.");
  }
}
