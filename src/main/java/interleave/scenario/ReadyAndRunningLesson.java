package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code ReadyAndRunning} stands in the catalogue. */
final class ReadyAndRunningLesson {
  private ReadyAndRunningLesson() {}

  static Scenario scenario() {
    return Lesson.of("ready-and-running", Group.THREADS, "ReadyAndRunning")
        .choice("per-processor", "2", "1", "4", "8")
        .number("work", 400, 10, 10_000)
        .onlyIn(JAVA)
        .number("work", 400, 10, 10_000)
        .onlyIn(PYTHON)
        .seconds("pause", "0", 0, 1)
        .tryThis("one-each", "per-processor=1")
        .tryThis("many", "per-processor=8", "work=100")
        .tryThis("pause", "pause=0.1")
        .question("all", "part", "some")
        .scenario();
  }
}
