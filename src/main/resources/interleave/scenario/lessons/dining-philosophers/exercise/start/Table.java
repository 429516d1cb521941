import java.util.concurrent.locks.ReentrantLock;

/** Three philosophers, three forks, and everybody needs two of them. All are to eat, whoever goes first. */
class Table {
  static final int SEATS = 3;
  static final ReentrantLock[] forks = new ReentrantLock[SEATS];

  static void dine(int seat) {
    ReentrantLock left = forks[seat];
    ReentrantLock right = forks[(seat + 1) % SEATS];
    left.lock();
    right.lock();
    System.out.println("Philosopher " + (seat + 1) + " eats.");
    right.unlock();
    left.unlock();
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] philosophers = new Thread[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new ReentrantLock();
    }
    for (int i = 0; i < SEATS; i++) {
      int seat = i;
      philosophers[i] = new Thread(() -> dine(seat), "Philosopher-" + (seat + 1));
      philosophers[i].start();
    }
    for (Thread philosopher : philosophers) {
      philosopher.join();
    }
    System.out.println("All have eaten.");
  }
}
