package interleave.scenario;

/** How {@code ForkInTwo} stands in the catalogue. */
final class ForkInTwoLesson {
  private ForkInTwoLesson() {}

  static Scenario scenario() {
    return Lesson.of("fork", Group.PROCESSES, "ForkInTwo")
        .number("children", 1, 1, 4)
        .seconds("child-time", "0.4", 0, 10)
        .seconds("parent-time", "0.2", 0, 10)
        .number("exit-code", 0, 0, 255)
        .tryThis("branches", "children=3")
        .tryThis("zombie", "child-time=0.1", "parent-time=0.8")
        .tryThis("code", "exit-code=42")
        .question("own", "both", "none")
        .jvm("--enable-native-access=ALL-UNNAMED", "-Xint") // no compiler that holds a lock
        .scenario();
  }
}
