package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.tail.LiveTimeline;
import interleave.timeline.OutputTrack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines from a traced program's pipe are recorded as somebody else's. */
class UntracedChildOutputTest {
  @TempDir Path folder;
  private Recording recording;
  private Recorder tracer;
  private UntracedChildOutput foreign;

  @BeforeEach
  void traced() throws Exception {
    recording = Recording.createIn(folder, 1 << 26);
    tracer = Recorder.open(recording.folder(), TracedRuntime.PYTHON);
    long self = ProcessHandle.current().pid();
    foreign = new UntracedChildOutput(new EngineLog(recording), self, recording.reader());
  }

  @Test
  void aLineThatNobodyRecordedIsForeignAndTheOthersAreNot() {
    print("one");
    foreign.line(false, "one");
    foreign.line(false, "by echo");
    print("two");
    foreign.line(false, "two");
    foreign.line(false, "one");
    foreign.finish();
    assertThat(lines()).containsExactlyInAnyOrder("one", "two", "by echo", "one");
  }

  @Test
  void piecesOfLinesThatWereWrittenAtOnceAreNotToldTwice() {
    print("thread 0");
    print("thread 1");
    foreign.line(false, "threadthread 1");
    foreign.line(false, " 0");
    foreign.line(false, "by echo");
    foreign.finish();
    assertThat(lines()).containsExactlyInAnyOrder("thread 0", "thread 1", "by echo");
  }

  @Test
  void whatTheTracedProgramOnlyCountedIsNobodyElses() {
    print("one");
    tracer.log().text(EventKind.OUTPUT, Flags.COUNTED, 0, 0, 0, "[2 lines]");
    foreign.line(false, "one");
    foreign.line(false, "two");
    foreign.line(false, "three");
    foreign.finish();
    assertThat(lines()).containsExactly("one", "[2 lines]");
  }

  @Test
  void aLineWaitsForItsRecord() {
    foreign.line(false, "late");
    foreign.look();
    print("late");
    foreign.look();
    foreign.finish();
    assertThat(lines()).containsExactly("late");
  }

  private void print(String line) {
    tracer.log().text(EventKind.OUTPUT, 0, 0, 0, 0, line);
  }

  private List<String> lines() {
    OutputTrack output = LiveTimeline.load(recording).output();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < output.size(); i++) {
      lines.add(output.line(i).text());
    }
    return lines;
  }
}
