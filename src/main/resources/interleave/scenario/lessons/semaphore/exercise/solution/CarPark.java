import java.util.concurrent.Semaphore;

/** Three cars and a car park with two places. Never may more be in it than there are places. */
class CarPark {
  static final int PLACES = 2;
  static final Object sign = new Object();
  static int parked = 0;
  static int most = 0;
  static final Semaphore places = new Semaphore(PLACES);

  static void enter() {
    synchronized (sign) {
      parked = parked + 1;
      most = Math.max(most, parked);
    }
  }

  static void leave() {
    synchronized (sign) {
      parked = parked - 1;
    }
  }

  static void visit() {
    if (places.tryAcquire()) { // looks and takes in one step
      enter();
      leave();
      places.release();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] cars = new Thread[3];
    for (int i = 0; i < cars.length; i++) {
      cars[i] = new Thread(CarPark::visit, "Car-" + (i + 1));
      cars[i].start();
    }
    for (Thread car : cars) {
      car.join();
    }
    System.out.println("At most " + most + " were in at once.");
  }
}
