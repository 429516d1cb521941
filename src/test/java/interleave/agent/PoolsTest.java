package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Pools;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of pools in which the program meets its own tasks, and of what they lose. */
class PoolsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.launch().run(Pools.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Pools.class);
    assertThat(run.err).isEqualTo(plain.err).isEmpty();
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void aQueueThatNeedsATypeOfItsTasksGetsThem() {
    assertThat(texts("Pools.delaying", TASK_SUBMITTED))
        .hasSize(2)
        .allMatch(t -> t.contains("Later"));
    assertThat(of("Pools.delaying", TASK_STARTED)).hasSize(2);
    assertThat(of("Pools.delaying", TASK_ENDED)).hasSize(2);
  }

  @Test
  void anObjectThatIsHandedInTwiceIsTwoTasks() {
    List<Event> ended = of("pool", TASK_ENDED);
    assertThat(of("pool", TASK_SUBMITTED)).hasSize(5);
    assertThat(ended).hasSize(5);
    assertThat(ended).filteredOn(e -> (e.flags() & Flags.CANCELLED) != 0).hasSize(2);
    assertThat(of("pool", TASK_STARTED)).hasSize(3);
  }

  @Test
  void whatGoesThroughAFacadeIsATaskOfThePoolBehindIt() {
    assertThat(texts("Pools.behind", TASK_ENDED)).containsExactly("2", "6");
    assertThat(texts("service", TASK_ENDED)).containsExactly("4");
    assertThat(texts("Pools.direct", TASK_ENDED)).containsExactly("8", "10");
  }

  @Test
  void aDecoratedTaskThatRepeatsIsAnotherTaskEachTime() {
    assertThat(of("Pools.decorating", TASK_STARTED).size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void whatIsDroppedIsDroppedAtThatMoment() {
    assertThat(lost("pool@2")).isEqualTo("3 dropped by the pool");
    assertThat(lost("pool@4")).isEqualTo("3 dropped by the pool");
    assertThat(lost("pool@3")).isEqualTo("2 dropped for a newer one");
    assertThat(texts("pool@3", TASK_ENDED)).contains("2");
  }

  private static String lost(String pool) {
    List<Event> lost =
        of(pool, TASK_ENDED).stream().filter(e -> (e.flags() & Flags.CANCELLED) != 0).toList();
    assertThat(lost).hasSize(1);
    assertThat(lost.getFirst().thread()).isEqualTo(run.thread("main"));
    return lost.getFirst().value() + " " + lost.getFirst().text();
  }

  @Test
  void aWorkerThatIsThereBeforeItsTaskIsIdle() {
    List<EventKind> kinds =
        run.events.stream()
            .filter(e -> e.thread() == run.thread("early"))
            .filter(e -> e.object() == run.object("Pools.early"))
            .map(Event::kind)
            .filter(kind -> kind != DEFINE_OBJECT)
            .toList();
    assertThat(kinds).containsExactly(IDLE_BEGIN, TASK_STARTED, TASK_ENDED);
    assertThat(of("Pools.early", TASK_ENDED)).allMatch(e -> (e.flags() & Flags.IDLE) != 0);
  }

  private static List<String> texts(String pool, EventKind kind) {
    return of(pool, kind).stream().map(Event::text).toList();
  }

  private static List<Event> of(String pool, EventKind kind) {
    return run.about(pool).stream().filter(event -> event.kind() == kind).toList();
  }
}
