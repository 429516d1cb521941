package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;

/** How {@code ManySleepers} stands in the catalogue. */
final class ManySleepersLesson {
  private ManySleepersLesson() {}

  static Scenario scenario() {
    return Lesson.of("virtual-threads", Group.THREADS, "ManySleepers")
        .number("tasks", 200, 10, 100_000)
        .seconds("sleep", "0.1", 0.001, 5)
        .choice("kind", "both", "virtual", "pool", "each-and-virtual", "each")
        .number("pool", 10, 1, 2_000)
        .number("carriers", 0, 0, 64, 0L)
        .onlyIn(JAVA)
        .tryThis("each", "kind=each-and-virtual", "tasks=5000", "sleep=1")
        .tryThis("one-carrier", "carriers=1")
        .tryThis("hundred-thousand", "kind=virtual", "tasks=100000", "sleep=1")
        .tryThis("ten-thousand", "tasks=10000", "pool=500")
        .question("single", "few", "many")
        .scenario();
  }
}
