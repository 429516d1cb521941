package interleave.timeline.track;

import static interleave.event.EventKind.DEFINE_THREAD;
import static interleave.event.EventKind.GIL_FREE;
import static interleave.event.EventKind.GIL_HELD;
import static interleave.event.EventKind.TASK_SUBMITTED;
import static interleave.event.EventKind.THREAD_BEGIN;
import static interleave.event.EventKind.THREAD_END;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.tableau.Tableau;
import interleave.timeline.tableau.TableauAt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a learner reads beside rows, in boxes and in beads, and in which order. */
class ShownNamesTest {
  private static final int PID = 7;
  private static final long IDENT = 0x7f00_0000_1000L;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(PID, "Program");

  private void thread(int id, String name, long at) {
    program.thread(id, name).at(at).event(THREAD_BEGIN);
  }

  private void known(int id, String name, long ident) {
    program.thread(id, name).at(0).event(DEFINE_THREAD, 0, 0, ident, name).event(THREAD_BEGIN);
  }

  private static List<String> rows(Timeline timeline, Folds folds) {
    return Rows.of(timeline, folds, TrackKinds.STANDARD.kinds()).all().stream()
        .map(Row::key)
        .toList();
  }

  private static String shown(Timeline timeline, String lane) {
    return timeline.lanes().stream()
        .filter(each -> each.name().equals(lane))
        .findFirst()
        .map(each -> LearnerNames.thread(timeline, each))
        .orElseThrow();
  }

  @Test
  void textsLoseTheirQuotesWhereThereIsRoomForLittle() {
    assertThat(LearnerNames.value("'A1'")).isEqualTo("A1");
    assertThat(LearnerNames.value("\"it's\"")).isEqualTo("it's");
    assertThat(List.of("''", "7", "b'x'", "('a', 'b')", "'cut of…"))
        .allMatch(each -> LearnerNames.value(each).equals(each));
  }

  @Test
  void theThreadsOfAProgramThatIsAloneHaveTheirOwnNames() {
    thread(1, "MainThread", 0);
    thread(2, "worker", 1);
    Timeline timeline = trace.end();
    assertThat(shown(timeline, "MainThread")).isEqualTo("MainThread");
    assertThat(shown(timeline, "worker")).isEqualTo("worker");
  }

  @Test
  void theFirstThreadOfAProcessThatWasStartedIsCalledAsThatProcess() {
    thread(1, "MainThread", 0);
    thread(2, "worker", 1);
    Trace.Process server = trace.process(8, "Server", PID);
    server.thread(1, "first").at(5).event(THREAD_BEGIN);
    server.thread(2, "serves a client").at(6).event(THREAD_BEGIN);
    Timeline timeline = trace.end();
    assertThat(shown(timeline, "MainThread")).as("of the program itself").isEqualTo("MainThread");
    assertThat(shown(timeline, "first")).isEqualTo("Server");
    assertThat(shown(timeline, "serves a client")).isEqualTo("serves a client");
  }

  @Test
  void whatWaitsInAPoolIsCountedAlsoWhereItHasNoBead() {
    Trace.Thread main = program.thread(1, "MainThread");
    main.at(0).event(THREAD_BEGIN);
    int pool = program.object(ObjectType.POOL, 1, "pool");
    for (int task = 1; task <= 100; task++) {
      main.at(task).event(TASK_SUBMITTED, 0, pool, task, "task()");
    }
    main.at(300).event(THREAD_END);
    Tableau.Pipe queue = TableauAt.at(trace.end(), 200, 10).queues().getFirst();
    assertThat(queue.beads().size() + queue.more()).isEqualTo(100);
  }

  @Test
  void lanesStandInTheOrderInWhichTheirThreadsWereMadeAndNotInThatOfChance() {
    thread(1, "MainThread", 0);
    thread(2, "Philosopher-1", 30);
    thread(3, "Philosopher-2", 20);
    Timeline timeline = trace.end();
    assertThat(CrowdRows.made(timeline))
        .extracting(ThreadLane::name)
        .containsExactly("MainThread", "Philosopher-1", "Philosopher-2");
  }

  @Test
  void theLockOfAnInterpreterHasARowWhereThreadsThatOneSeesTakeTurns() {
    thread(1, "MainThread", 0);
    Trace.Thread feeder = program.thread(2, "feeder");
    feeder.at(1).event(DEFINE_THREAD, Flags.SERVICE, 0, IDENT, "feeder").event(THREAD_BEGIN);
    trace.gil(10, GIL_HELD, PID, IDENT);
    Timeline timeline = trace.end();
    assertThat(timeline.gils()).hasSize(1);
    assertThat(rows(timeline, Folds.NONE)).doesNotContain("gil 0");
    assertThat(rows(timeline, Folds.NONE.toggleServices(0))).contains("gil 0");
  }

  @Test
  void theLockOfAnInterpreterHasARowBesideTwoThreadsThatComputeOrWhenAskedFor() {
    Timeline waits = turns(1);
    assertThat(rows(waits, Folds.NONE)).doesNotContain("gil 0");
    assertThat(rows(waits, Folds.NONE.toggleAllGils())).contains("gil 0");
    assertThat(rows(waits, Folds.NONE.leading("gil"))).contains("gil 0");
  }

  @Test
  void andWhereBothOfThemCompute() {
    assertThat(rows(turns(10), Folds.NONE)).contains("gil 0");
  }

  /** One computes for 30 ms, another for some. */
  private Timeline turns(int ms) {
    long each = 1_000_000;
    known(1, "MainThread", IDENT);
    known(2, "worker", IDENT + 8);
    trace.gil(10 * each, GIL_HELD, PID, IDENT);
    trace.gil(40 * each, GIL_HELD, PID, IDENT + 8);
    trace.gil((40 + ms) * each, GIL_FREE, PID, 0);
    return trace.end();
  }
}
