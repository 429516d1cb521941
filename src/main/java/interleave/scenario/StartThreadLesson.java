package interleave.scenario;

/** How {@code StartThread} stands in the catalogue. */
final class StartThreadLesson {
  private StartThreadLesson() {}

  static Scenario scenario() {
    return Lesson.of("thread", Group.THREADS, "StartThread")
        .number("count", 5, 1, 1000)
        .seconds("pause", "0.4", 0, 5)
        .onOff("join", true)
        .onOff("daemon", false)
        .tryThis("no-join", "join=off")
        .tryThis("daemon", "join=off", "daemon=on")
        .tryThis("no-pause", "pause=0")
        .question("main", "loop", "cut")
        .scenario();
  }
}
