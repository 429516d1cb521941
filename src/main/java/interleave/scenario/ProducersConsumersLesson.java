package interleave.scenario;

/** How {@code ProducersConsumers} stands in the catalogue. */
final class ProducersConsumersLesson {
  private ProducersConsumersLesson() {}

  static Scenario scenario() {
    return Lesson.of("producers-consumers", Group.THREADS, "ProducersConsumers")
        .about("queue")
        .number("producers", 2, 1, 8)
        .number("consumers", 1, 1, 8)
        .number("capacity", 3, 1, 1000)
        .number("orders", 6, 1, 1000)
        .seconds("pause", "0.05", 0, 5)
        .seconds("work", "0.1", 0, 5)
        .tryThis("more-consumers", "consumers=4")
        .tryThis("roomy", "capacity=100")
        .tryThis("slow-producers", "pause=0.3", "work=0.02")
        .question("producers", "consumers", "nobody")
        .scenario();
  }
}
