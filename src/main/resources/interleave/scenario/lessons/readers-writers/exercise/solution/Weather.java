import java.util.concurrent.locks.ReentrantReadWriteLock;

/** One writes temperature and unit, others read both. Nobody may ever read the one with the other's old value. */
class Weather {
  static final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  static int celsius = 0;
  static int fahrenheit = 32;
  static int mixed = 0; // how often somebody read what does not belong together

  static void write() {
    lock.writeLock().lock();
    celsius = 100;
    fahrenheit = 212;
    lock.writeLock().unlock();
  }

  static void read() {
    lock.readLock().lock(); // readers may be in together, but not with a writer
    int c = celsius;
    int f = fahrenheit;
    lock.readLock().unlock();
    if (f != c * 9 / 5 + 32) {
      mixed = mixed + 1;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread writer = new Thread(Weather::write, "Writer");
    Thread reader = new Thread(Weather::read, "Reader");
    writer.start();
    reader.start();
    writer.join();
    reader.join();
    System.out.println("Read what does not belong together: " + mixed);
  }
}
