package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code LockAndLostUpdates} stands in the catalogue. */
final class LockAndLostUpdatesLesson {
  private LockAndLostUpdatesLesson() {}

  static Scenario scenario() {
    return Lesson.of("lock-and-lost-updates", Group.THREADS, "LockAndLostUpdates")
        .about("lock")
        .number("threads", 2, 2, 8)
        .number("loops", 100_000, 1, 10_000_000)
        .choice("lock", "on", "fair", "synchronized", "atomic", "adder", "off")
        .onlyIn(JAVA)
        .choice("lock", "on", "off")
        .onlyIn(PYTHON)
        .onOff("call", false)
        .onlyIn(PYTHON)
        .tryIn(JAVA, "no-lock", "lock=off")
        .tryIn(PYTHON, "long", "lock=off", "loops=1000000")
        .tryIn(PYTHON, "call", "lock=off", "loops=1000000", "call=on")
        .tryThis("few-loops", "lock=off", "loops=100")
        .tryThis("eight", "threads=8", "loops=10000")
        .tryThis("fair", "lock=fair", "loops=2000")
        .tryThis("synchronized", "lock=synchronized")
        .tryThis("atomic", "lock=atomic")
        .question("none", "few", "many")
        .watching("balance")
        .observable("balance")
        .scenario();
  }
}
