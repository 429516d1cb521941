package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code PoolOfProcesses} stands in the catalogue. */
final class PoolOfProcessesLesson {
  private PoolOfProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.of("process-pool", Group.PROCESSES, "PoolOfProcesses")
        .about("pool")
        .number("workers", 4, 1, 16)
        .number("tasks", 5, 1, 100)
        .upToSeconds("longest", "3", 0, 10)
        .choice("way", "apply", "map")
        .choice("over", "here", "broker")
        .onlyIn(JAVA)
        .number("crash", -1, -1, 99, -1L)
        .number("per-worker", 0, 0, 100, 0L)
        .onlyIn(PYTHON)
        .choice("method", "usual", "fork", "spawn", "forkserver")
        .onlyIn(PYTHON)
        .seed()
        .tryThis("one-each", "workers=5")
        .tryThis("single", "workers=1", "longest=1")
        .tryThis("twenty", "tasks=20", "longest=0.3")
        .tryThis("quick", "tasks=6", "longest=0")
        .tryThis("map", "way=map", "longest=1")
        .tryThis("crash", "crash=1", "workers=2", "longest=1")
        .tryIn(JAVA, "broker", "over=broker", "crash=1", "workers=2", "longest=1")
        .tryThis("per-worker", "per-worker=1", "workers=2", "longest=0.5")
        .tryThis("spawn", "method=spawn", "longest=1")
        .question("first", "idle", "other")
        .scenario();
  }
}
