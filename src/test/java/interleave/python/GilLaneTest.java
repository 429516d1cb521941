package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.engine.CommandProgram;
import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Installation;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.tail.LiveTimeline;
import interleave.timeline.GilTrack;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who has the GIL, as the engine sees it from outside. */
@BesideOthers
@EnabledOnOs(OS.LINUX)
class GilLaneTest {
  private static final String SCRIPT =
      Path.of("src/test/resources/python/turns.py").toAbsolutePath().toString();

  /** What was printed, and the timeline. */
  private record Seen(List<Long> printed, Timeline timeline) {}

  @Test
  void threadsAreSeenToTakeTurnsInProcessesAndTheirCopies() throws Exception {
    for (Map.Entry<Path, Seen> each : Pythons.each(Pythons.all(), GilLaneTest::run).entrySet()) {
      Seen seen = each.getValue();
      String version = each.getKey().toString();
      assertThat(seen.timeline.notes()).as(version).isEmpty();
      assertThat(seen.timeline.gils()).as(version).hasSize(2);
      turns(seen, version, "Ann", "Bob", seen.printed.get(1));
      turns(seen, version, "Cleo", "Dan", seen.printed.get(0));
    }
  }

  private static void turns(Seen seen, String version, String one, String other, long counted) {
    List<GilTrack> gils =
        seen.timeline.gils().stream()
            .filter(gil -> holders(seen, gil).containsAll(List.of(one, other)))
            .toList();
    assertThat(gils).as(version).hasSize(1);
    GilTrack gil = gils.getFirst();
    // Seen or not, all are counted, but for those after the last look.
    assertThat(gil.handovers()).as(version).isBetween(counted * 3 / 4, counted + 4);
  }

  private static List<String> holders(Seen seen, GilTrack gil) {
    return gil.owners().stream()
        .map(owner -> seen.timeline.lanes().get(owner.lane()).name())
        .toList();
  }

  private static Seen run(Path python) {
    Path none = Path.of("none");
    Installation installation = new Installation(Path.of("target/classes"), null, null, none, none);
    StringBuilder out = new StringBuilder();
    Settings settings =
        new Settings(
            1 << 28,
            Settings.Input.PIPE,
            (error, bytes, count) -> out.append(new String(bytes, 0, count)));
    CommandProgram program = CommandProgram.of(python.toString(), SCRIPT);
    try (Run run = new Engine(installation).start(program, settings)) {
      assertThat(run.ended().get(120, TimeUnit.SECONDS)).isEqualTo(new Exit(0, null));
      List<Long> printed = out.toString().lines().map(Long::valueOf).toList();
      return new Seen(printed, LiveTimeline.load(run.recording()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
