package interleave.scenario;

import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code SingleChild} stands in the catalogue. */
final class SingleChildLesson {
  private SingleChildLesson() {}

  static Scenario scenario() {
    return Lesson.of("child-process", Group.PROCESSES, "SingleChild")
        .seconds("length", "0.5", 0, 10)
        .onOff("join", true)
        .choice("ending", "returns", "fails", "terminated")
        .seconds("patience", "0.8", 0, 10)
        .choice("method", "usual", "fork", "spawn", "forkserver")
        .onlyIn(PYTHON)
        .tryThis("no-join", "join=off")
        .tryThis("fails", "ending=fails")
        .tryThis("terminated", "ending=terminated", "length=5")
        .tryThis("spawn", "method=spawn")
        .tryThis("forkserver", "method=forkserver")
        .question("child", "parent", "none")
        .scenario();
  }
}
