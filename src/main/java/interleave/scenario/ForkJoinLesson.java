package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code ForkJoin} stands in the catalogue. */
final class ForkJoinLesson {
  private ForkJoinLesson() {}

  static Scenario scenario() {
    return Lesson.of("fork-join", Group.THREADS, "ForkJoin")
        .about("pool")
        .number("workers", 3, 1, 16)
        .number("limit", 1_000_000, 100, 5_000_000)
        .onlyIn(JAVA)
        .number("limit", 300_000, 100, 1_000_000)
        .onlyIn(PYTHON)
        .number("smallest", 30_000, 100, 5_000_000)
        .tryThis("alone", "workers=1")
        .tryThis("small", "smallest=3000")
        .tryIn(JAVA, "two-halves", "smallest=500000", "workers=2")
        .question("none", "few", "many")
        .scenario();
  }
}
