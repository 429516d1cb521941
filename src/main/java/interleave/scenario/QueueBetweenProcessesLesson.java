package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code QueueBetweenProcesses} stands in the catalogue. */
final class QueueBetweenProcessesLesson {
  private QueueBetweenProcessesLesson() {}

  static Scenario scenario() {
    return Lesson.of("queue-between-processes", Group.PROCESSES, "QueueBetweenProcesses")
        .about("queue")
        .texts("values", "A,B,C", 100, 40)
        .upToSeconds("pause", "1", 0, 10)
        .number("capacity", 0, 0, 1000, 0L)
        .number("writers", 1, 1, 4)
        .number("readers", 1, 1, 4)
        .seconds("reader-pause", "0", 0, 10)
        .choice("over", "here", "broker")
        .onlyIn(JAVA)
        .choice("ending", "terminate", "last-word")
        .choice("method", "usual", "fork", "spawn", "forkserver")
        .onlyIn(PYTHON)
        .seed()
        .tryThis("slow-reader", "reader-pause=0.8", "pause=0.3")
        .tryThis("bounded", "capacity=1", "values=A,B,C,D,E", "pause=0", "reader-pause=0.4")
        .tryThis("second-reader", "readers=2")
        .tryThis(
            "many",
            "writers=3",
            "readers=2",
            "capacity=2",
            "pause=0.2",
            "reader-pause=0.4",
            "ending=last-word")
        .tryThis("last-word", "ending=last-word", "reader-pause=0.8")
        .tryIn(JAVA, "broker", "over=broker", "capacity=1", "values=A,B,C,D,E", "pause=0.2")
        .tryThis("spawn", "method=spawn")
        .question("running", "blocked", "asleep")
        .scenario();
  }
}
