package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import foreign.UntracedWaits;
import interleave.BesideOthers;
import interleave.engine.CommandProgram;
import interleave.foreign.BothWays.Seen;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What waits in code without hooks is no running: the system knows. */
@BesideOthers
@EnabledOnOs(OS.LINUX)
class UntracedWaitsTest {
  /** Of half a second, but for what a busy machine takes of it before they are seen to wait. */
  private static final long LEAST_NS = 100_000_000;

  @TempDir Path folder;

  @Test
  void waitsInTheJdkAreSeenThoughNoHookSeesThem() throws Exception {
    Seen seen = BothWays.run(BothWays.program(UntracedWaits.class, List.of()), folder);
    for (String name : List.of("own-synchronizer", "accept", "piped")) {
      assertThat(waited(seen.timeline(), name)).as(name).isGreaterThan(LEAST_NS);
    }
    long forClass = waited(seen.timeline(), "one-of-two") + waited(seen.timeline(), "two-of-two");
    assertThat(forClass)
        .as("one of them waits until the class is initialised")
        .isGreaterThan(LEAST_NS);
    if (Runtime.getRuntime().availableProcessors() > 1) {
      ThreadLane worker = lane(seen.timeline(), "ForkJoinPool.commonPool-worker-1");
      assertThat(worker.spans().nanosIn(ThreadState.RUNNING, 0, worker.end())).isPositive();
    }
    assertThat(seen.threads()).noneMatch(name -> name.matches("(?i).*(GC|compiler|java|VM ).*"));
  }

  @Test
  void aProgramThatIsNotTracedHasLanesOfItsThreads() throws Exception {
    Seen seen = BothWays.only(CommandProgram.of("sh", "-c", "exec sleep 0.6").in(folder));
    ThreadLane sleeps = seen.timeline().lanes().getFirst();
    assertThat(sleeps.name()).isIn("sleep", "sh");
    assertThat(sleeps.spans().nanosIn(ThreadState.UNTRACED_WAIT, 0, sleeps.end()))
        .isGreaterThan(LEAST_NS);
  }

  private static long waited(Timeline timeline, String name) {
    ThreadLane lane = lane(timeline, name);
    return lane.spans().nanosIn(ThreadState.UNTRACED_WAIT, lane.start(), lane.end());
  }

  private static ThreadLane lane(Timeline timeline, String name) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no lane " + name));
  }
}
