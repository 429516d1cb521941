package interleave.engine;

import static interleave.engine.EngineTest.UNTRACED;
import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.tail.LiveTimeline;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineLogTest {
  private final Read read = new Read();

  @Test
  void startAndEndOfTheRootAreRecorded() throws Exception {
    long pid = recorded("kill -TERM $$");
    assertThat(read.events)
        .contains("CHILD_START 0: " + pid + " sh")
        .contains("CHILD_EXIT 1: " + ((15L << 32) | pid) + " null");
    assertThat(read.runtimes).containsOnly(TracedRuntime.ENGINE);
  }

  @Test
  void whatAnUntracedRootPrintsIsRecordedLineByLine() throws Exception {
    long pid = recorded("echo one; echo two >&2; printf 'no end'");
    assertThat(read.events)
        .contains(
            "OUTPUT 0: " + pid + " one",
            "OUTPUT 1: " + pid + " two",
            "OUTPUT 0: " + pid + " no end");
  }

  @Test
  void untracedDescendantsHaveTheirParentsAndAnEnd() throws Exception {
    Heard heard = new Heard();
    try (Run run = start("sh -c 'sleep 1000 & echo $!; wait' & read x; kill $(cat)", heard)) {
      Await.until("the child is there", () -> heard.out().endsWith("\n"));
      long child = Long.parseLong(heard.out().strip());
      // Samples of it may be there before that, and then its end, too.
      Await.until("its start is recorded", () -> name(run, child).endsWith("sleep 1000"));
      run.sendInput("\n" + child + "\n");
      run.closeInput();
      Await.until("its end is recorded", () -> process(run, child).get().end() != Timeline.OPEN);
      Timeline timeline = LiveTimeline.load(run.recording());
      ProcessTrack sleep = process(run, child).get();
      ProcessTrack between = timeline.processes().get(sleep.parent());
      assertThat(sleep.exit()).isNull();
      assertThat(timeline.processes().get(between.parent()).pid()).isEqualTo(run.pid());
    }
  }

  private static Optional<ProcessTrack> process(Run run, long pid) {
    return LiveTimeline.load(run.recording()).processes().stream()
        .filter(each -> each.pid() == pid)
        .findFirst();
  }

  private static String name(Run run, long pid) {
    return process(run, pid).map(ProcessTrack::name).orElse("");
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

  /** Events as text. */
  private static final class Read implements EventSink {
    final List<TracedRuntime> runtimes = new ArrayList<>();
    final List<String> events = new ArrayList<>();

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
      events.add(kind + " " + flags + ": " + value + " " + text);
    }
  }
}
