package interleave.scenario;

/** How {@code Philosophers} stands in the catalogue. */
final class PhilosophersLesson {
  private PhilosophersLesson() {}

  static Scenario scenario() {
    return Lesson.of("dining-philosophers", Group.THREADS, "Philosophers")
        .about("lock")
        .choice("strategy", "naive", "ordered", "waiter")
        .number("philosophers", 5, 2, 12)
        .number("meals", 3, 1, 10_000)
        .seconds("pause", "0.05", 0, 2)
        .seconds("eating", "0.1", 0, 2)
        .tryThis("ordered", "strategy=ordered")
        .tryThis("waiter", "strategy=waiter")
        .tryThis("by-chance", "pause=0", "eating=0", "meals=2000")
        .question("stuck", "full")
        .scenario();
  }
}
