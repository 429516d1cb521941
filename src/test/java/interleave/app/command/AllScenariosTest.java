package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import interleave.BesideOthers;
import interleave.app.window.Recorded;
import interleave.engine.Interpreter;
import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** All scenarios in Java, and in a Python of this machine, run to their ends, some at a time. */
@BesideOthers
@Order(1)
class AllScenariosTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 4;

  /** What Python is run with. */
  private static final Map<String, Map<String, String>> VALUES =
      Map.of(
          "process-pool", Map.of("longest", "0.3"),
          "queue-between-processes", Map.of("pause", "0.2"),
          "subprocess", Map.of("way", "communicate", "program", "sort"),
          "distributed-processes", Map.of("tasks", "3", "work", "0.05"),
          "thread", Map.of("pause", "0.05"),
          "lock-and-lost-updates", Map.of("lock", "on", "loops", "500"),
          "gil", Map.of("work", "1", "workers", "2"),
          "condition", Map.of("items", "6"),
          "virtual-threads", Map.of("tasks", "200", "pool", "20"),
          "fork-join", Map.of("limit", "30000", "smallest", "3000"));

  /** What else may hang, as its point is, where the machine is busy. */
  private static final Map<String, Map<String, String>> SURE =
      Map.of("reusable-barrier", Map.of("turnstiles", "two", "held", "0.02", "work", "0.02"));

  /** A run, what it showed last, and what it has answered. */
  private record Told(Scenario scenario, int lanes, long lost, Optional<Reveal> reveal) {}

  @Test
  void theirRecordingsAnswerTheirQuestions() throws Exception {
    answer(
        QuickRuns.all().stream()
            .map(
                lesson ->
                    SURE.containsKey(lesson.scenario().id())
                        ? new Program.Lesson(lesson.scenario(), SURE.get(lesson.scenario().id()))
                        : lesson)
            .toList());
  }

  @Test
  void theirRecordingsInPythonAnswerTheirQuestions() throws Exception {
    List<Interpreter> pythons = Program.PYTHONS.all(Path.of("").toAbsolutePath());
    assumeFalse(
        pythons.stream().noneMatch(Interpreter::isTraced), "there is no CPython on this machine");
    answer(
        Catalogue.ours().stream()
            .map(
                scenario ->
                    new Program.Lesson(
                        scenario,
                        SURE.getOrDefault(
                            scenario.id(), VALUES.getOrDefault(scenario.id(), Map.of())),
                        ProgramLanguage.PYTHON))
            .toList());
  }

  private static void answer(List<Program.Lesson> lessons) throws Exception {
    List<Callable<Told>> runs = new ArrayList<>();
    lessons.forEach(lesson -> runs.add(() -> run(lesson)));
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Told> each : some.invokeAll(runs)) {
        Told told = each.get();
        String id = told.scenario().id();
        assertThat(told.reveal()).as(id).isPresent();
        Reveal reveal = told.reveal().orElseThrow();
        if (reveal.answered()) { // a machine that is busy leaves open how fast something was
          assertThat(told.scenario().question().answers()).as(id).contains(reveal.answer());
        }
        assertThat(reveal.sentence()).as(id).isNotBlank().doesNotStartWith("reveal.");
        assertThat(told.lanes()).as(id).isPositive();
        assertThat(told.lost()).as(id).isZero();
      }
    }
  }

  private static Recorded recorded(Program.Lesson lesson) throws IOException {
    try {
      return Recorded.of(lesson, PATIENCE);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(lesson.scenario().id() + ": " + e.getMessage(), e);
    }
  }

  private static Told run(Program.Lesson lesson) throws Exception {
    Scenario scenario = lesson.scenario();
    Recorded recorded = recorded(lesson);
    try {
      return new Told(
          scenario,
          recorded.timeline().lanes().size(),
          recorded.timeline().counters().lost(),
          Answers.of(scenario, recorded.timeline()));
    } finally {
      recorded.discard();
    }
  }
}
