/** Two guests and one cake. Whoever is woken must not take a cake that somebody else has taken meanwhile. */
class Counter {
  static final Object counter = new Object();
  static int cakes = 0;
  static int fewest = 0;

  static void bring() {
    synchronized (counter) {
      cakes = cakes + 1;
      counter.notifyAll();
    }
  }

  static void take() throws InterruptedException {
    synchronized (counter) {
      if (cakes == 0) {
        counter.wait();
      }
      cakes = cakes - 1;
      fewest = Math.min(fewest, cakes);
    }
  }

  static void visit() {
    try {
      take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread anna = new Thread(Counter::visit, "Anna");
    Thread ben = new Thread(Counter::visit, "Ben");
    anna.start();
    ben.start();
    bring();
    bring();
    anna.join();
    ben.join();
    System.out.println("Cakes left: " + cakes + ", fewest ever: " + fewest);
  }
}
