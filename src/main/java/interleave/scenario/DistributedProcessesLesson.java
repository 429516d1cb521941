package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/**
 * How {@code DistributedProcesses} stands in the catalogue. Only Python has managers, and the same
 * over a broker; what the faults show a broker alone can do.
 */
final class DistributedProcessesLesson {
  private DistributedProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.of("distributed-processes", Group.PROCESSES, "DistributedProcesses")
        .script(
            "distributed_processes.py",
            "task_worker.py",
            "broker_tasks.py",
            "mishap.py",
            "broker_client.py",
            "stomp.py")
        .workers("TaskWorker", "task_worker.py", "task", "work")
        .choice("way", "manager", "broker")
        .onlyIn(PYTHON)
        .number("workers", 2, 1, 8)
        .number("tasks", 6, 1, 1_000)
        .choice("task", "square", "primes")
        .seconds("work", "0.3", 0, 5)
        .choice("fault", "none", "kill", "cut", "poison", "stop", "restart")
        .onOff("stranger", false)
        .text("broker", "", 200)
        .seed()
        .tryThis("single", "workers=1")
        .tryThis("eight", "workers=8", "tasks=40")
        .tryIn(PYTHON, "broker", "way=broker")
        .tryIn(JAVA, "kill", "fault=kill")
        .tryIn(PYTHON, "kill", "way=broker", "fault=kill")
        .tryIn(JAVA, "cut", "fault=cut")
        .tryIn(PYTHON, "cut", "way=broker", "fault=cut")
        .tryIn(JAVA, "poison", "fault=poison")
        .tryIn(PYTHON, "poison", "way=broker", "fault=poison")
        .tryIn(JAVA, "stop", "fault=stop")
        .tryIn(PYTHON, "stop", "way=broker", "fault=stop")
        .tryIn(JAVA, "restart", "fault=restart")
        .tryIn(PYTHON, "restart", "way=broker", "fault=restart")
        .tryThis("primes", "task=primes", "work=0")
        .tryThis("stranger", "stranger=on")
        .question("master", "workers", "server")
        .scenario();
  }
}
