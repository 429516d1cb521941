package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import interleave.event.EventKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files that the tools themselves wrote are read as Perfetto's own trace_processor reads them. */
class RealTracesTest {
  private static ToldTrace read(String name) throws IOException, URISyntaxException {
    var found = Objects.requireNonNull(RealTracesTest.class.getResource(name), name);
    return ToldTrace.of(Path.of(found.toURI()));
  }

  @Test
  void chromiumsSlicesFlowsAndCountersAreAllThere() throws Exception {
    ToldTrace told = read("navigation.pftrace.gz");
    long begun = told.count(EventKind.SLICE_BEGIN) + told.count(EventKind.INSTANT);
    assertThat(begun).isEqualTo(820 + 64); // 64 of tracks whose parents nothing describes
    assertThat(told.count(EventKind.FLOW_IN)).isEqualTo(118);
    assertThat(told.count(EventKind.FLOW_OUT)).isEqualTo(118);
    assertThat(told.count(EventKind.COUNTER)).isEqualTo(1231);
    assertThat(told.processes).contains("Browser", "Renderer", "chromium");
  }

  /** How long a thread was in each state, as far as it was in another after that. */
  private static Map<String, Long> times(ToldTrace told, String thread) {
    Map<String, Long> times = new HashMap<>();
    String state = "";
    long since = 0;
    for (String line : told.lines(thread)) {
      String[] words = line.split(" ");
      long time = Long.parseLong(words[0]);
      boolean changes = words[1].equals("STATE_TOLD") || words[1].equals("THREAD_END");
      if (changes) {
        if (!state.isEmpty()) {
          times.merge(state, time - since, Long::sum);
        }
        state = words[1].equals("THREAD_END") ? "" : words[2];
        since = time;
      }
    }
    return times;
  }

  @Test
  void theCompactSchedulerGivesTheSameTimesToTheNanosecond() throws Exception {
    ToldTrace told = read("sched-compact.pftrace");
    assertThat(times(told, "worker-1"))
        .containsOnly(
            entry("RUNNING", 1_147_804L),
            entry("READY", 4_654_137L + 30_476),
            entry("ASLEEP", 42_387_854L));
    assertThat(times(told, "reader"))
        .containsOnly(
            entry("RUNNING", 199_614L),
            entry("READY", 195_420L + 4_114_139),
            entry("ASLEEP", 55_696_084L));
  }

  @Test
  void soDoTheFullEventsInPackedPackets() throws Exception {
    ToldTrace told = read("sched-packed.pftrace");
    assertThat(times(told, "worker-2"))
        .containsOnly(
            entry("RUNNING", 1_112_669L),
            entry("READY", 1_633_484L + 3_833_483),
            entry("ASLEEP", 48_300_227L));
    assertThat(times(told, "demo")).containsEntry("RUNNING", 19_317_501L);
  }
}
