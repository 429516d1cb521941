package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.timeline.Timeline.Gap;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is lost without a word, and nothing at all while there is room. */
@BesideOthers
class RoomTest {
  /** So many events fill the first chunk of a segment. */
  private static final int CHUNK = 508;

  private static Map<Path, PythonRun> runs(long cap, String what) throws Exception {
    Map<Path, PythonRun> runs =
        Pythons.each(Pythons.some(), python -> PythonRun.capped(cap, python, "room.py", what));
    runs.forEach(
        (python, run) -> {
          assertThat(run.err()).as("%s", python).isEmpty();
          assertThat(run.exit()).as("%s", python).isZero();
          assertThat(run.problems()).as("%s", python).isEmpty();
        });
    return runs;
  }

  private static long lost(PythonRun run) {
    return run.timeline().gaps().stream().mapToLong(Gap::events).sum();
  }

  @Test
  void twoBusyThreadsLeaveRoomForThoseThatComeLater() throws Exception {
    runs(1 << 20, "late")
        .forEach(
            (python, run) -> {
              assertThat(run.timeline().gaps()).as("%s", python).isEmpty();
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(24_300);
            });
  }

  @Test
  void whatThreadsAndCopiesLoseForWhichThereIsNoRoomIsCounted() throws Exception {
    runs(40_000, "none")
        .forEach(
            (python, run) -> {
              // Beside these some events of the threads themselves are lost.
              assertThat(run.of(LOCK_ACQUIRED).size() + lost(run))
                  .as("%s", python)
                  .isBetween(6_300L, 6_400L);
              assertThat(run.timeline().processes()).as("%s", python).hasSize(2);
              assertThat(run.timeline().gaps().stream().map(Gap::process).distinct())
                  .as("%s", python)
                  .hasSize(2);
              assertThat(run.of(PROCESS_START)).as("%s", python).hasSize(2);
            });
  }

  @Test
  void whatAHandlerRecordsWhileASegmentGrowsInVainIsCounted() throws Exception {
    runs(1 << 20, "handler")
        .forEach(
            (python, run) -> {
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(CHUNK);
              assertThat(lost(run)).as("%s", python).isEqualTo(3);
            });
  }

  @Test
  void handlersThatComeWheneverRoomIsMadeDoNotLieInEachOtherWithoutEnd() throws Exception {
    runs(1 << 20, "often")
        .forEach(
            (python, run) -> {
              assertThat(run.timeline().gaps()).as("%s", python).isEmpty();
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(CHUNK + 2);
              assertThat(run.of(OUTPUT)).as("%s", python).hasSize(1);
            });
  }

  @Test
  void whatAHandlerRecordsWhileASegmentGrowsIsRecorded() throws Exception {
    runs(1 << 20, "within")
        .forEach(
            (python, run) -> {
              assertThat(run.timeline().gaps()).as("%s", python).isEmpty();
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(4 * CHUNK + 1);
              assertThat(run.of(OUTPUT)).as("%s", python).hasSize(1);
            });
  }

  @Test
  void noEventWaitsForAnotherThreadThatMakesTheFileGrow() throws Exception {
    runs(1 << 20, "between")
        .forEach(
            (python, run) -> {
              assertThat(run.timeline().gaps()).as("%s", python).isEmpty();
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(6 * CHUNK + 1);
            });
  }

  @Test
  void aThreadThatTheEndStopsInTheMiddleHidesNothingOfOthers() throws Exception {
    runs(1 << 20, "stopped")
        .forEach(
            (python, run) -> {
              assertThat(run.of(LOCK_ACQUIRED)).as("%s", python).hasSize(CHUNK + 10);
              assertThat(run.of(OUTPUT))
                  .as("%s", python)
                  .extracting(PythonRun.Recorded::text)
                  .containsExactly("seen");
            });
  }
}
