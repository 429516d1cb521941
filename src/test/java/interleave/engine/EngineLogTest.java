package interleave.engine;

import static interleave.engine.EngineTest.UNTRACED;
import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineLogTest {
  private final Read read = new Read();

  @Test
  void startAndEndOfTheRootAreRecorded() throws Exception {
    long pid = recorded("kill -TERM $$");
    assertThat(read.events())
        .contains("CHILD_START 0 of 0: " + pid + " sh")
        .contains("CHILD_EXIT 1 of 0: " + ((15L << 32) | pid) + " null");
    assertThat(read.runtimes).containsOnly(TracedRuntime.ENGINE);
  }

  @Test
  void whatAnUntracedRootPrintsIsRecordedLineByLine() throws Exception {
    long pid = recorded("echo one; echo two >&2; printf 'no end'");
    assertThat(read.events())
        .contains(
            "OUTPUT 0 of " + pid + ": " + pid + " one",
            "OUTPUT 1 of " + pid + ": " + pid + " two",
            "OUTPUT 0 of " + pid + ": " + pid + " no end");
  }

  @Test
  void anUntracedChildIsRecordedWithItsParent() throws Exception {
    Heard heard = new Heard();
    try (Run run = start("sleep 1000 & echo child $!; wait", heard)) {
      Await.until("the child is there", () -> heard.out().endsWith("\n"));
      String child = heard.out().replaceAll("\\D", "");
      RecordingReader reader = run.recording().reader();
      String expected = "CHILD_START 0 of " + run.pid() + ": " + child + " sleep 1000";
      Await.until(
          "the child is recorded",
          () -> {
            reader.poll(read);
            return read.events().stream()
                .anyMatch(each -> each.replace("/usr/bin/", "").contains(expected));
          });
      reader.close();
    }
  }

  private long recorded(String script) throws Exception {
    try (Run run = start(script, new Heard())) {
      run.ended().get();
      try (RecordingReader reader = run.recording().reader()) {
        reader.poll(read);
      }
      return run.pid();
    }
  }

  private static Run start(String script, Heard heard) throws StartException {
    return new Engine(UNTRACED)
        .start(sh(script), new Settings(1 << 28, Settings.Input.PIPE, heard));
  }

  /** Events as text, with the pid that an object stands for. */
  private static final class Read implements EventSink {
    final List<TracedRuntime> runtimes = new ArrayList<>();
    private final Map<Integer, Long> processes = new HashMap<>(Map.of(0, 0L));
    private final List<Function<Map<Integer, Long>, String>> events = new ArrayList<>();

    List<String> events() {
      return events.stream().map(each -> each.apply(processes)).toList();
    }

    @Override
    public void segment(SegmentInfo info) {
      runtimes.add(info.runtime());
    }

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      if (kind == EventKind.DEFINE_OBJECT) {
        processes.put(object, value);
      }
      events.add(
          names ->
              kind + " " + (flags & 1) + " of " + names.get(object) + ": " + value + " " + text);
    }
  }
}
