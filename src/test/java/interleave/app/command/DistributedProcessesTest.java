package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import interleave.BesideOthers;
import interleave.app.window.Recorded;
import interleave.engine.Interpreter;
import interleave.lesson.Answers;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.OutputTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenario with each of its faults: what is put is done, once, whatever goes wrong. */
@BesideOthers
@Order(1)
class DistributedProcessesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int TASKS = 5;
  private static final int WORKERS = 2;

  private final Scenario scenario = Catalogue.find("distributed-processes").orElseThrow();

  private @Nullable Recorded recorded;

  @AfterEach
  void discard() {
    if (recorded != null) {
      recorded.discard();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTaskIsDoneOnceAndTheQueuesAreInTheBroker(ProgramLanguage language) throws Exception {
    Timeline timeline = run(language, "none");
    allDone(timeline, TASKS);
    assertThat(queue(timeline, "tasks").messages()).isEqualTo(TASKS + WORKERS);
    assertThat(again(timeline)).isEmpty();
    assertThat(Answers.of(scenario, timeline))
        .hasValueSatisfying(
            reveal -> {
              assertThat(reveal.answer()).isEqualTo("server");
              assertThat(reveal.sentence()).contains("broker", "3 other processes");
            });
  }

  @ParameterizedTest
  @EnumSource
  void theTaskOfAKilledWorkerIsGivenToAnotherAndDoneOnce(ProgramLanguage language)
      throws Exception {
    Timeline timeline = run(language, "kill");
    allDone(timeline, TASKS);
    // It alone is sure to come again; what was on its way to the killed one may, too.
    assertThat(again(timeline)).isNotEmpty().allMatch(it -> it.put() <= it.get());
    assertThat(again(timeline)).extracting(QueueTrack.Message::id).contains((TASKS + 1) / 2L);
  }

  @ParameterizedTest
  @EnumSource
  void whatAWorkerHadTakenThatIsCutOffForAWhileIsDoneOnceAndAStrangerDoesNothing(
      ProgramLanguage language) throws Exception {
    Timeline timeline = run(language, "cut", "stranger", "on");
    QueueTrack results = queue(timeline, "results");
    assertThat(messages(results))
        .extracting(QueueTrack.Message::id)
        .containsExactlyInAnyOrderElementsOf(ids(TASKS));
    assertThat(results.gets()).isEqualTo(TASKS);
    // Whoever is cut off between his question and the answer never tells that he has put.
    assertThat(results.puts()).isBetween(TASKS - 1L, (long) TASKS);
    assertThat(lines(timeline))
        .contains("Worker-1's connection is cut.", "Worker-1's connection is mended.")
        .filteredOn(it -> it.startsWith("Result: "))
        .hasSize(TASKS);
    assertThat(lines(timeline)).anyMatch(it -> it.contains("does not let us in"));
    assertThat(timeline.processes())
        .filteredOn(it -> !it.name().equals("broker"))
        .hasSize(1 + WORKERS + 1)
        .allMatch(it -> it.exit() != null && it.exit().code() == 0);
    assertThat(timeline.processes()).extracting(it -> it.name()).contains("Worker-1", "Stranger");
  }

  @ParameterizedTest
  @EnumSource
  void aPoisonTaskIsADeadLetterAfterThreeDeliveries(ProgramLanguage language) throws Exception {
    Timeline timeline = run(language, "poison");
    allDone(timeline, TASKS);
    assertThat(again(timeline))
        .filteredOn(it -> it.id() == (TASKS + 1) / 2)
        .extracting(QueueTrack.Message::preview)
        .hasSize(2)
        .allMatch(it -> it.contains("seven"));
    QueueTrack dead = queue(timeline, "dead letters");
    assertThat(List.of(dead.puts(), dead.gets(), dead.lost())).containsExactly(1L, 1L, 0L);
    assertThat(lines(timeline)).contains("Dead letter: seven");
  }

  @ParameterizedTest
  @EnumSource
  void whenTheMasterStopsTheWorkersEndCleanly(ProgramLanguage language) throws Exception {
    Timeline timeline = run(language, "stop");
    assertThat(lines(timeline))
        .filteredOn(it -> it.endsWith("exit: there is no broker any more."))
        .hasSize(WORKERS);
    assertThat(lines(timeline).getLast()).isEqualTo("Master exit.");
    assertThat(timeline.processes())
        .filteredOn(it -> !it.name().equals("broker"))
        .hasSize(1 + WORKERS)
        .allMatch(it -> it.exit() != null && it.exit().code() == 0);
  }

  private static void allDone(Timeline timeline, int tasks) {
    QueueTrack results = queue(timeline, "results");
    assertThat(messages(results))
        .extracting(QueueTrack.Message::id)
        .containsExactlyInAnyOrderElementsOf(ids(tasks));
    assertThat(List.of(results.puts(), results.gets())).containsOnly((long) tasks);
    QueueTrack given = queue(timeline, "tasks");
    assertThat(given.gets()).isEqualTo(given.puts());
    assertThat(given.lost() + results.lost()).isZero();
    assertThat(lines(timeline)).filteredOn(it -> it.startsWith("Result: ")).hasSize(tasks);
  }

  private static List<Long> ids(int tasks) {
    return LongStream.rangeClosed(1, tasks).boxed().toList();
  }

  private static QueueTrack queue(Timeline timeline, String name) {
    return timeline.queues().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<QueueTrack.Message> messages(QueueTrack queue) {
    return IntStream.range(0, queue.messages()).mapToObj(queue::message).toList();
  }

  private static List<QueueTrack.Message> again(Timeline timeline) {
    return messages(queue(timeline, "tasks")).stream().filter(QueueTrack.Message::again).toList();
  }

  private static List<String> lines(Timeline timeline) {
    OutputTrack output = timeline.output();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < output.size(); i++) {
      lines.add(output.line(i).text());
    }
    return lines;
  }

  private Timeline run(ProgramLanguage language, String fault, String... more) throws Exception {
    Map<String, String> values = new HashMap<>();
    values.put("tasks", "" + TASKS);
    values.put("work", "0.1");
    values.put("workers", "" + WORKERS);
    values.put("fault", fault);
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    if (language == ProgramLanguage.PYTHON) {
      assumeFalse(
          Program.PYTHONS.all(Path.of("").toAbsolutePath()).stream()
              .noneMatch(Interpreter::isTraced),
          "there is no CPython on this machine");
      values.put("way", "broker");
    }
    recorded = Recorded.of(new Program.Lesson(scenario, values, language), PATIENCE);
    assertThat(recorded.timeline().counters().lost()).isZero();
    return recorded.timeline();
  }
}
