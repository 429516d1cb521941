package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.python.PythonRun.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What threads do, and all that they meet at: locks, conditions, semaphores, events and more. */
@BesideOthers
class MeetingsTest {
  private static final Path SCRIPT = Path.of("src/test/resources/python/meetings.py");
  private static final long SECOND = 1_000_000_000L;

  private static Map<Path, PythonRun> runs;
  private static Map<Path, PythonRun> untraced;

  @BeforeAll
  static void run() throws Exception {
    List<Path> pythons = Pythons.all();
    runs = Pythons.each(pythons, python -> PythonRun.of(python, "meetings.py"));
    Map<String, String> nowhere = Map.of("INTERLEAVE_RECORDING", "", "PYTHONPATH", "");
    List<String> script = List.of(SCRIPT.toAbsolutePath().toString());
    untraced = Pythons.each(pythons, python -> PythonRun.of(python, script, nowhere));
  }

  @Test
  void theProgramBehavesAsWithoutATracer() {
    runs.forEach(
        (python, run) -> {
          PythonRun plain = untraced.get(python);
          assertThat(plain.events()).isEmpty();
          assertThat(run.out()).as("%s", python).isEqualTo(plain.out()).endsWith("done\ntimer\n");
          assertThat(run.err()).as("%s", python).isEqualTo(plain.err());
          assertThat(run.exit()).as("%s", python).isEqualTo(plain.exit());
          assertThat(run.problems()).as("%s", python).isEmpty();
          assertThat(run.notes()).as("%s", python).isEmpty();
        });
  }

  @Test
  void aLockIsRequestedOnlyByWhoMustWaitForIt() {
    runs.forEach(
        (python, run) -> {
          List<Recorded> of = about(run, "holder", "lock", LOCK_ACQUIRED, LOCK_RELEASED);
          assertThat(kinds(of)).as("%s", python).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
          assertThat(of)
              .extracting(Recorded::site)
              .first()
              .asString()
              .endsWith(" hold")
              .startsWith("meetings.py:");
          List<Recorded> waited =
              run.where(
                  it ->
                      it.object().equals("lock")
                          && it.time() > of.getFirst().time()
                          && it.thread().equals("Boss")
                          && it.kind() != LOCK_RELEASED);
          assertThat(kinds(waited))
              .as("%s", python)
              .startsWith(WAIT_LIMIT, LOCK_REQUEST, LOCK_ABANDONED);
          assertThat(waited.get(2).flags()).isEqualTo(Flags.TIMED_OUT);
          Recorded asked = waited.get(3);
          Recorded got = waited.get(asked.kind() == LOCK_REQUEST ? 4 : 3);
          assertThat(got.kind()).as("%s", python).isEqualTo(LOCK_ACQUIRED);
          assertThat(got.time()).isGreaterThan(of.getLast().time());
          assertThat(got.value()).isBetween(0L, got.time() - asked.time());
        });
  }

  @Test
  void aHoldWithinAHoldIsOne() {
    runs.forEach(
        (python, run) ->
            assertThat(kinds(about(run, "mine", "again", LOCK_ACQUIRED, LOCK_RELEASED)))
                .as("%s", python)
                .containsExactly(LOCK_ACQUIRED, LOCK_RELEASED));
  }

  @Test
  void aLockThatAnotherThreadLetsGoIsLetGoByItsHolder() {
    runs.forEach(
        (python, run) ->
            assertThat(run.where(it -> it.object().equals("bell") && it.kind() == LOCK_RELEASED))
                .as("%s", python)
                .hasSize(2)
                .allMatch(it -> it.thread().equals("Boss")));
  }

  @Test
  void aWaitForAConditionLetsGoOfItsLockAndHasItAgain() {
    runs.forEach(
        (python, run) -> {
          assertThat(kinds(run.where(it -> it.thread().equals("consumer") && it.objectId() != 0)))
              .as("%s", python)
              .containsExactly(
                  LOCK_ACQUIRED,
                  WAIT_BEGIN,
                  WAIT_END,
                  LOCK_RELEASED,
                  LOCK_ACQUIRED,
                  WAIT_BEGIN,
                  WAIT_END,
                  LOCK_RELEASED);
          assertThat(run.of(NOTIFY))
              .as("%s", python)
              .extracting(Recorded::flags)
              .containsExactly(0, Flags.ALL);
          List<Recorded> ofLock = about(run, "Boss", "lock", WAIT_BEGIN, WAIT_END);
          assertThat(ofLock.getFirst().value() >>> 32).isEqualTo(1000);
          assertThat(ofLock.getLast().flags()).as("%s", python).isEqualTo(Flags.TIMED_OUT);
        });
  }

