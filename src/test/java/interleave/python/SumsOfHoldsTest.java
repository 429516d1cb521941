package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Flags;
import interleave.python.PythonRun.Recorded;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A lock that is taken more often than can be recorded, in a process and a copy of it. */
@BesideOthers
class SumsOfHoldsTest {
  private static final long CAP = 1 << 20;
  private static final int TIMES = 20_000;

  private static Map<Path, PythonRun> runs;

  @BeforeAll
  static void run() throws Exception {
    runs =
        Pythons.each(
            Pythons.some(),
            python -> PythonRun.capped(CAP, python, "sums.py", String.valueOf(TIMES)));
  }

  @Test
  void eachHoldCountsOnceWhetherItIsToldOrSummedUp() {
    runs.forEach(
        (python, run) -> {
          assertThat(run.exit()).as("%s %s", python, run.err()).isZero();
          assertThat(run.problems()).as("%s", python).isEmpty();
          assertThat(run.notes()).as("%s", python).isEmpty();
          Timeline timeline = run.timeline();
          assertThat(timeline.gaps()).as("%s", python).isEmpty();
          List<LockTrack> locks = named(timeline, "lock");
          assertThat(locks).as("%s", python).hasSize(2);
          for (LockTrack lock : locks) {
            assertThat(lock.acquires()).as("%s", python).isEqualTo(2 * TIMES + 2);
            assertThat(lock.holds().size()).as("%s", python).isLessThan(TIMES);
            assertThat(lock.detailEnded()).as("%s", python).isNotEqualTo(Timeline.OPEN);
            assertThat(lock.owners().stream().filter(it -> it.acquires() > TIMES / 2))
                .as("%s", python)
                .hasSize(2)
                .allMatch(it -> it.acquires() == TIMES);
          }
        });
  }

  @Test
  void aLockThatIsUsedRarelyIsToldInFull() {
    runs.forEach(
        (python, run) -> {
          for (LockTrack rare : named(run.timeline(), "rare")) {
            assertThat(rare.holds().size()).as("%s", python).isEqualTo(8);
            assertThat(rare.sums()).as("%s", python).isZero();
          }
        });
  }

  @Test
  void aWaitThatLastsIsToldAndWithItWhoHasTheLock() {
    runs.forEach(
        (python, run) -> {
          List<Recorded> held =
              run.where(it -> it.kind() == LOCK_ACQUIRED && (it.flags() & Flags.ON_BEHALF) != 0);
          assertThat(held.stream().filter(it -> it.thread().equals("blocker")))
              .as("%s", python)
              .hasSize(2);
          assertThat(run.where(it -> it.kind() == LOCK_REQUEST && it.thread().equals("MainThread")))
              .as("%s", python)
              .hasSize(2);
        });
  }

  @Test
  void holdsCountWhenTheInterpreterEndsAndWhenAnotherProgramBegins() throws Exception {
    for (String how : List.of("exit", "exec")) {
      Pythons.each(
              Pythons.some(), python -> PythonRun.capped(CAP, python, "sums_at_the_end.py", how))
          .forEach(
              (python, run) -> {
                assertThat(run.exit()).as("%s %s %s", python, how, run.err()).isZero();
                assertThat(named(run.timeline(), "lock"))
                    .as("%s %s", python, how)
                    .singleElement()
                    .satisfies(it -> assertThat(it.acquires()).isEqualTo(TIMES + 500))
                    .satisfies(it -> assertThat(it.detailEnded()).isNotEqualTo(Timeline.OPEN));
              });
    }
  }

  private static List<LockTrack> named(Timeline timeline, String name) {
    return timeline.locks().stream().filter(it -> it.name().startsWith(name)).toList();
  }
}
