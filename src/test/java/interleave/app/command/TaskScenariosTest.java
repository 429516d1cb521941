package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.window.Recorded;
import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.timeline.PoolTrack;
import interleave.timeline.PoolTrack.Task;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The scenarios about queues between threads and about pools, run to their ends. */
class TaskScenariosTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Scenario scenario = Catalogue.scenario("producers-consumers");

  private Timeline run(String id, Map<String, String> values) throws IOException {
    scenario = Catalogue.scenario(id);
    Recorded recorded = Recorded.of(new Program.Lesson(scenario, values), PATIENCE);
    Timeline timeline = recorded.timeline();
    recorded.close();
    return timeline;
  }

  private Reveal reveal(Timeline timeline) {
    Reveal reveal = Answers.of(scenario, timeline).orElseThrow();
    assertThat(scenario.question().answers()).contains(reveal.answer());
    return reveal;
  }

  @Test
  void everyOrderIsPutOnceAndTakenOnceThroughAQueueThatIsNeverTooDeep() throws IOException {
    Timeline timeline =
        run(
            "producers-consumers",
            Map.of("producers", "3", "orders", "5", "capacity", "2", "pause", "0", "work", "0.02"));
    QueueTrack queue = timeline.queues().getFirst();
    assertThat(queue.name()).isEqualTo("orders");
    assertThat(queue.capacity()).isEqualTo(2);
    assertThat(queue.maxDepth()).isEqualTo(2);
    assertThat(queue.puts()).isEqualTo(16);
    assertThat(queue.gets()).isEqualTo(16);
    List<QueueTrack.Message> orders =
        IntStream.range(0, queue.messages()).mapToObj(queue::message).toList();
    assertThat(orders).allMatch(each -> each.put() <= each.get() && each.fromLane() >= 0);
    assertThat(orders.stream().map(QueueTrack.Message::preview))
        .contains("A1", "B5", "C3", "closed")
        .doesNotHaveDuplicates();
    assertThat(reveal(timeline).answer()).isEqualTo("producers");
  }

  @Test
  void stolenTasksAreThoseThatStartElsewhereThanWhereTheyWereForked() throws IOException {
    Timeline timeline = run("fork-join", Map.of("limit", "100000", "smallest", "2000"));
    PoolTrack pool = timeline.pools().getFirst();
    assertThat(pool.tasks()).allMatch(task -> task.ended() != Timeline.OPEN);
    assertThat(pool.tasks()).filteredOn(task -> !task.forked()).hasSize(1);
    assertThat(pool.tasks())
        .filteredOn(Task::forked)
        .allMatch(task -> task.stolen() == (task.lane() != task.submitter()))
        .allMatch(task -> task.parent() >= 0);
    assertThat(pool.stolen()).isEqualTo((int) pool.tasks().stream().filter(Task::stolen).count());
    reveal(timeline);
    assertThat(timeline.output().line(0).text()).isEqualTo("There are 9592 primes below 100000.");
  }

  @Test
  void whoIsAloneStealsNothing() throws IOException {
    Timeline timeline =
        run("fork-join", Map.of("workers", "1", "limit", "20000", "smallest", "2000"));
    assertThat(timeline.pools().getFirst().stolen()).isZero();
    assertThat(reveal(timeline).answer()).isEqualTo("none");
  }

  @Test
  void aStageRunsAfterThoseItWaitsForAndOneThatIsNotNeededIsSkipped() throws IOException {
    Timeline timeline =
        run("completable-future", Map.of("price", "0.1", "rate", "0.3", "stock", "0.05"));
    PoolTrack pool = timeline.pools().getFirst();
    assertThat(pool.tasks()).hasSize(7);
    for (Task task : pool.tasks()) {
      for (int before : task.before()) {
        if (task.started() != Timeline.OPEN) {
          assertThat(task.started()).isGreaterThanOrEqualTo(pool.tasks().get(before).ended());
        }
      }
    }
    assertThat(pool.tasks())
        .filteredOn(task -> "skipped".equals(task.outcome()))
        .extracting(Task::name)
        .containsExactly("left");
    assertThat(reveal(timeline).answer()).isEqualTo("later");
  }

  @Test
  void aFailureSkipsWhatWouldHaveUsedTheResult() throws IOException {
    Timeline timeline =
        run("completable-future", Map.of("stock-fails", "on", "price", "0.1", "rate", "0.2"));
    assertThat(timeline.pools().getFirst().tasks())
        .filteredOn(task -> "skipped".equals(task.outcome()))
        .extracting(Task::name)
        .containsExactly("thenApply 5");
  }
}
