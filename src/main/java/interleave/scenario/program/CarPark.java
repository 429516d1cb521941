package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A car park has fewer places than there are cars. Who finds it full waits at the barrier. */
public final class CarPark {
  /** One permit for each free place. */
  static Semaphore places = new Semaphore(1);

  private CarPark() {}

  /** What each car does: it parks, goes for a drive, and comes back. */
  static void visit(int visits, int stay, int drive) {
    String car = Thread.currentThread().getName();
    try {
      for (int visit = 1; visit <= visits; visit++) {
        places.acquire(); // takes a permit, or waits until there is one
        try {
          System.out.println(car + " parks.");
          Thread.sleep(stay);
        } finally {
          places.release(); // gives it back: another car may come in
        }
        Thread.sleep(drive);
      }
    } catch (InterruptedException e) {
      System.out.println(car + " drives home.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("semaphore", args);
    places = new Semaphore(given.number("places"), given.on("fair"));
    int visits = given.number("visits");
    int stay = given.millis("stay");
    int drive = given.millis("drive");
    List<Thread> cars = new ArrayList<>();
    for (int number = 1; number <= given.number("cars"); number++) {
      cars.add(new Thread(() -> visit(visits, stay, drive), "Car-" + number));
    }
    for (Thread car : cars) {
      car.start();
    }
    for (Thread car : cars) {
      car.join();
    }
    System.out.println("The car park is empty: " + places.availablePermits() + " places.");
  }
}
