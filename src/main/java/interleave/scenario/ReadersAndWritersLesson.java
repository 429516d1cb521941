package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code ReadersAndWriters} stands in the catalogue. */
final class ReadersAndWritersLesson {
  private ReadersAndWritersLesson() {}

  static Scenario scenario() {
    return Lesson.of("readers-writers", Group.THREADS, "ReadersAndWriters")
        .about("lock")
        .choice("lock", "read-write", "fair", "stamped", "plain")
        .onlyIn(JAVA)
        .choice("lock", "read-write", "plain")
        .onlyIn(PYTHON)
        .number("readers", 4, 1, 20)
        .number("writers", 1, 0, 10)
        .number("rounds", 5, 1, 10_000)
        .seconds("reading", "0.06", 0, 2)
        .seconds("writing", "0.08", 0, 2)
        .upToSeconds("pause", "0.1", 0, 2)
        .seed()
        .tryThis("plain", "lock=plain")
        .tryThis("stamped", "lock=stamped", "writing=0.02", "pause=0.3")
        .tryThis("fair", "lock=fair", "writers=2", "pause=0.02")
        .tryThis("writers", "writers=3", "pause=0.02")
        .question("single", "some", "all")
        .scenario();
  }
}
