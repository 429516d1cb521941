package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;

/** How {@code FutureStages} stands in the catalogue. */
final class FutureStagesLesson {
  private FutureStagesLesson() {}

  static Scenario scenario() {
    return Lesson.of("completable-future", Group.THREADS, "FutureStages")
        .about("pool")
        .number("workers", 3, 1, 8)
        .onlyIn(JAVA)
        .seconds("price", "0.3", 0, 5)
        .seconds("rate", "0.5", 0, 5)
        .seconds("stock", "0.2", 0, 5)
        .onOff("stock-fails", false)
        .tryThis("one-worker", "workers=1")
        .tryThis("fails", "stock-fails=on")
        .tryThis("slow-price", "price=0.8")
        .question("later", "earlier", "main", "other")
        .scenario();
  }
}
