package interleave.scenario;

/** How {@code TwoLocks} stands in the catalogue. */
final class TwoLocksLesson {
  private TwoLocksLesson() {}

  static Scenario scenario() {
    return Lesson.of("deadlock", Group.THREADS, "TwoLocks")
        .about("lock")
        .choice("order", "opposite", "same", "try")
        .number("meals", 3, 1, 100_000)
        .seconds("pause", "0.05", 0, 2)
        .tryThis("same", "order=same")
        .tryThis("try", "order=try")
        .tryThis("by-chance", "pause=0", "meals=20000")
        .question("finish", "stuck", "slow")
        .scenario();
  }
}
