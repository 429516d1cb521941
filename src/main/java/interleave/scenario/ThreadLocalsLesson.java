package interleave.scenario;

import static interleave.scenario.ProgramLanguage.JAVA;
import static interleave.scenario.ProgramLanguage.PYTHON;

/** How {@code ThreadLocals} stands in the catalogue. */
final class ThreadLocalsLesson {
  private ThreadLocalsLesson() {}

  static Scenario scenario() {
    return Lesson.of("thread-local", Group.THREADS, "ThreadLocals")
        .choice("kind", "thread-local", "scoped-value", "plain")
        .onlyIn(JAVA)
        .choice("kind", "thread-local", "plain")
        .onlyIn(PYTHON)
        .number("workers", 5, 0, 50)
        .seconds("pause", "0.15", 0, 5)
        .tryThis("scoped", "kind=scoped-value")
        .tryThis("plain", "kind=plain")
        .tryThis("many", "workers=20")
        .question("own", "bob", "same")
        .watchingBoth("plainStudent", "plain_student", "kind=plain")
        .scenario();
  }
}
