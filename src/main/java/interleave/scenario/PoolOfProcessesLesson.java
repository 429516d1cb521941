package interleave.scenario;

/** How {@link PoolOfProcesses} stands in the catalogue. */
final class PoolOfProcessesLesson {
  private PoolOfProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.of("process-pool", Group.PROCESSES, "PoolOfProcesses")
        .number("workers", 4, 1, 16)
        .number("tasks", 5, 1, 100)
        .upToSeconds("longest", "3", 0, 10)
        .choice("way", "apply", "map")
        .number("crash", -1, -1, 99, -1L)
        .seed()
        .tryThis("one-each", "workers=5")
        .tryThis("single", "workers=1", "longest=1")
        .tryThis("twenty", "tasks=20", "longest=0.3")
        .tryThis("quick", "tasks=6", "longest=0")
        .tryThis("map", "way=map", "longest=1")
        .tryThis("crash", "crash=1", "workers=2", "longest=1")
        .question("first", "idle", "other")
        .scenario();
  }
}
