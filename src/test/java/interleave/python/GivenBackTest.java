package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.timeline.LockTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** What is given back by another task, a callback, a process or in a way of its own is free. */
@BesideOthers
class GivenBackTest {
  @Test
  void whoeverGivesALockOrAPermitBackItIsFree() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "given_back.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.err()).as("%s", python).isEmpty();
              assertThat(run.exit()).as("%s", python).isZero();
              assertThat(run.notes()).as("%s", python).isEmpty();
              Timeline timeline = run.timeline();
              assertThat(timeline.locks())
                  .as("%s", python)
                  .extracting(LockTrack::name)
                  .contains("of_tasks", "of_processes", "of_threads");
              for (LockTrack lock : timeline.locks()) {
                for (int i = 0; i < lock.holds().size(); i++) {
                  assertThat(lock.holds().end(i))
                      .as("%s %s", python, lock.name())
                      .isNotEqualTo(Timeline.OPEN);
                }
              }
              assertThat(acquires(timeline, "of_tasks")).isEqualTo(3);
              assertThat(acquires(timeline, "of_processes")).isEqualTo(2);
              assertThat(acquires(timeline, "of_threads")).isEqualTo(2);
              level(timeline, "lax", 2);
              level(timeline, "lax_of_tasks", 2);
            });
  }

  private static long acquires(Timeline timeline, String name) {
    return timeline.locks().stream()
        .filter(it -> it.name().equals(name))
        .mapToLong(LockTrack::acquires)
        .sum();
  }

  /** It never had more than that, nor less than nothing, and has all in the end. */
  private static void level(Timeline timeline, String name, int most) {
    SynchronizerTrack track =
        timeline.synchronizers().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(track.totalAt(timeline.now())).as(name).isEqualTo(most);
    for (int i = 0; i < track.steps(); i++) {
      assertThat(track.stepLevel(i)).as(name).isBetween(0, most);
    }
    assertThat(track.levelAt(timeline.now())).as(name).isEqualTo(most);
  }
}
