package interleave.scenario;

/** How {@code Race} stands in the catalogue. */
final class RaceLesson {
  private RaceLesson() {}

  static Scenario scenario() {
    return Lesson.of("barrier-and-latch", Group.THREADS, "Race")
        .about("synchronizer")
        .number("runners", 4, 1, 20)
        .number("laps", 4, 1, 1000)
        .upToSeconds("lap", "0.2", 0, 5)
        .onOff("slow", false)
        .seed()
        .tryThis("slow", "slow=on")
        .tryThis("many", "runners=12")
        .tryThis("alone", "runners=1")
        .question("little", "some", "most")
        .scenario();
  }
}
