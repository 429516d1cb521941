package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code LockAndLostUpdates} stands in the catalogue. */
final class LockAndLostUpdatesLesson {
  private LockAndLostUpdatesLesson() {}

  static Scenario scenario() {
    return Lesson.of("lock-and-lost-updates", Group.THREADS, "LockAndLostUpdates")
        .about("lock")
        .number("threads", 4, 2, 8)
        .number("loops", 100_000, 1, 10_000_000)
        .onlyIn(JAVA)
        .number("loops", 300_000, 1, 10_000_000)
        .onlyIn(PYTHON)
        .choice("lock", "off", "on", "fair", "synchronized", "atomic", "adder")
        .onlyIn(JAVA)
        .choice("lock", "off", "on")
        .onlyIn(PYTHON)
        .onOff("call", true)
        .onlyIn(PYTHON)
        .seconds("switch", "0.0001", 0.00001, 1)
        .onlyIn(PYTHON)
        .tryThis("lock", "lock=on")
        .tryIn(PYTHON, "no-call", "call=off", "loops=1000000")
        .tryThis("few-loops", "loops=100")
        .tryThis("eight", "lock=on", "threads=8", "loops=10000")
        .tryThis("fair", "lock=fair", "loops=2000")
        .tryThis("synchronized", "lock=synchronized")
        .tryThis("atomic", "lock=atomic")
        .question("none", "few", "many")
        .watching("balance")
        .observable("balance")
        .scenario();
  }
}
