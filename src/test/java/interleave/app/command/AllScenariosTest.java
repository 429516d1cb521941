package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import interleave.app.window.Recorded;
import interleave.engine.Interpreter;
import interleave.engine.PythonFinder;
import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
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
import org.junit.jupiter.api.Test;

/** All scenarios in Python, run to their ends by a Python of this machine, some at a time. */
class PythonScenariosTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int AT_ONCE = 4;

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

  /** A run, what it showed last, and what it has answered. */
  private record Told(Scenario scenario, long lost, Optional<Reveal> reveal) {}

  @Test
  void theirRecordingsAnswerTheirQuestions() throws Exception {
    List<Interpreter> pythons = new PythonFinder().all(Path.of("").toAbsolutePath());
    assumeFalse(
        pythons.stream().noneMatch(Interpreter::isTraced), "there is no CPython on this machine");
    List<Callable<Told>> runs = new ArrayList<>();
    Catalogue.all().forEach(scenario -> runs.add(() -> run(scenario)));
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
        assertThat(told.lost()).as(id).isZero();
      }
    }
  }

  private static Told run(Scenario scenario) throws Exception {
    Map<String, String> values = VALUES.getOrDefault(scenario.id(), Map.of());
    Recorded recorded =
        Recorded.of(new Program.Lesson(scenario, values, ProgramLanguage.PYTHON), PATIENCE);
    try {
      return new Told(
          scenario,
          recorded.timeline().counters().lost(),
          Answers.of(scenario, recorded.timeline()));
    } finally {
      recorded.discard();
    }
  }
}
