package interleave.scenario;

/** The scenario {@code distributed-processes}, which only Python has managers for. */
final class DistributedProcessesLesson {
  private DistributedProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.inPython("distributed-processes", Group.PROCESSES)
        .script("distributed_processes.py", "task_worker.py")
        .number("workers", 2, 1, 8)
        .number("tasks", 10, 1, 1_000)
        .seconds("work", "0.3", 0, 5)
        .onOff("stranger", false)
        .seed()
        .tryThis("single", "workers=1")
        .tryThis("eight", "workers=8", "tasks=40")
        .tryThis("stranger", "stranger=on")
        .question("master", "workers", "server")
        .scenario();
  }
}