  @Test
  void permitsAreCountedAndWaitedFor() {
    runs.forEach(
        (python, run) -> {
          assertThat(kinds(about(run, "waiter", "bounded", SYNC_WAIT_BEGIN, PERMIT_ACQUIRED)))
              .as("%s", python)
              .containsExactly(SYNC_WAIT_BEGIN, PERMIT_ACQUIRED);
          assertThat(run.where(it -> it.object().equals("semaphore") && it.kind() == SYNC_STATE))
              .as("%s", python)
              .extracting(Recorded::value)
              .containsExactly(2L << 32 | 2);
          assertThat(about(run, "Boss", "semaphore", SYNC_WAIT_END))
              .as("%s", python)
              .extracting(Recorded::flags)
              .containsExactly(Flags.TIMED_OUT);
        });
  }

  @Test
  void anEventIsALatchOfOneAndABarrierTellsWhoCameLast() {
    runs.forEach(
        (python, run) -> {
          List<Recorded> of = run.where(it -> it.object().equals("event"));
          assertThat(kinds(of))
              .as("%s", python)
              .containsExactly(
                  SYNC_STATE,
                  SYNC_WAIT_BEGIN,
                  ARRIVED,
                  SYNC_WAIT_END,
                  SYNC_STATE,
                  WAIT_LIMIT,
                  SYNC_WAIT_BEGIN,
                  SYNC_WAIT_END);
          assertThat(of.getFirst().value()).isEqualTo(1L << 32 | 1);
          assertThat(run.where(it -> it.object().equals("loud")))
              .as("%s", python)
              .extracting(Recorded::kind)
              .containsExactly(SYNC_STATE, ARRIVED);
          List<Recorded> ends =
              run.where(it -> it.object().equals("barrier") && it.kind() == SYNC_WAIT_END);
          assertThat(ends.stream().filter(it -> it.site().equals(ends.getFirst().site())))
              .as("%s", python)
              .extracting(Recorded::value)
              .containsExactly(0L, 1L);
        });
  }

  @Test
  void aThreadLocalHasAValueOfEachThreadAndOfEachAttribute() {
    runs.forEach(
        (python, run) -> {
          List<Recorded> alice = about(run, "Thread-Alice", "school.name", LOCAL_SET, LOCAL_GET);
          assertThat(kinds(alice)).as("%s", python).containsExactly(LOCAL_SET, LOCAL_GET);
          assertThat(alice).extracting(Recorded::text).containsExactly("'Alice'", "");
          assertThat(about(run, "Thread-Bob", "counted.count", LOCAL_SET))
              .as("%s", python)
              .extracting(Recorded::text)
              .containsExactly("5", "6");
          assertThat(run.of(LOCAL_REMOVED)).as("%s", python).hasSize(2);
        });
  }

  @Test
  void aThreadThatFailsSaysByWhatAndTheMainThreadWaitsForTheOthersWhenItIsDone() {
    runs.forEach(
        (python, run) -> {
          List<Recorded> ends = run.of(THREAD_END);
          assertThat(ends.stream().filter(it -> it.flags() == Flags.FAILED))
              .as("%s", python)
              .extracting(it -> it.thread() + " " + it.text())
              .containsExactly("failing ValueError: too much");
          assertThat(ends).as("%s", python).noneMatch(it -> it.thread().equals("demon"));
          Recorded late =
              ends.stream().filter(it -> it.thread().equals("late")).findFirst().orElseThrow();
          List<Recorded> joins =
              run.where(it -> it.thread().equals("Boss") && it.value() == late.threadId());
          assertThat(kinds(joins)).as("%s", python).endsWith(JOIN_BEGIN, JOIN_END);
          assertThat(joins.getLast().time()).isGreaterThanOrEqualTo(late.time());
          assertThat(run.of(SLEEP_BEGIN))
              .as("%s", python)
              .anyMatch(it -> it.thread().equals("demon") && it.value() == 30 * SECOND)
              .anyMatch(it -> it.thread().equals("renamed"));
        });
  }

  @Test
  void whatTheLibraryMeetsAtByItselfIsLeftOut() {
    runs.forEach(
        (python, run) ->
            assertThat(
                    run.where(it -> it.kind() != PUT && !it.object().isEmpty()).stream()
                        .map(Recorded::object)
                        .distinct())
                .as("%s", python)
                .containsExactlyInAnyOrder(
                    "other",
                    "again",
                    "lock",
                    "Account.lock",
                    "self.guard",
                    "bell",
                    "condition",
                    "semaphore",
                    "bounded",
                    "event",
                    "loud",
                    "barrier",
                    "school.name",
                    "counted.count",
                    "Timer 1.finished"));
  }

  private static List<Recorded> about(
      PythonRun run, String thread, String object, EventKind... kinds) {
    return run.where(
        it ->
            it.thread().equals(thread)
                && it.object().equals(object)
                && List.of(kinds).contains(it.kind()));
  }

  private static List<EventKind> kinds(List<Recorded> events) {
    return events.stream().map(Recorded::kind).toList();
  }
}
