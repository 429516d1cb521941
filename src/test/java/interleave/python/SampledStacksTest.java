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
import interleave.timeline.Timeline;
import interleave.timeline.range.Patience;
import interleave.timeline.stack.CallNode;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where time goes in Python, as the engine sees it from outside. */
@BesideOthers
@EnabledOnOs(OS.LINUX)
class SampledStacksTest {
  private static final String SCRIPT =
      Path.of("src/test/resources/python/shares.py").toAbsolutePath().toString();
  private static final long INTERVAL_NS = 2_000_000;

  /** What was printed, and the timeline. */
  private record Seen(String printed, Timeline timeline) {}

  @Test
  void whatComputesMoreIsSeenMoreOftenAndTheProgramIsAsItWas() throws Exception {
    for (Map.Entry<Path, Seen> each :
        Pythons.each(Pythons.all(), SampledStacksTest::run).entrySet()) {
      String version = each.getKey().toString();
      Timeline timeline = each.getValue().timeline;
      assertThat(each.getValue().printed).as(version).isEqualTo("sold\n");
      assertThat(timeline.notes()).as(version).isEmpty();
      assertThat(timeline.lanes()).as(version).hasSize(2);
      StackSum sum = StackSum.of(StackQuestion.whole(timeline), Patience.ENDLESS);
      assertThat(samplesIn(sum, "slow")).as(version).isGreaterThan(samplesIn(sum, "fast"));
      assertThat(samplesIn(sum, "fast")).as(version).isPositive();
      // It runs for a moment before and after it waits.
      assertThat(samplesIn(sum, "wait")).as(version).isLessThan(samplesIn(sum, "fast"));
      waiterIsSeenWhereItWaits(timeline, version);
    }
  }

  private static long samplesIn(StackSum sum, String function) {
    return sum.functions().stream()
        .filter(each -> each.place().function().equals(function))
        .mapToLong(StackSum.Function::samples)
        .sum();
  }

  private static void waiterIsSeenWhereItWaits(Timeline timeline, String version) {
    StackQuestion asked =
        StackQuestion.of(timeline, Optional.empty(), Optional.empty(), true, false);
    CallNode root = StackSum.of(asked, Patience.ENDLESS).root();
    CallNode node =
        root.children().stream()
            .filter(each -> each.function().function().equals("wait"))
            .findFirst()
            .orElseThrow();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      places.add(node.place().function() + " " + node.place().line());
      node = node.children().getFirst();
    }
    assertThat(places).as(version).containsExactly("wait 27", "wait 27", "wait 30");
    assertThat(node.function().simpleFile()).as(version).isEqualTo("threading.py");
  }

  private static Seen run(Path python) {
    Path none = Path.of("none");
    Installation installation = new Installation(Path.of("target/classes"), null, null, none, none);
    StringBuilder out = new StringBuilder();
    Settings settings =
        new Settings(
            1 << 28,
            Settings.Input.PIPE,
            (error, bytes, count) -> out.append(new String(bytes, 0, count)),
            INTERVAL_NS);
    CommandProgram program = CommandProgram.of(python.toString(), SCRIPT, "0.4");
    try (Run run = new Engine(installation).start(program, settings)) {
      assertThat(run.ended().get(5, TimeUnit.MINUTES)).isEqualTo(new Exit(3, null));
      return new Seen(out.toString(), LiveTimeline.load(run.recording()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
