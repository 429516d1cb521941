package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.TaskLane;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of executors, futures, stages and fork/join tasks. */
class TasksTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.launch().run(TaskLane.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(TaskLane.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void aTaskIsSubmittedStartedByAWorkerAndEndsWithItsResult() {
    List<Event> events = of("TaskLane.submitted", 1);
    assertThat(events)
        .extracting(Event::kind)
        .filteredOn(kind -> kind.name().startsWith("TASK"))
        .containsExactly(TASK_SUBMITTED, TASK_STARTED, TASK_ENDED);
    Event submitted = only(events, TASK_SUBMITTED);
    assertThat(submitted.thread()).isEqualTo(run.thread("main"));
    assertThat(submitted.text()).isEqualTo("Square(7)");
    assertThat(only(events, TASK_STARTED).thread()).isEqualTo(run.thread("pool-1-thread-1"));
    assertThat(only(events, TASK_ENDED).text()).isEqualTo("49");
    assertThat(only(events, TASK_ENDED).flags() & Flags.IDLE).isNotZero();
  }

  @Test
  void aTaskThatThrowsFails() {
    Event ended = only(of("TaskLane.submitted", 2), TASK_ENDED);
    assertThat(ended.flags() & Flags.FAILED).isNotZero();
    assertThat(ended.text()).isEqualTo("java.lang.IllegalStateException: no luck");
  }

  @Test
  void whatIsTakenBackOrShutDownOrRejectedIsCancelled() {
    List<Event> ended = of("TaskLane.small", TASK_ENDED);
    assertThat(ended)
        .filteredOn(event -> (event.flags() & Flags.CANCELLED) != 0)
        .extracting(Event::text)
        .containsExactlyInAnyOrder("taken back", "the pool was shut down", "rejected by the pool");
    assertThat(of("TaskLane.small", TASK_STARTED)).hasSize(1);
  }

  @Test
  void whatThePoolShowsToTheProgramIsNotTouched() {
    for (Event submitted : run.of(TASK_SUBMITTED)) {
      boolean over =
          run.of(TASK_ENDED).stream()
              .anyMatch(
                  ended ->
                      ended.object() == submitted.object() && ended.value() == submitted.value());
      assertThat(over || submitted.flags() != 0 || isStage(submitted)).as("%s", submitted).isTrue();
    }
  }

  private static boolean isStage(Event submitted) {
    return submitted.object() == run.object("CompletableFuture");
  }

  @Test
  void whatMayBeLookedAtIsSeenAsItIsAndALambdaAsWell() {
    for (String pool : List.of("TaskLane.sorted", "TaskLane.seen")) {
      assertThat(run.about(pool))
          .extracting(Event::kind)
          .filteredOn(kind -> kind.name().startsWith("TASK"))
          .containsExactly(TASK_SUBMITTED, TASK_STARTED, TASK_ENDED);
    }
    assertThat(only(of("TaskLane.sorted", 1), TASK_SUBMITTED).text()).isEqualTo("Ranked 1");
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void aTaskThatRepeatsIsAnotherTaskEachTime() {
    assertThat(of("TaskLane.clock", TASK_STARTED).size()).isGreaterThanOrEqualTo(4);
    assertThat(of("TaskLane.clock", TASK_STARTED).stream().map(Event::value))
        .doesNotHaveDuplicates();
  }

  @Test
  void tasksOfABatchAreSubmittedTogetherAndWaitedFor() {
    List<Event> main =
        run.about("TaskLane.together").stream()
            .filter(event -> event.thread() == run.thread("main"))
            .toList();
    assertThat(main)
        .extracting(Event::kind)
        .startsWith(TASK_SUBMITTED, TASK_SUBMITTED, RESULT_WAIT_BEGIN, RESULT_WAIT_END);
    assertThat(of("TaskLane.together", TASK_ENDED))
        .extracting(Event::text)
        .containsExactlyInAnyOrder("1", "4", "9");
  }

  @Test
  void stagesDependOnThoseBeforeThem() {
    assertThat(before("both")).containsExactlyInAnyOrder("price", "length");
    assertThat(before("length")).contains("future");
    assertThat(before("all")).contains("repaired", "thenCompose", "supplyAsync");
    int pool = run.object("CompletableFuture");
    assertThat(run.of(TASK_ENDED))
        .filteredOn(event -> event.object() == pool)
        .extracting(Event::text)
        .contains("20", "4", "24", "48", "repaired");
  }

  private static List<String> before(String stage) {
    int pool = run.object("CompletableFuture");
    List<Event> submitted =
        run.of(TASK_SUBMITTED).stream().filter(event -> event.object() == pool).toList();
    return run.of(TASK_DEPENDS).stream()
        .filter(event -> event.object() == pool)
        .filter(event -> name(submitted, (int) event.value()).equals(stage))
        .map(event -> name(submitted, (int) (event.value() >>> 32)))
        .toList();
  }

  private static String name(List<Event> submitted, int id) {
    String text = submitted.stream().filter(e -> e.value() == id).findFirst().orElseThrow().text();
    return text.split(" ", 2)[0];
  }

  @Test
  void forkedTasksStartSomewhereAndEndWithTheirResult() {
    List<Event> submitted = of("TaskLane.forks", TASK_SUBMITTED);
    assertThat(submitted).hasSize(16);
    assertThat(submitted).filteredOn(event -> event.flags() == 0).hasSize(1);
    assertThat(submitted.getFirst().text()).isEqualTo("Sum 1");
    assertThat(of("TaskLane.forks", TASK_STARTED)).hasSize(16);
    assertThat(only(of("TaskLane.forks", 1), TASK_ENDED).text()).isEqualTo("2016");
    assertThat(of("TaskLane.forks", RESULT_WAIT_BEGIN))
        .anyMatch(event -> event.thread() == run.thread("main") && event.value() == 1);
  }

  @Test
  void workersThatTheJdkMakesEndWithTheirPool() {
    for (String worker : List.of("pool-1-thread-1", "pool-2-thread-1")) {
      assertThat(run.of(THREAD_END, worker)).as(worker).hasSize(1);
    }
  }

  @Test
  void eachTaskOfAPoolOfVirtualThreadsRunsInAThreadOfItsOwn() {
    List<Event> started =
        run.of(TASK_STARTED).stream()
            .filter(event -> event.object() == run.object("each"))
            .toList();
    assertThat(started).hasSize(5);
    assertThat(started.stream().map(Event::thread)).doesNotHaveDuplicates();
  }

  private static List<Event> of(String pool, EventKind kind) {
    return run.about(pool).stream().filter(event -> event.kind() == kind).toList();
  }

  private static List<Event> of(String pool, long task) {
    return run.about(pool).stream().filter(event -> event.value() == task).toList();
  }

  private static Event only(List<Event> events, EventKind kind) {
    List<Event> found = events.stream().filter(event -> event.kind() == kind).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
