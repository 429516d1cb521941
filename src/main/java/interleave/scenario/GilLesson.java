package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code Gil} stands in the catalogue. */
final class GilLesson {
  private GilLesson() {}

  static Scenario scenario() {
    return Lesson.of("gil", Group.THREADS, "Gil")
        .about("gil")
        .choice("workers", "4", "2", "8", "16")
        .number("work", 200, 10, 5_000)
        .onlyIn(JAVA)
        .number("work", 2, 1, 200)
        .onlyIn(PYTHON)
        .onOff("processes", true)
        .tryThis("more", "workers=8")
        .tryIn(JAVA, "longer", "work=1000")
        .tryIn(PYTHON, "longer", "work=10")
        .tryThis("threads-only", "processes=off", "workers=2")
        .question("faster", "same", "slower")
        .scenario();
  }
}
