package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.engine.Await;
import interleave.engine.CommandProgram;
import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Heard;
import interleave.engine.Installation;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.tail.LiveTimeline;
import interleave.timeline.GilTrack;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The main thread has it, too, before and after. */
  private static final int FEW = 4;

  private static final List<List<String>> COUPLES =
      List.of(List.of("Cleo", "Dan"), List.of("Ann", "Bob"));

  /** What was printed, and the timeline. */
  private record Seen(List<Long> printed, Timeline timeline) {}

  @Test
  void threadsAreSeenToTakeTurnsInProcessesAndTheirCopies() throws Exception {
    for (Map.Entry<Path, Seen> each : Pythons.each(Pythons.all(), GilLaneTest::run).entrySet()) {
      Seen seen = each.getValue();
      String version = each.getKey().toString();
      assertThat(seen.timeline.notes()).as(version).isEmpty();
      assertThat(seen.timeline.gils()).as(version).hasSize(2);
      for (int i = 0; i < COUPLES.size(); i++) {
        List<GilTrack> gils = gils(seen.timeline, COUPLES.get(i));
        assertThat(gils).as(version).hasSize(1);
        // Seen or not, all are counted.
        long counted = seen.printed.get(i);
        assertThat(gils.getFirst().handovers()).as(version).isBetween(counted - FEW, counted + FEW);
      }
    }
  }

  private static List<GilTrack> gils(Timeline timeline, List<String> couple) {
    return timeline.gils().stream()
        .filter(gil -> holders(timeline, gil).containsAll(couple))
        .toList();
  }

  private static List<String> holders(Timeline timeline, GilTrack gil) {
    return gil.owners().stream().map(owner -> timeline.lanes().get(owner.lane()).name()).toList();
  }

  private static Seen run(Path python) {
    Path none = Path.of("none");
    Installation installation = new Installation(Path.of("target/classes"), null, null, none, none);
    Heard heard = new Heard();
    Settings settings = new Settings(1 << 28, Settings.Input.PIPE, heard);
    CommandProgram program = CommandProgram.of(python.toString(), SCRIPT);
    try (Run run = new Engine(installation).start(program, settings)) {
      List<Long> printed = new ArrayList<>();
      for (List<String> couple : COUPLES) {
        Await.until("both are seen", () -> handovers(run, couple) > 0);
        run.sendInput("\n");
        int before = printed.size();
        Await.until("it is told how often", () -> heard.out().lines().count() > before);
        long counted = Long.parseLong(heard.out().lines().skip(before).findFirst().orElseThrow());
        printed.add(counted);
        Await.until("all of them are counted", () -> handovers(run, couple) >= counted - FEW);
        run.sendInput("\n");
      }
      assertThat(run.ended().get(5, TimeUnit.MINUTES)).isEqualTo(new Exit(0, null));
      return new Seen(printed, LiveTimeline.load(run.recording()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often these two have been seen to take turns so far, and whoever else was between. */
  private static long handovers(Run run, List<String> couple) {
    return gils(LiveTimeline.load(run.recording()), couple).stream()
        .mapToLong(GilTrack::handovers)
        .sum();
  }
}
