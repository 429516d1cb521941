package interleave.scenario;

/** How {@link PoolOfProcesses} stands in the catalogue. */
final class PoolOfProcessesLesson {
  private PoolOfProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.of("process-pool", Group.PROCESSES, "PoolOfProcesses")
        .number("workers", 4, 1, 16)
        .number("tasks", 5, 1, 100)
        .upToSeconds("longest", "3", 0, 10)
        .seed()
        .tryThis("one-each", "workers=5")
        .tryThis("single", "workers=1", "longest=1")
        .tryThis("twenty", "tasks=20", "longest=0.3")
        .question("first", "idle", "other")
        .scenario();
  }
}
