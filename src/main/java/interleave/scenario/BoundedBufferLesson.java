package interleave.scenario;

/** How {@code BoundedBuffer} stands in the catalogue. */
final class BoundedBufferLesson {
  private BoundedBufferLesson() {}

  static Scenario scenario() {
    return Lesson.of("condition", Group.THREADS, "BoundedBuffer")
        .about("lock")
        .choice("wakes", "two", "all", "any")
        .number("pairs", 2, 1, 12)
        .number("capacity", 1, 1, 1000)
        .number("items", 4, 1, 100_000)
        .upToSeconds("pause", "0.2", 0, 1)
        .seconds("patience", "2", 0.1, 60)
        .seed()
        .tryThis("all", "wakes=all", "pairs=3", "items=20", "pause=0.04")
        .tryThis("any", "wakes=any", "pairs=3", "pause=0.01", "items=200")
        .tryThis("room", "capacity=100")
        .question("none", "some", "many", "stuck")
        .watchingBoth("filled", "filled")
        .scenario();
  }
}
