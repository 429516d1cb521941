package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;

/** How {@code CarPark} stands in the catalogue. */
final class CarParkLesson {
  private CarParkLesson() {}

  static Scenario scenario() {
    return Lesson.of("semaphore", Group.THREADS, "CarPark")
        .about("synchronizer")
        .number("cars", 5, 1, 50)
        .number("places", 2, 1, 50)
        .number("visits", 3, 1, 10_000)
        .seconds("stay", "0.1", 0, 5)
        .seconds("drive", "0", 0, 5)
        .onOff("fair", false)
        .onlyIn(JAVA)
        .tryThis("fair", "fair=on")
        .tryThis("room", "places=5")
        .tryThis("single", "places=1")
        .question("queue", "overtaken", "nobody")
        .scenario();
  }
}
