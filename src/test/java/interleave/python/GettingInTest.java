package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How the tracer comes into a Python, what it leaves as it was there, and where it stays out. */
@BesideOthers
@Order(1)
class GettingInTest {
  private static final int FORKS = 60;

  @Test
  void howeverPythonIsStartedItIsTracedAndDoesTheSame() throws Exception {
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(Pythons.some(), python -> PythonRun.of(python, "ways_in.py")).entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.problems()).as(version).isEmpty();
      assertThat(run.notes()).as(version).isEmpty();
      assertThat(run.out().lines()).as(version).allMatch(it -> it.endsWith(": same"));
      assertThat(run.out().lines().map(it -> "traced " + it.replace(": same", "")))
          .as(version)
          .hasSize(Pythons.minor(each.getKey()) >= 11 ? 13 : 11)
          .containsExactlyInAnyOrderElementsOf(
              run.of(PROCESS_START).stream()
                  .filter(it -> it.text().contains("traced "))
                  .map(it -> it.text().replaceFirst("(?s).*(?=traced )", ""))
                  .toList());
      Timeline timeline = run.timeline();
      assertThat(timeline.processes().stream().filter(it -> it.command().contains(" untraced ")))
          .as(version)
          .hasSize(4)
          .noneMatch(ProcessTrack::traced)
          .allMatch(it -> it.exit() != null);
      assertThat(timeline.processes().stream().filter(it -> it.name().startsWith("brought back")))
          .as(version)
          .extracting(ProcessTrack::name)
          .containsExactlyInAnyOrder("brought back by spawn", "brought back by forkserver");
      assertThat(timeline.processes().stream().filter(it -> it.name().startsWith("brought back")))
          .as(version)
          .allMatch(ProcessTrack::traced);
    }
  }

  @Test
  void forksAmongBusyThreadsAndSignalsAreAllRecorded() throws Exception {
    List<Path> pythons = Stream.of(8, 11, 13).map(Pythons::of).toList();
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(pythons, python -> PythonRun.of(python, "forks_under_load.py", "" + FORKS))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.out()).as(version + run.err()).isEqualTo("wrong: 0\n");
      assertThat(run.problems()).as(version).isEmpty();
      Timeline timeline = run.timeline();
      assertThat(timeline.processes()).as(version).hasSize(FORKS + 1);
      List<ProcessTrack> copies =
          timeline.processes().stream().filter(it -> it.parent() >= 0).toList();
      assertThat(copies)
          .as(version)
          .hasSize(FORKS)
          .allMatch(it -> it.origin().method().equals("fork"))
          .allMatch(it -> it.lanes().size() == 1);
      assertThat(copies.stream().map(it -> it.exit().code()).sorted().toList())
          .as(version)
          .isEqualTo(Stream.iterate(0, i -> i + 1).limit(FORKS).toList());
      assertThat(copies.stream().flatMap(it -> it.lanes().stream()).map(timeline.lanes()::get))
          .as(version)
          .extracting(ThreadLane::name)
          .containsOnly("MainThread");
      assertThat(run.where(it -> it.kind() == LOCK_ACQUIRED && it.object().equals("own")))
          .as(version)
          .hasSize(FORKS * 50);
    }
  }
}
